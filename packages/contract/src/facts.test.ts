import { describe, expect, test } from "vitest";
import { describeOperation, description } from "./description.js";
import type { Schema } from "./document.js";
import { type OperationId, operationTable } from "./index.js";

// Facts of GitHub's documentation, as literals. Code, docs and all other tests derive from the description, so they
// agree with its faults; this file does not read it. Comments mark the values that are our choice.

/** Statuses of the documentation, and the required fields of the body. */
const documented: Partial<Record<OperationId, { statuses: number[]; required?: string[]; body?: string[] }>> = {
  "oauth-authorizations/list-grants": { statuses: [200, 304, 401, 403, 404] },
  "oauth-authorizations/get-grant": { statuses: [200, 304, 401, 403] },
  "oauth-authorizations/delete-grant": { statuses: [204, 304, 401, 403] },
  "oauth-authorizations/list-authorizations": { statuses: [200, 304, 401, 403, 404] },
  "oauth-authorizations/create-authorization": {
    statuses: [201, 304, 401, 403, 410, 422],
    required: [],
    body: ["scopes", "note", "note_url", "client_id", "client_secret", "fingerprint"],
  },
  "oauth-authorizations/get-or-create-authorization-for-app": {
    statuses: [200, 201, 304, 401, 403, 422],
    required: ["client_secret"],
    body: ["client_secret", "scopes", "note", "note_url", "fingerprint"],
  },
  "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint": {
    statuses: [200, 201, 422],
    required: ["client_secret"],
    body: ["client_secret", "scopes", "note", "note_url"],
  },
  "oauth-authorizations/get-authorization": { statuses: [200, 304, 401, 403] },
  "oauth-authorizations/update-authorization": {
    statuses: [200, 422],
    required: [],
    body: ["scopes", "add_scopes", "remove_scopes", "note", "note_url", "fingerprint"],
  },
  "oauth-authorizations/delete-authorization": { statuses: [204, 304, 401, 403] },
  "apps/delete-authorization": { statuses: [204, 422], required: ["access_token"], body: ["access_token"] },
  "apps/check-token": { statuses: [200, 404, 422], required: ["access_token"], body: ["access_token"] },
  "apps/reset-token": { statuses: [200, 422], required: ["access_token"], body: ["access_token"] },
  "apps/delete-token": { statuses: [204, 422], required: ["access_token"], body: ["access_token"] },
};

/** Statuses that we declare where the documentation is silent: those of HTTP, and of any server. */
const undocumented = [304, 400, 401, 403, 404, 412, 413, 415, 422, 500, 503];

const methodsAndPaths = {
  "oauth-authorizations/list-grants": "GET /applications/grants",
  "oauth-authorizations/get-grant": "GET /applications/grants/{grant_id}",
  "oauth-authorizations/delete-grant": "DELETE /applications/grants/{grant_id}",
  "oauth-authorizations/list-authorizations": "GET /authorizations",
  "oauth-authorizations/create-authorization": "POST /authorizations",
  "oauth-authorizations/get-or-create-authorization-for-app": "PUT /authorizations/clients/{client_id}",
  "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint":
    "PUT /authorizations/clients/{client_id}/{fingerprint}",
  "oauth-authorizations/get-authorization": "GET /authorizations/{authorization_id}",
  "oauth-authorizations/update-authorization": "PATCH /authorizations/{authorization_id}",
  "oauth-authorizations/delete-authorization": "DELETE /authorizations/{authorization_id}",
  "apps/delete-authorization": "DELETE /applications/{client_id}/grant",
  "apps/check-token": "POST /applications/{client_id}/token",
  "apps/reset-token": "PATCH /applications/{client_id}/token",
  "apps/delete-token": "DELETE /applications/{client_id}/token",
} as const;

const propertiesOf = (schema: Schema | undefined) => (schema?.properties ?? {}) as Record<string, Schema>;

