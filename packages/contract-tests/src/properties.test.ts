import { randomBytes } from "node:crypto";
import type { ApplicationCredentials, UserCredentials } from "@grantbook/client";
import { type OperationEntry, type OperationId, operationTable } from "@grantbook/contract";
import { createServer, defaultPasswordLimits, type Server } from "@grantbook/server";
import { authorizationsOf, grantsOf } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { seed } from "@grantbook/test-kit/random";
import {
  clientsOf,
  gemUpdater,
  hubot,
  octocat,
  startTestServer,
  type TestServer,
} from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyText, type Placeholders, printable, requestsFor, runsWith, type WrittenRequest } from "./arbitraries.js";
import { applications, asOctocat, resetFixtures, toRequest } from "./fixtures.js";

/** Failures that the server reported. */
const failures: unknown[] = [];
let testServer: TestServer;
/** For each application, what requests about it are filled in with. */
let things = new Map<ApplicationCredentials, Placeholders>();
/** The rows that a request may have changed are to be made anew. */
let isStale = true;

/** Everything both users have. That it can be listed shows that the server goes on answering. */
async function rows() {
  const of = async (user: UserCredentials) => ({
    authorizations: await authorizationsOf(testServer, user),
    grants: await grantsOf(testServer, user),
  });
  return { octocat: await of(octocat), hubot: await of(hubot) };
}

async function renew(): Promise<void> {
  things = await resetFixtures(testServer);
  isStale = false;
}

/** A written request as it is sent, about an application. */
function written(id: OperationId, request: WrittenRequest, application: ApplicationCredentials): Request {
  return toRequest(testServer, id, request, application, things.get(application));
}

