import type { ApplicationCredentials } from "@grantbook/client";
import type { OperationIdFor, RequestOf } from "@grantbook/contract";
import { gemUpdater, type TestServer } from "@grantbook/test-kit/test-server";
import { expect } from "vitest";
import { type CommonScenario, callAs, everyOperation, refusedBodies, type ValidRequest } from "./common-scenarios.js";

/** The cell of an application that asked too often. */
function askedTooOften<Id extends OperationIdFor<"application">>(id: Id, valid: ValidRequest<Id>): CommonScenario<Id> {
  return {
    async call(server) {
      const request = await valid(server);
      const strict = await server.withOverrides({ rateLimit: 0 });
      return callAs(strict, gemUpdater, id, request);
    },
    check({ body, headers }) {
      expect(body).toMatchObject({ message: `API rate limit exceeded for application ${gemUpdater.clientId}.` });
      expect(headers).toMatchObject({ "x-ratelimit-limit": "0", "x-ratelimit-remaining": "0" });
    },
  };
}

type TokenPath =
  | "apps/check-authorization"
  | "apps/reset-authorization"
  | "apps/revoke-authorization-for-application"
  | "apps/revoke-grant-for-application";

/** The cells that every operation for applications has whose path names a token. */
export function tokenPathOperation<Id extends TokenPath>(id: Id, valid: ValidRequest<Id>) {
  const withToken = (access_token: string): CommonScenario<Id>["call"] => {
    const path = { client_id: gemUpdater.clientId, access_token };
    return (server) => callAs(server, gemUpdater, id, { path } as unknown as RequestOf<Id>);
  };
  return {
    ...everyOperation(id, valid, gemUpdater, wrongSecret),
    403: askedTooOften(id, valid),
    404: { call: withToken("gho_unknown") },
    422: { call: withToken("x".repeat(256)) },
  };
}

const wrongSecret = { clientId: gemUpdater.clientId, clientSecret: "0".repeat(40) };

/** The cells that every operation for applications has whose body has a token. */
export function applicationOperation<Id extends Exclude<OperationIdFor<"application">, TokenPath>>(
  id: Id,
  valid: ValidRequest<Id>,
  application: ApplicationCredentials = gemUpdater,
) {
  const unknown: CommonScenario<Id> = {
    async call(server) {
      const request = await valid(server);
      return callAs(server, application, id, { ...request, body: { ...request.body, access_token: "ghu_unknown" } });
    },
    check({ body }) {
      expect(body).toMatchObject({ message: "Not Found", status: "404" });
    },
  };
  return {
    ...everyOperation(id, valid, application, { ...application, clientSecret: "0".repeat(40) }),
    403: askedTooOften(id, valid),
    404: unknown,
    ...refusedBodies(id, valid, application),
    422: {
      async call(server: TestServer) {
        return callAs(server, application, id, { ...(await valid(server)), body: {} as never });
      },
      check({ body }: { readonly body?: unknown }) {
        expect(body).toMatchObject({ message: 'Invalid request.\n\n"access_token" wasn\'t supplied.' });
      },
    },
  };
}
