import type { ApplicationCredentials } from "@grantbook/client";
import {
  type Caller,
  type CallerOf,
  type OperationId,
  operationTable,
  type RequestOf,
  type StatusOf,
} from "@grantbook/contract";
import { applicationToken, authorizationsOf, grantsOf, personalToken } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import {
  deployer,
  gemUpdater,
  hubot,
  mona,
  octocat,
  reviewer,
  startTestServer,
  type TestServer,
} from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deleteAll } from "./model-based/model.js";

/** Objects of octocat, to which every request here refers. */
interface Things {
  readonly authorization: number;
  readonly grant: number;
  readonly token: string;
  readonly tokenOfReviewer: string;
  readonly deadToken: string;
}

type Headers = Readonly<Record<string, string>>;

const basic = (name: string, password: string): Headers => ({
  authorization: basicAuth(name, password),
});
const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
const pair = ({ clientId, clientSecret }: ApplicationCredentials) => basic(clientId, clientSecret);

/** Every kind of credentials, as headers. The application is the one that the request is about. */
const kinds = {
  "no credentials": () => ({}),
  "a wrong password": () => basic(octocat.login, hubot.password),
  "another user": () => basic(hubot.login, hubot.password),
  "another application": () => pair(deployer),
  "a live token as bearer": ({ token }) => bearer(token),
  "a live token for a password": ({ token }) => basic(octocat.login, token),
  "a dead token as bearer": ({ deadToken }) => bearer(deadToken),
  "the application": (_things, _world, application) => pair(application),
  "the user": () => basic(octocat.login, octocat.password),
  "a two-factor user without a code": () => basic(mona.login, mona.password),
  "a two-factor user with a code": (_things, server) => ({
    ...basic(mona.login, mona.password),
    "x-github-otp": server.code(),
  }),
} satisfies Record<string, (things: Things, server: TestServer, application: ApplicationCredentials) => Headers>;

type Kind = keyof typeof kinds;

/** Responses by credentials; the words stand for the status in the row of the operation. */
type Answers = Record<Kind, 401 | 403 | 404 | "right" | "stranger">;

const toUserOperations: Answers = {
  "no credentials": 401,
  "a wrong password": 401,
  "another user": "stranger",
  "another application": 404,
  "a live token as bearer": 403,
  "a live token for a password": 403,
  "a dead token as bearer": 401,
  "the application": 404,
  "the user": "right",
  "a two-factor user without a code": 401,
  "a two-factor user with a code": "stranger",
};
const toTokenOperations: Answers = {
  ...toUserOperations,
  "a live token as bearer": "right",
  "a live token for a password": "right",
};
const answers: Record<Caller, Answers> = {
  user: toUserOperations,
  application: {
    ...toUserOperations,
    "another user": 401,
    "no credentials": 404,
    "a live token as bearer": 404,
    "a live token for a password": 404,
    "the application": "right",
    "the user": 401,
    "a two-factor user with a code": 401,
  },
  token: toTokenOperations,
  anyone: {
    ...toTokenOperations,
    "no credentials": "right",
    "another application": "right",
    "the application": "right",
  },
};

/** A request about things of octocat, and its statuses for the right caller and for another user. */
type Row<Id extends OperationId> = {
  readonly request: (things: Things) => RequestOf<Id>;
  readonly right: StatusOf<Id>;
} & (CallerOf<Id> extends "application"
  ? { readonly application?: ApplicationCredentials }
  : { readonly stranger: StatusOf<Id> });

const path = { client_id: gemUpdater.clientId };
const secret = { client_secret: gemUpdater.clientSecret };
const fingerprint = "a laptop";
const grant = (things: Things) => ({ path: { grant_id: things.grant } });
const authorization = (things: Things) => ({ path: { authorization_id: things.authorization } });
const change = (things: Things) => ({ ...authorization(things), body: { note: "changed" } });
const tokenInPath = ({ token }: Things) => ({ path: { ...path, access_token: token } });
const tokenInBody = ({ token }: Things) => ({ path, body: { access_token: token } });