/** Allowed statuses: those of every operation that the path may mean, and 404. */
function declaredStatuses({ method, url }: Request): readonly number[] {
  const [path = ""] = url.split(/[?#]/);
  const segments = path.startsWith(`${testServer.baseUrl}/`) ? path.slice(testServer.baseUrl.length).split("/") : [];
  const meant = Object.values<OperationEntry>(operationTable).filter((route) => {
    const pattern = route.path.split("/");
    const fits = pattern.every((part, index) => (part.startsWith("{") ? segments[index] : segments[index] === part));
    return route.method === method && pattern.length === segments.length && fits;
  });
  return meant.length > 0 ? meant.flatMap(({ statuses }) => statuses) : [401, 404];
}

/** An answer that can be read: JSON, or nothing at all where there is nothing to say. */
function expectReadable({ status, headers }: Response, text: string): void {
  if (status === 204 || status === 304) {
    expect(text).toBe("");
  } else {
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    const body = status < 400 ? {} : { message: expect.any(String), status: String(status) };
    expect(JSON.parse(text)).toMatchObject(body);
  }
}

/** Sends a request, and looks at the answer and at what became of the rows. Gives the status. */
async function expectWellAnswered(request: Request): Promise<number> {
  const before = await rows();
  isStale = true;
  failures.length = 0;
  const response = await testServer.fetch(request);
  expectReadable(response, await response.text());
  expect(failures.map(String)).toEqual([]);
  expect(response.status).toBeLessThan(500);
  expect(declaredStatuses(request)).toContain(response.status);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  const after = await rows();
  if (response.status >= 300 || request.method === "GET") {
    expect(after).toEqual(before);
    isStale = false;
  }
  if (request.headers.get("authorization") === asOctocat) expect(after.hubot).toEqual(before.hubot);
  return response.status;
}

/** Runs a property of the server, with all rows there at the start of each run. */
async function holds<T>(
  arbitrary: fc.Arbitrary<T>,
  predicate: (value: T) => Promise<unknown>,
  parameters: fc.Parameters<[T]>,
): Promise<void> {
  const property = fc.asyncProperty(arbitrary, async (value) => {
    if (isStale) await renew();
    await predicate(value);
  });
  await fc.assert(property, parameters);
}

/** Texts that can be stored. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0") && [...text].length <= 255;
}

describeEngines((engine) => {
  beforeAll(async () => {
    isStale = true;
    const inhabited = await startTestServer(inProcess, engine);
    const { store, clock, baseUrl } = inhabited;
    const server: Server = createServer({
      store,
      key: randomBytes(32),
      publicUrl: baseUrl.replace("/api/v3", ""),
      now: () => clock.now,
      onError: (error) => failures.push(error),
      passwordLimits: { ...defaultPasswordLimits, cacheTtlMs: Number.MAX_SAFE_INTEGER },
    });
    testServer = { ...inhabited, as: clientsOf(baseUrl, server.fetch), fetch: server.fetch };
  });

  afterAll(() => testServer.close());

  describe("any request is answered as described, and one that is refused changes nothing", () => {
    const ids = Object.keys(operationTable) as OperationId[];
    test.each(ids)("%s", async (id) => {
      await holds(
        fc.tuple(requestsFor(id), fc.constantFrom(...applications)),
        ([request, application]) => expectWellAnswered(written(id, request, application)),
        { seed: seed + ids.indexOf(id), numRuns: runsWith(engine, 40) },
      );
    });

    test("with any Authorization header, and nobody is let in", async () => {
      const credentials = fc.oneof(
        fc.tuple(anyText, anyText).map(([name, password]) => basicAuth(name, password)),
        fc.uint8Array().map((bytes) => `Basic ${Buffer.from(bytes).toString("base64")}`),
        fc
          .tuple(fc.constantFrom("Basic", "basic", "Bearer", "token", "Digest", ""), printable)
          .map((parts) => parts.join(" ")),
      );
      const all = fc.constantFrom(...Object.values<OperationEntry>(operationTable));
      await holds(
        fc.tuple(credentials, all),
        async ([authorization, { method, path }]) => {
          const request = new Request(testServer.baseUrl + path, { method, headers: { authorization } });
          expect([401, 403]).toContain(await expectWellAnswered(request));
        },
        { seed, numRuns: runsWith(engine, 75) },
      );
    });
  });

  describe("an identifier in another form is nobody's", () => {
    const forms = ["0~", "+~", "-~", "~.0", "~e0", "%20~", "~%20", "~%0a", "~%00", "~%2f", "~;", "%30~", "~,~"];
    const ids = (Object.keys(operationTable) as OperationId[]).filter((id) =>
      /\{(grant|authorization)_id\}$/.test(operationTable[id].path),
    );
    test.each(ids.flatMap((id) => forms.map((form) => [id, form] as const)))("%s %s", async (id, form) => {
      if (isStale) await renew();
      const { method, path } = operationTable[id];
      const target = path.replace(/\{(\w+)\}/, (_, name) => form.replaceAll("~", `~${name}~`));
      const body = method === "POST" || method === "PATCH" ? '{"note":"changed"}' : null;
      expect(await expectWellAnswered(written(id, { method, target, headers: {}, body }, gemUpdater))).toBe(404);
    });
  });

  describe("text is given back as it was sent, or refused", () => {
    test("a note and a fingerprint in a body", async () => {
      await holds(
        fc.record({ note: anyText, fingerprint: anyText }),
        async (body) => {
          isStale = true;
          const answer = await testServer.as(octocat).call("oauth-authorizations/create-authorization", { body });
          const isAccepted = isStorable(body.note) && isStorable(body.fingerprint) && body.note !== "";
          expect(answer.status).toBe(isAccepted ? 201 : 422);
          if (answer.status !== 201) return;
          const shown = { ...body, fingerprint: body.fingerprint || null };
          expect(answer.body).toMatchObject(shown);
          expect((await authorizationsOf(testServer, octocat)).find(({ id }) => id === answer.body.id)).toMatchObject(
            shown,
          );
        },
        { seed, numRuns: runsWith(engine, 75) },
      );
    });

    test("a fingerprint in a path", async () => {
      // "." and ".." cannot be sent in a path: URLs are normalized first (RFC 3986, 6.2.2).
      const texts = anyText.filter((text) => text.isWellFormed() && !["", ".", ".."].includes(text));
      await holds(
        texts,
        async (fingerprint) => {
          isStale = true;
          const { clientId: client_id, clientSecret: client_secret } = gemUpdater;
          const answer = await testServer
            .as(octocat)
            .call("oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint", {
              path: { client_id, fingerprint },
              body: { client_secret },
            });
          expect(answer.status).toBe(isStorable(fingerprint) ? 201 : 422);
          if (answer.status === 201) expect(answer.body.fingerprint).toBe(fingerprint);
        },
        { seed, numRuns: runsWith(engine, 75) },
      );
    });
  });
});