describe("the fourteen operations", () => {
  test.each(Object.entries(methodsAndPaths))("%s is %s", (id, expected) => {
    const { method, path } = operationTable[id as OperationId];
    expect(`${method} ${path}`).toBe(expected);
  });

  test.each(Object.entries(documented))("%s declares the statuses of the documentation", (id, { statuses }) => {
    const declared = operationTable[id as OperationId].statuses as readonly number[];
    expect(declared).toEqual(expect.arrayContaining(statuses));
    expect(declared.filter((status) => !statuses.includes(status) && !undocumented.includes(status))).toEqual([]);
  });

  test.each(Object.entries(documented))("%s takes the fields of the documentation", (id, { required, body }) => {
    const schema = describeOperation(id as OperationId).body?.schema;
    expect(schema && Object.keys(propertiesOf(schema))).toEqual(body);
    expect(schema && (schema.required ?? [])).toEqual(required);
  });

  test("ten of them are deprecated, since 2020-02-14 and until 2020-11-13", () => {
    for (const id of Object.keys(methodsAndPaths) as OperationId[]) {
      const { method, path } = operationTable[id];
      const operation = description.paths[path]?.[method.toLowerCase()];
      const isDeprecated = id.startsWith("oauth-authorizations/");
      expect([id, operation?.deprecated ?? false, operation?.["x-github"]]).toEqual([
        id,
        isDeprecated,
        isDeprecated ? { deprecationDate: "2020-02-14", removalDate: "2020-11-13" } : undefined,
      ]);
    }
  });
});

