import type { OperationId } from "@grantbook/contract";
import { octocat } from "@grantbook/test-kit/request-context";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as authorizations from "../domain/authorizations.js";
import * as grants from "../domain/grants.js";
import type { Application, Authorization, Grant } from "../domain/model.js";
import type { Store } from "../domain/store.js";
import * as tokens from "../domain/tokens.js";
import type { Handler, HandlerContext } from "./handler.js";
import { handlers } from "./index.js";

vi.mock("../domain/authorizations.js");
vi.mock("../domain/grants.js");
vi.mock("../domain/tokens.js");

const api = "https://git.example/api/v3";
const application = { id: 3, clientId: "abcde12345fghij67890", name: "Gems", url: "https://gems.example" };
const time = new Date("2026-01-02T03:04:05Z");
const authorization = {
  ...{ id: 7, userId: 1, application, tokenHash: "ab", tokenLastEight: "12345678", note: "n", noteUrl: null },
  ...{ fingerprint: null, scopes: ["repo"], createdAt: time, updatedAt: time, expiresAt: null, installation: null },
} satisfies Authorization;
const grant = { id: 9, application, scopes: ["gist"], createdAt: time, updatedAt: time } satisfies Grant;

const domain = { store: {} as Store, now: () => time };
const checkPreconditions = vi.fn();
const base = { domain, checkPreconditions, baseUrls: { site: "https://git.example", api }, version: "2022-11-28" };
const asUser = { ...base, caller: octocat };
const asApplication = { ...base, caller: application as Application };

beforeEach(() => vi.resetAllMocks());

/** Response of an operation. */
function call(id: OperationId, request: object, context: object = asUser) {
  const handler = handlers[id] as unknown as Handler<"meta/root">;
  return handler(request as Parameters<typeof handler>[0], context as HandlerContext<"anyone">) as Promise<unknown>;
}

const noToken = { id: 7, url: `${api}/authorizations/7`, token: "", scopes: ["repo"] };
const withToken = { ...noToken, token: "t" };
const location = { Location: `${api}/authorizations/7` };
const page = { items: [authorization], page: 2, lastPage: 2 };
const query = { page: 2, per_page: 1 };
const sentQuery = new URLSearchParams("page=2&per_page=1");

describe("a list", () => {
  const link = (path: string, ...relations: string[]) => ({
    Link: relations.map((relation) => `<${api}${path}?per_page=1&page=1>; rel="${relation}"`).join(", "),
  });

  test("of authorizations is a page of the caller's, with links", async () => {
    vi.mocked(authorizations.list).mockResolvedValue(page);
    const response = await call("oauth-authorizations/list-authorizations", {
      query: { ...query, client_id: "c" },
      sentQuery,
    });
    expect(authorizations.list).toHaveBeenCalledExactlyOnceWith(domain, octocat, { page: 2, perPage: 1 }, "c");
    expect(response).toMatchObject({ status: 200, headers: link("/authorizations", "prev", "first"), body: [noToken] });
  });

  test("of grants is one too", async () => {
    vi.mocked(grants.list).mockResolvedValue({ ...page, items: [grant] });
    const response = await call("oauth-authorizations/list-grants", { query, sentQuery });
    expect(grants.list).toHaveBeenCalledExactlyOnceWith(domain, octocat, { page: 2, perPage: 1 }, undefined);
    expect(response).toEqual({
      status: 200,
      headers: link("/applications/grants", "prev", "first"),
      body: [
        {
          id: 9,
          url: `${api}/applications/grants/9`,
          app: { name: "Gems", url: "https://gems.example", client_id: "abcde12345fghij67890" },
          created_at: "2026-01-02T03:04:05Z",
          updated_at: "2026-01-02T03:04:05Z",
          scopes: ["gist"],
        },
      ],
    });
  });

  test("of addresses, organizations or teams has its items on the first page alone", async () => {
    const email = { email: "octocat@example.com", primary: true, verified: true, visibility: "public" };
    const listEmails = vi.fn(async () => [email]);
    const context = { ...base, domain: { store: { listEmails } }, caller: { user: octocat, scopes: ["user"] } };
    const after = (path: string) => link(path, "prev", "last", "first");
    const emails = (number: number) =>
      call("users/list-emails-for-authenticated-user", { query: { page: number, per_page: 1 }, sentQuery }, context);
    expect(await emails(1)).toEqual({ status: 200, headers: {}, body: [email] });
    expect(await emails(2)).toEqual({ status: 200, headers: after("/user/emails"), body: [] });
    expect(listEmails).toHaveBeenCalledWith(1);
    for (const [id, path] of [
      ["orgs/list-for-authenticated-user", "/user/orgs"],
      ["teams/list-for-authenticated-user", "/user/teams"],
    ] as const) {
      expect(await call(id, { query, sentQuery }, context)).toEqual({ status: 200, headers: after(path), body: [] });
    }
  });
});