/** A row for every operation: one that is missing does not compile. */
const rows: { readonly [Id in OperationId]: Row<Id> } = {
  "oauth-authorizations/list-grants": { request: () => ({}), right: 200, stranger: 200 },
  "oauth-authorizations/get-grant": { request: grant, right: 200, stranger: 404 },
  "oauth-authorizations/delete-grant": { request: grant, right: 204, stranger: 404 },
  "oauth-authorizations/list-authorizations": { request: () => ({}), right: 200, stranger: 200 },
  "oauth-authorizations/create-authorization": {
    request: () => ({ body: { note: "new" } }),
    right: 201,
    stranger: 201,
  },
  "oauth-authorizations/get-or-create-authorization-for-app": {
    request: () => ({ path, body: secret }),
    right: 200,
    stranger: 201,
  },
  "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint": {
    request: () => ({ path: { ...path, fingerprint }, body: secret }),
    right: 200,
    stranger: 201,
  },
  "oauth-authorizations/get-authorization": { request: authorization, right: 200, stranger: 404 },
  "oauth-authorizations/update-authorization": { request: change, right: 200, stranger: 404 },
  "oauth-authorizations/update-authorization-by-post": { request: change, right: 200, stranger: 404 },
  "oauth-authorizations/delete-authorization": { request: authorization, right: 204, stranger: 404 },
  "apps/check-token": { request: tokenInBody, right: 200 },
  "apps/reset-token": { request: tokenInBody, right: 200 },
  "apps/delete-token": { request: tokenInBody, right: 204 },
  "apps/delete-authorization": { request: tokenInBody, right: 204 },
  "apps/scope-token": {
    request: ({ tokenOfReviewer }) => ({
      path: { client_id: reviewer.clientId },
      body: { access_token: tokenOfReviewer, target: octocat.login },
    }),
    application: reviewer,
    right: 200,
  },
  "apps/check-authorization": { request: tokenInPath, right: 200 },
  "apps/reset-authorization": { request: tokenInPath, right: 200 },
  "apps/revoke-authorization-for-application": { request: tokenInPath, right: 204 },
  "apps/revoke-grant-for-application": { request: tokenInPath, right: 204 },
  "meta/root": { request: () => ({}), right: 200, stranger: 200 },
  "meta/get": { request: () => ({}), right: 200, stranger: 200 },
  "rate-limit/get": { request: () => ({}), right: 404, stranger: 404 },
  "users/get-authenticated": { request: () => ({}), right: 200, stranger: 200 },
  "users/get-by-username": { request: () => ({ path: { username: hubot.login } }), right: 200, stranger: 200 },
  "users/list-emails-for-authenticated-user": { request: () => ({}), right: 200, stranger: 200 },
  "orgs/list-for-authenticated-user": { request: () => ({}), right: 200, stranger: 200 },
  "teams/list-for-authenticated-user": { request: () => ({}), right: 200, stranger: 200 },
};

interface AnyRow {
  request(things: Things): { readonly path?: Readonly<Record<string, string | number>>; readonly body?: unknown };
  readonly right: number;
  readonly stranger?: number;
  readonly application?: ApplicationCredentials;
}

describeEngines((engine) => {
  describe("who may do what with the things of octocat", () => {
    describe.each(Object.entries(rows) as unknown as [OperationId, AnyRow][])("%s", (id, row) => {
      let server: TestServer;
      let things: Things | undefined;

      beforeAll(async () => {
        server = await startTestServer(inProcess, engine);
      });

      beforeEach(async () => {
        things ??= await thingsOfOctocat(server);
      });

      afterAll(() => server.close());

      test.each(Object.entries(answers[operationTable[id].caller]) as [Kind, Answers[Kind]][])(
        "answers %s with %s",
        async (kind, answer) => {
          const current = things as Things;
          const before = await possessions(server);
          // The right caller may change or take them.
          if (answer === "right") things = undefined;
          const headers = kinds[kind](current, server, row.application ?? gemUpdater);
          const response = await send(server, id, row.request(current), headers);
          expect(response.status).toBe(typeof answer === "number" ? answer : row[answer]);
          expectChallenge(
            response,
            kind === "a two-factor user without a code" && operationTable[id].caller !== "application",
          );
          if (answer !== "right") {
            expect(await possessions(server)).toEqual(before);
            expectNothingOf(before, await response.text(), id);
          }
        },
      );
    });
  });
});

function send(server: TestServer, id: OperationId, request: ReturnType<AnyRow["request"]>, headers: Headers) {
  const { path: values = {}, body } = request;
  const { method, path } = operationTable[id];
  const target = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(values[name])));
  const sent = body === undefined ? null : JSON.stringify(body);
  return server.fetch(new Request(server.baseUrl + target, { method, headers, body: sent }));
}

/** A one-time code is asked for after a right password alone; no 401 says how to sign in, as on GitHub. */
function expectChallenge({ headers }: Response, forCode: boolean): void {
  expect(headers.get("x-github-otp")).toBe(forCode ? "required; app" : null);
  expect(headers.has("www-authenticate")).toBe(false);
}

/** Nothing of octocat is in an answer; the list of a stranger is empty. */
function expectNothingOf({ authorizations }: Possessions, text: string, id: OperationId): void {
  expect(text).not.toContain(octocat.login);
  for (const { hashed_token } of authorizations) expect(text).not.toContain(hashed_token);
  if (id.startsWith("oauth-authorizations/list-") && text.startsWith("[")) expect(text).toBe("[]");
}

type Possessions = Awaited<ReturnType<typeof possessions>>;

/** Everything octocat has. */
async function possessions(server: TestServer) {
  return { authorizations: await authorizationsOf(server, octocat), grants: await grantsOf(server, octocat) };
}

/** Makes them anew. */
async function thingsOfOctocat(server: TestServer): Promise<Things> {
  await deleteAll(server, [octocat]);
  const dead = await applicationToken(server, octocat, gemUpdater);
  await server.as(octocat).call("oauth-authorizations/delete-authorization", { path: { authorization_id: dead.id } });
  await personalToken(server, octocat, { note: "personal", scopes: ["repo"] });
  await applicationToken(server, octocat, gemUpdater, { scopes: ["user"], fingerprint });
  const { id, token } = await applicationToken(server, octocat, gemUpdater, { scopes: ["repo", "user"] });
  const { token: tokenOfReviewer } = await applicationToken(server, octocat, reviewer);
  const grants = await grantsOf(server, octocat);
  const grant = grants.find(({ app }) => app.client_id === gemUpdater.clientId)?.id ?? 0;
  return { authorization: id, grant, token, tokenOfReviewer, deadToken: dead.token };
}
