import type { ApplicationCredentials } from "@grantbook/client";
import { type OperationId, operationTable } from "@grantbook/contract";
import { defaultPasswordLimits } from "@grantbook/server";
import { engines } from "@grantbook/test-kit/engines";
import { runCount, seed } from "@grantbook/test-kit/random";
import { gemUpdater, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Placeholders, requestsFor, type WrittenRequest } from "./arbitraries.js";
import { applications, resetFixtures, toRequest } from "./fixtures.js";

/** A request, and the application it is about. */
interface Step {
  readonly id: OperationId;
  readonly request: WrittenRequest;
  readonly application: ApplicationCredentials;
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  ...(Object.keys(operationTable) as OperationId[]).map((id) =>
    fc.record({ id: fc.constant(id), request: requestsFor(id), application: fc.constantFrom(...applications) }),
  ),
);

/** Shows in the end what has become of everything. */
const lists = (["oauth-authorizations/list-authorizations", "oauth-authorizations/list-grants"] as const).map((id) => ({
  id,
  request: { method: "GET", target: operationTable[id].path, headers: {}, body: null },
  application: gemUpdater,
}));

/** A server with one engine, on its way through the steps. */
class Walk {
  /** Identifiers and tokens are others on every server; each is known by the place at which it was first seen. */
  readonly #seen: string[] = [];
  #things = new Map<ApplicationCredentials, Placeholders>();

  private constructor(readonly server: TestServer) {}

  static async start(server: TestServer): Promise<Walk> {
    const walk = new Walk(server);
    walk.#things = await resetFixtures(server);
    return walk;
  }

  /** Responses, in a form that is equal for equal behaviour. */
  async answerTo({ id, request, application }: Step): Promise<unknown> {
    const things = this.#things.get(application);
    const { status, headers, ...response } = await answerOf(
      this.server,
      toRequest(this.server, id, request, application, things),
    );
    const { id: made, token } = response.body as { readonly id?: number; readonly token?: string };
    if (things && made !== undefined && token) {
      this.#things.set(application, { ...things, authorization_id: `${made}`, access_token: token });
    }
    const link = headers.get("link")?.replaceAll(/\d{3,}/g, "#");
    return { status, link, body: this.#told(response.body) };
  }

  #told(value: unknown, key = ""): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#told(item));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.#told(item, name)]));
    }
    if (value === "" || value === null) return value;
    if (["id", "token", "hashed_token", "token_last_eight"].includes(key)) return this.#placeOf(`${key} ${value}`);
    return key === "url" ? String(value).replace(/\d+$/, (id) => this.#placeOf(`id ${id}`)) : value;
  }

  #placeOf(thing: string): string {
    if (!this.#seen.includes(thing)) this.#seen.push(thing);
    return `#${this.#seen.indexOf(thing)}`;
  }
}

async function answerOf({ fetch }: TestServer, request: Request) {
  const response = await fetch(request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}

const isPossible = engines.length > 1 && engines.every(({ missing }) => !missing);
describe.skipIf(!isPossible)(`${engines.map(({ name }) => name).join(" and ")}`, () => {
  let servers: readonly TestServer[] = [];
  const started: TestServer[] = [];

  beforeAll(async () => {
    for (const engine of engines) started.push(await startTestServer(inProcess, engine));
    const passwordLimits = { ...defaultPasswordLimits, cacheTtlMs: Number.MAX_SAFE_INTEGER };
    servers = await Promise.all(started.map((server) => server.withOverrides({ passwordLimits })));
  });

  afterAll(async () => {
    for (const server of started) await server.close();
  });

  test("answer any sequence of requests alike, but for identifiers and tokens", async () => {
    const property = fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 25, size: "max" }), async (all) => {
      const walks = await Promise.all(servers.map((server) => Walk.start(server)));
      for (const step of [...all, ...lists]) {
        const [first, ...others] = await Promise.all(walks.map((walk) => walk.answerTo(step)));
        for (const other of others) expect(other).toEqual(first);
      }
    });
    await fc.assert(property, { seed, numRuns: runCount(40) });
  });
});