describe("an authorization", () => {
  const body = { client_secret: "s", note: "n", scopes: ["repo"], fingerprint: "of the body" };
  const path = { client_id: "c", fingerprint: "f" };
  const request = { scopes: ["repo"], note: "n", noteUrl: undefined };

  test("is created for the caller, and shows its token", async () => {
    vi.mocked(authorizations.create).mockResolvedValue({ authorization, token: "t" });
    const response = await call("oauth-authorizations/create-authorization", { body: { ...body, client_id: "c" } });
    const parsed = { ...request, fingerprint: "of the body", clientId: "c", clientSecret: "s" };
    expect(authorizations.create).toHaveBeenCalledExactlyOnceWith(domain, octocat, parsed);
    expect(response).toMatchObject({ status: 201, headers: location, body: withToken });
  });

  test.each([
    ["oauth-authorizations/get-or-create-authorization-for-app", "of the body"],
    ["oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint", "f"],
  ] as const)("that was there before is found without its token: %s", async (id, fingerprint) => {
    vi.mocked(authorizations.getOrCreate).mockResolvedValueOnce({ authorization });
    const found = await call(id, { path, body });
    expect(found).toMatchObject({ status: 200, body: noToken });
    expect(found).not.toHaveProperty("headers");
    vi.mocked(authorizations.getOrCreate).mockResolvedValueOnce({ authorization, token: "t" });
    expect(await call(id, { path, body })).toMatchObject({ status: 201, headers: location, body: withToken });
    const parameters = [domain, octocat, "c", "s", { ...request, fingerprint }];
    expect(vi.mocked(authorizations.getOrCreate).mock.calls).toEqual([parameters, parameters]);
  });

  test("is shown to its user", async () => {
    vi.mocked(authorizations.get).mockResolvedValue(authorization);
    const response = await call("oauth-authorizations/get-authorization", { path: { authorization_id: 7 } });
    expect(authorizations.get).toHaveBeenCalledExactlyOnceWith(domain, octocat, 7);
    expect(response).toMatchObject({ status: 200, body: noToken });
  });

  test.each([
    "oauth-authorizations/update-authorization",
    "oauth-authorizations/update-authorization-by-post",
  ] as const)("is changed as it was asked for, under the conditions of the request: %s", async (id) => {
    vi.mocked(authorizations.update).mockImplementation(async (_domain, _user, _id, _patch, precondition) => {
      precondition?.({ ...authorization, note: "before" });
      return authorization;
    });
    const patch = { note: "n", add_scopes: ["gist"], remove_scopes: ["user"] };
    const response = await call(id, { path: { authorization_id: 7 }, body: patch });
    expect(response).toMatchObject({ status: 200, body: noToken });
    expect(vi.mocked(authorizations.update).mock.calls).toMatchObject([
      [domain, octocat, 7, { note: "n", addScopes: ["gist"], removeScopes: ["user"] }, expect.any(Function)],
    ]);
    expect(checkPreconditions.mock.calls).toMatchObject([[{ ...noToken, note: "before" }]]);
  });

  test("is deleted, under the same conditions", async () => {
    vi.mocked(authorizations.remove).mockImplementation(async (_domain, _user, _id, precondition) => {
      precondition?.(authorization);
    });
    const response = await call("oauth-authorizations/delete-authorization", { path: { authorization_id: 7 } });
    expect(response).toEqual({ status: 204 });
    expect(authorizations.remove).toHaveBeenCalledExactlyOnceWith(domain, octocat, 7, expect.any(Function));
    expect(checkPreconditions.mock.calls).toMatchObject([[noToken]]);
  });
});

test("a grant is shown to its user, and deleted under the conditions of the request", async () => {
  vi.mocked(grants.get).mockResolvedValue(grant);
  vi.mocked(grants.remove).mockImplementation(async (_domain, _user, _id, precondition) => precondition?.(grant));
  const path = { grant_id: 9 };
  const shown = { id: 9, scopes: ["gist"] };
  expect(await call("oauth-authorizations/get-grant", { path })).toMatchObject({ status: 200, body: shown });
  expect(grants.get).toHaveBeenCalledExactlyOnceWith(domain, octocat, 9);
  expect(await call("oauth-authorizations/delete-grant", { path })).toEqual({ status: 204 });
  expect(grants.remove).toHaveBeenCalledExactlyOnceWith(domain, octocat, 9, expect.any(Function));
  expect(checkPreconditions.mock.calls).toMatchObject([[shown]]);
});

