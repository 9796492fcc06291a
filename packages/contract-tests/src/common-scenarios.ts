import type { CallResult, Credentials } from "@grantbook/client";
import type { OperationId, OperationIdFor, RequestOf } from "@grantbook/contract";
import { defaultLoginLimits, type Store, StoreUnavailableError } from "@grantbook/server";
import { personalToken } from "@grantbook/test-kit/arrange";
import { octocat, type TestServer } from "@grantbook/test-kit/test-server";
import { expect } from "vitest";

/** Makes a request that is answered well, with what it needs on the server. */
export type ValidRequest<Id extends OperationId> = (server: TestServer) => Promise<RequestOf<Id>>;

/** A scenario that fits every operation: it looks at no more of an answer than all have. */
export interface CommonScenario<Id extends OperationId> {
  call(server: TestServer): Promise<CallResult<Id>>;
  check(answer: { readonly body?: unknown; readonly headers?: unknown }): void;
}

/** Calls an operation as anybody. Scenarios with the wrong caller need what the types of the client forbid. */
export function callAs<Id extends OperationId>(
  server: TestServer,
  credentials: Credentials,
  id: Id,
  request: RequestOf<Id>,
): Promise<CallResult<Id>> {
  const client = server.as(credentials as never) as unknown as {
    call(id: Id, request: unknown): Promise<CallResult<Id>>;
  };
  return client.call(id, request);
}

/** A request with one more header. */
function withHeader<Id extends OperationId>(request: RequestOf<Id>, header: Record<string, string>): RequestOf<Id> {
  return { ...request, headers: { ...(request as { headers?: object }).headers, ...header } };
}

/** The cell for a condition that does not hold: no object has this tag. */
export function unmetCondition<Id extends OperationId>(
  id: Id,
  valid: ValidRequest<Id>,
  credentials: Credentials,
): CommonScenario<Id> {
  return {
    async call(server) {
      const request = await valid(server);
      const answer = await callAs(server, credentials, id, withHeader(request, { "if-match": '"another state"' }));
      // Nothing was changed: the same request is answered well without the condition.
      const { status } = (await callAs(server, credentials, id, request)) as { status: number };
      expect(status).toBeLessThan(300);
      return answer;
    },
    check({ body }) {
      expect(body).toMatchObject({ message: "Precondition Failed", status: "412" });
    },
  };
}

/** The cell of a read whose copy is current. */
export function currentCopy<Id extends OperationIdFor<"user" | "anyone" | "token">>(
  id: Id,
  valid: ValidRequest<Id>,
): CommonScenario<Id> {
  return {
    async call(server) {
      const request = await valid(server);
      const { headers } = (await callAs(server, octocat, id, request)) as { headers: { etag: string } };
      return callAs(server, octocat, id, withHeader(request, { "if-none-match": `"another", ${headers.etag}` }));
    },
    check(answer) {
      expect(answer).not.toHaveProperty("body");
      expect(answer.headers).toMatchObject({
        etag: expect.stringMatching(/^W\/"[0-9a-f]{64}"$/),
        "cache-control": expect.stringContaining("private"),
      });
      expect(answer.headers).not.toHaveProperty("content-type");
    },
  };
}

/** The cell of an operation that is switched off: removed, or in a brownout. */
export function switchedOff<Id extends OperationIdFor<"user">>(
  id: Id,
  valid: ValidRequest<Id>,
  state: "brownout" | "removed",
): CommonScenario<Id> {
  return {
    async call(server) {
      const request = await valid(server);
      return callAs(await server.withOverrides({ sunset: { state } }), octocat, id, request);
    },
    check({ headers }) {
      expect(headers).toMatchObject({ deprecation: "@1581638400", sunset: "Fri, 13 Nov 2020 16:00:00 GMT" });
    },
  };
}

/** Queries of the store that authentication uses. */
const signIn: readonly (keyof Store)[] = ["credentials", "applicationForSecret", "failedLogins", "checkWritable"];

/** A store that fails at everything but what is named. */
function failing(store: Store, failure: () => Error, untouched: readonly (string | symbol)[]): Store {
  return new Proxy(store, {
    get: (target, name) => (untouched.includes(name) ? Reflect.get(target, name) : () => Promise.reject(failure())),
  });
}