test("the withdrawals were announced, rehearsed and carried out when GitHub said so", () => {
  expect(description["x-timelines"]).toEqual({
    "2020-11-13": {
      deprecation: "2020-02-14T00:00:00Z",
      // 7 to 10 and 16 to 19 o'clock UTC, on the last Wednesdays of September and October.
      brownouts: [
        ["2020-09-30T07:00:00Z", "2020-09-30T10:00:00Z"],
        ["2020-09-30T16:00:00Z", "2020-09-30T19:00:00Z"],
        ["2020-10-28T07:00:00Z", "2020-10-28T10:00:00Z"],
        ["2020-10-28T16:00:00Z", "2020-10-28T19:00:00Z"],
      ],
      removal: "2020-11-13T16:00:00Z",
      notice: "https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/",
      successor: expect.stringMatching(/^https:\/\/docs\.github\.com\/enterprise-server@[\d.]+\/apps\/oauth-apps\//),
    },
    "2021-05-05": {
      deprecation: "2020-02-14T00:00:00Z",
      brownouts: [],
      removal: "2021-05-05T16:00:00Z",
      notice: "https://developer.github.com/changes/2020-02-14-deprecating-oauth-app-endpoint/",
      successor: expect.stringMatching(/^https:\/\/docs\.github\.com\/enterprise-server@[\d.]+\/rest\/apps\//),
    },
  });
});

test("the scopes are those of GitHub, each with those that it includes", () => {
  expect(description["x-scopes"]).toEqual({
    repo: ["repo:status", "repo_deployment", "public_repo", "repo:invite", "security_events"],
    "repo:status": [],
    repo_deployment: [],
    public_repo: [],
    "repo:invite": [],
    security_events: [],
    "admin:repo_hook": ["write:repo_hook"],
    "write:repo_hook": ["read:repo_hook"],
    "read:repo_hook": [],
    "admin:org": ["write:org"],
    "write:org": ["read:org"],
    "read:org": [],
    "admin:public_key": ["write:public_key"],
    "write:public_key": ["read:public_key"],
    "read:public_key": [],
    "admin:org_hook": [],
    gist: [],
    notifications: [],
    user: ["read:user", "user:email", "user:follow"],
    "read:user": [],
    "user:email": [],
    "user:follow": [],
    project: ["read:project"],
    "read:project": [],
    delete_repo: [],
    "write:packages": ["read:packages"],
    "read:packages": [],
    "delete:packages": [],
    "admin:gpg_key": ["write:gpg_key"],
    "write:gpg_key": ["read:gpg_key"],
    "read:gpg_key": [],
    workflow: [],
    "write:discussion": ["read:discussion"],
    "read:discussion": [],
    "admin:enterprise": ["manage_runners:enterprise", "manage_billing:enterprise", "read:enterprise"],
    "manage_runners:enterprise": [],
    "manage_billing:enterprise": [],
    "read:enterprise": [],
    "read:audit_log": [],
    // Of Enterprise Server: in the documentation's example of a listed token.
    "admin:business": [],
    "admin:pre_receive_hook": [],
    site_admin: [],
  });
});

describe("limits and defaults", () => {
  const parameter = (name: string) => {
    const { parameters } = describeOperation("oauth-authorizations/list-authorizations");
    return parameters.find((it) => it.name === name)?.schema;
  };

  test("a page has 30 items, and at most 100", () => {
    // The last page is our choice: it keeps the offset within what both engines count with.
    expect(parameter("per_page")).toMatchObject({ type: "integer", default: 30, "x-clamp": [1, 100] });
    expect(parameter("page")).toMatchObject({ type: "integer", default: 1, "x-clamp": [1, 1_000_000_000] });
  });

  test("a version of the API that is not named is 2022-11-28", () => {
    expect(parameter("X-GitHub-Api-Version")).toMatchObject({ default: "2022-11-28" });
  });

  test("a body has at most 64 KiB", () => {
    expect(description["x-body-limit"]).toBe(65_536);
  });

  // Lengths are our choice, but for a client id (20) and a client secret (40), which the documentation shows.
  test.each([
    ["note", { maxLength: 255 }],
    ["note_url", { maxLength: 2048 }],
    ["fingerprint", { maxLength: 255 }],
    ["client_id", { maxLength: 20 }],
    ["client_secret", { maxLength: 40 }],
    ["scopes", { maxItems: 100 }],
  ])("of %s", (name, limits) => {
    const schema = describeOperation("oauth-authorizations/create-authorization").body?.schema;
    expect(propertiesOf(schema)[name]).toMatchObject(limits);
  });
});

describe("objects have the keys of the documentation", () => {
  const authorization = [
    "app",
    "id",
    "note",
    "note_url",
    "scopes",
    "token",
    "hashed_token",
    "token_last_eight",
    "fingerprint",
    "url",
    "created_at",
    "updated_at",
    "expires_at",
  ];

  test.each([
    ["authorization", authorization],
    ["application-grant", ["id", "url", "app", "created_at", "updated_at", "scopes"]],
    ["application", ["client_id", "name", "url"]],
    [
      "simple-user",
      [
        "login",
        "id",
        "node_id",
        "avatar_url",
        "gravatar_id",
        "url",
        "html_url",
        "followers_url",
        "following_url",
        "gists_url",
        "starred_url",
        "subscriptions_url",
        "organizations_url",
        "repos_url",
        "events_url",
        "received_events_url",
        "type",
        "site_admin",
      ],
    ],
    ["validation-error", ["message", "documentation_url"]],
  ])("%s", (name, keys) => {
    const schema = description.components.schemas?.[name] as Schema | undefined;
    expect([...((schema?.required ?? []) as string[])].sort()).toEqual([...keys].sort());
  });

  test("of a user, the URLs with a variable are templates", () => {
    const properties = Object.entries(propertiesOf(description.components.schemas?.["simple-user"] as Schema));
    const templates = properties.filter(([, { format }]) => format === "uri-template").map(([name]) => name);
    expect(templates.sort()).toEqual(["events_url", "following_url", "gists_url", "starred_url"]);
  });

  test("those that may be null are", () => {
    const properties = propertiesOf(description.components.schemas?.authorization as Schema);
    const nullable = ["hashed_token", "token_last_eight", "note", "note_url", "scopes", "fingerprint", "expires_at"];
    for (const name of authorization) {
      const isNullable = JSON.stringify(properties[name]).includes('"null"');
      expect([name, isNullable]).toEqual([name, nullable.includes(name)]);
    }
  });
});