describe("a token", () => {
  const holder = { authorization, user: octocat, suspended: false };
  const user = { login: "octocat", id: 1 };
  const inBody = { path: { client_id: "c" }, body: { access_token: "t" } };
  const inPath = { path: { client_id: "c", access_token: "t" } };

  test.each([
    ["apps/check-token", inBody],
    ["apps/check-authorization", inPath],
  ] as const)("is checked, and shown with its user: %s", async (id, request) => {
    vi.mocked(tokens.check).mockResolvedValue(holder);
    const response = (await call(id, request, asApplication)) as { body: object };
    expect(tokens.check).toHaveBeenCalledExactlyOnceWith(domain, application, "t");
    expect(response).toMatchObject({ status: 200, body: { ...withToken, user } });
    expect(response.body).not.toHaveProperty("installation");
  });

  test.each([
    ["apps/reset-token", inBody],
    ["apps/reset-authorization", inPath],
  ] as const)("is reset, and the new one shown: %s", async (id, request) => {
    vi.mocked(tokens.reset).mockResolvedValue({ ...holder, token: "new" });
    expect(await call(id, request, asApplication)).toMatchObject({ status: 200, body: { token: "new", user } });
    expect(tokens.reset).toHaveBeenCalledExactlyOnceWith(domain, application, "t");
  });

  test.each([
    ["apps/delete-token", inBody, tokens.revoke],
    ["apps/revoke-authorization-for-application", inPath, tokens.revoke],
    ["apps/delete-authorization", inBody, tokens.revokeGrant],
    ["apps/revoke-grant-for-application", inPath, tokens.revokeGrant],
  ] as const)("is revoked, alone or with its grant: %s", async (id, request, revoke) => {
    expect(await call(id, request, asApplication)).toEqual({ status: 204 });
    expect(revoke).toHaveBeenCalledExactlyOnceWith(domain, application, "t");
    expect([...vi.mocked(tokens.revoke).mock.calls, ...vi.mocked(tokens.revokeGrant).mock.calls]).toHaveLength(1);
  });

  test("that is scoped has its installation", async () => {
    const installation = { permissions: { contents: "read" }, repositorySelection: "all", account: octocat } as const;
    const scoped = { ...holder, authorization: { ...authorization, installation }, token: "scoped" };
    vi.mocked(tokens.createScopedToken).mockResolvedValue(scoped);
    const body = { access_token: "t", target: "octocat", permissions: { contents: "read" } };
    const response = (await call("apps/scope-token", { path: inBody.path, body }, asApplication)) as {
      body: { installation: object };
    };
    expect(tokens.createScopedToken).toHaveBeenCalledExactlyOnceWith(
      domain,
      application,
      expect.objectContaining({ token: "t", target: "octocat", permissions: { contents: "read" } }),
    );
    expect(response).toMatchObject({ status: 200, body: { token: "scoped", user } });
    expect(response.body.installation).toEqual({
      permissions: { contents: "read" },
      repository_selection: "all",
      single_file_name: null,
      has_multiple_single_files: false,
      single_file_paths: [],
      repositories_url: `${api}/users/octocat/repos`,
      account: expect.objectContaining(user),
    });
  });
});

describe("a user", () => {
  const found = { user: { ...octocat, name: "The Octocat" }, createdAt: time, twoFactor: true, suspendedAt: null };
  const userRecord = vi.fn();
  const context = { ...base, domain: { store: { userRecord } }, caller: { user: octocat, scopes: [] } };

  test.each([
    ["users/get-authenticated", {}, "octocat"],
    ["users/get-by-username", { path: { username: "Hubot" } }, "Hubot"],
  ] as const)("has a public profile, in which nothing is secret: %s", async (id, request, login) => {
    userRecord.mockResolvedValue(found);
    const { status, body } = (await call(id, request, context)) as { status: number; body: object };
    expect(userRecord).toHaveBeenCalledExactlyOnceWith(login);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ login: "octocat", name: "The Octocat", email: null, company: null, blog: null, location: null },
      ...{ hireable: null, bio: null, public_repos: 0, public_gists: 0, followers: 0, following: 0 },
      ...{ created_at: "2026-01-02T03:04:05Z", updated_at: "2026-01-02T03:04:05Z" },
      avatar_url: "https://git.example/avatars/u/1",
    });
    expect(Object.keys(body)).toHaveLength(31);
  });

  test("who is not there is not found", async () => {
    await expect(call("users/get-authenticated", {}, context)).rejects.toMatchObject({ reason: { code: "not-found" } });
  });
});

describe("the server", () => {
  test.each([
    ["2022-11-28", { authorizations_url: `${api}/authorizations` }],
    ["2026-03-10", {}],
  ])("names its addresses, without those that version %s does not have", async (version, more) => {
    expect(await call("meta/root", {}, { ...base, version })).toEqual({
      status: 200,
      body: {
        current_user_url: `${api}/user`,
        current_user_authorizations_html_url: "https://git.example/settings/connections/applications{/client_id}",
        ...more,
      },
    });
  });

  test("names its version", async () => {
    expect(await call("meta/get", {}, { ...base, enterpriseVersion: "3.20.0" })).toEqual({
      status: 200,
      body: { verifiable_password_authentication: true, installed_version: "3.20.0" },
    });
  });

  test("says twice what is left of the limit", async () => {
    const rateLimit = { limit: 2, used: 1, remaining: 1, reset: 0 };
    expect(await call("rate-limit/get", {}, { ...base, rateLimit })).toEqual({
      status: 200,
      body: { resources: { core: rateLimit }, rate: rateLimit },
    });
  });
});