/** The cells that every operation has, from a request that is answered well by the caller it is for. */
export function everyOperation<Id extends OperationId>(
  id: Id,
  valid: ValidRequest<Id>,
  right: Credentials,
  wrong: Credentials,
  untouched = signIn,
) {
  const cells: Record<400 | 401 | 500 | 503, CommonScenario<Id>> = {
    400: {
      async call(server) {
        const request = { ...(await valid(server)), headers: { "x-github-api-version": "1999-01-01" } };
        return callAs(server, right, id, request as never);
      },
      check({ body }) {
        expect(body).toMatchObject({ message: "Bad Request", errors: expect.stringContaining('"1999-01-01"') });
      },
    },
    401: {
      async call(server) {
        return callAs(server, wrong, id, await valid(server));
      },
      check({ body, headers }) {
        expect(body).toMatchObject({ message: "Bad credentials", status: "401" });
        expect(headers).not.toHaveProperty("www-authenticate");
      },
    },
    500: {
      async call(server) {
        const request = await valid(server);
        const broken = await server.withOverrides({
          store: (store) => failing(store, () => new Error("a private detail"), untouched),
        });
        return callAs(broken, right, id, request);
      },
      check({ body }) {
        expect(body).toMatchObject({ message: "Server Error", status: "500" });
        expect(JSON.stringify(body)).not.toContain("private");
      },
    },
    503: {
      async call(server) {
        const request = await valid(server);
        const unavailable = () => new StoreUnavailableError(new Error("a private detail"));
        const away = await server.withOverrides({ store: (store) => failing(store, unavailable, untouched) });
        return callAs(away, right, id, request);
      },
      check({ body, headers }) {
        expect(headers).toMatchObject({ "retry-after": "1" });
        expect(JSON.stringify(body)).not.toContain("private");
      },
    },
  };
  return cells;
}

/** The cells that every operation has that anyone may call, or anyone with a token. */
export function openOperation<Id extends OperationIdFor<"anyone" | "token">>(
  id: Id,
  valid: ValidRequest<Id> = async () => ({}) as RequestOf<Id>,
) {
  return {
    ...everyOperation(id, valid, octocat, { token: "ghp_unknown" }, []),
    304: currentCopy(id, valid),
    403: {
      async call(server: TestServer) {
        const strict = await server.withOverrides({
          loginLimits: { ...defaultLoginLimits, passwords: { maxFailures: 1, windowMs: 1000 } },
        });
        await callAs(strict, { ...octocat, password: "wrong" }, id, await valid(server));
        return callAs(strict, octocat, id, await valid(server));
      },
      check({ body }: { readonly body?: unknown }) {
        expect(body).toMatchObject({ message: expect.stringMatching(/^Maximum number of login attempts exceeded/) });
      },
    },
  };
}

/** The cells that every operation for users has. */
export function userOperation<Id extends OperationIdFor<"user">>(id: Id, valid: ValidRequest<Id>) {
  const forbidden: CommonScenario<Id> = {
    async call(server) {
      const { token } = await personalToken(server, octocat, { note: "in place of a password" });
      return callAs(server, { login: octocat.login, password: token }, id, await valid(server));
    },
    check({ body }) {
      expect(body).toMatchObject({ message: "This API can only be accessed with username and password Basic Auth" });
    },
  };
  return {
    ...everyOperation(id, valid, octocat, { login: octocat.login, password: "not octocat's password" }),
    403: forbidden,
  };
}

/** The cells for a body beyond the limit of the description, and for one with a content coding. */
export function refusedBodies<Id extends OperationId>(id: Id, valid: ValidRequest<Id>, credentials: Credentials) {
  const tooLarge: CommonScenario<Id> = {
    async call(server) {
      const request = { ...(await valid(server)), body: { note: "n".repeat(65_536) } };
      return callAs(server, credentials, id, request as never);
    },
    check({ body }) {
      expect(body).toMatchObject({ message: "Body should be at most 65536 bytes long" });
    },
  };
  const compressed: CommonScenario<Id> = {
    async call(server) {
      return callAs(server, credentials, id, withHeader(await valid(server), { "content-encoding": "gzip" }));
    },
    check({ body, headers }) {
      expect(body).toMatchObject({ message: expect.stringContaining("compressed"), status: "415" });
      expect(headers).toMatchObject({ "accept-encoding": "identity" });
    },
  };
  return { 413: tooLarge, 415: compressed };
}

/** The cells that every operation for users has that changes an object with an identifier. */
export function userChange<Id extends OperationIdFor<"user">>(id: Id, valid: ValidRequest<Id>) {
  return { ...userOperation(id, valid), 412: unmetCondition(id, valid, octocat) };
}
