import { openPostgresStore } from "@grantbook/server/postgres";
import { authorizationsOf } from "@grantbook/test-kit/arrange";
import { engines } from "@grantbook/test-kit/engines";
import { type Cluster, startCluster } from "@grantbook/test-kit/postgres/cluster";
import { octocat, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

/** Milliseconds that a test waits for a condition. */
const patient = 60_000;
/** Milliseconds that the store waits for the database. */
const timeoutMs = 1000;

// A server of its own, that has on disk what it has acknowledged, and that comes to harm.
const engine = engines.find(({ isShared }) => isShared);
describe.skipIf(!engine || engine.missing)(engine?.name ?? "PostgreSQL", () => {
  let cluster: Cluster;
  let server: TestServer;

  beforeAll(async () => {
    cluster = await startCluster({ isDurable: true });
  });

  afterAll(() => cluster?.remove());

  beforeEach(async () => {
    const open = () => openPostgresStore(cluster.url, { timeoutMs });
    server = await startTestServer(inProcess, { create: async () => ({ open, remove: async () => undefined }) });
  });

  afterEach(async () => {
    await server.store.clear();
    await server.close();
  });

  const create = (note: string) =>
    server.as(octocat).call("oauth-authorizations/create-authorization", { body: { note } });
  const list = () => server.as(octocat).call("oauth-authorizations/list-authorizations");
  const notes = async () => (await authorizationsOf(server, octocat)).map(({ note }) => note ?? "");
  /** Waits until requests are answered again, by the same server. */
  const recovered = () => vi.waitFor(async () => expect((await list()).status).toBe(200), { timeout: patient });

  /** Creates tokens while something happens to the database. Returns the notes of the acknowledged ones. */
  async function creatingWhile(happen: () => Promise<void>): Promise<{ acknowledged: string[]; tried: string[] }> {
    const acknowledged: string[] = [];
    const tried: string[] = [];
    let isOver = false;
    const writer = async (name: string) => {
      for (let count = 0; !isOver; count += 1) {
        const note = `${name} ${count}`;
        tried.push(note);
        const { status, headers } = await create(note);
        expect([201, 503]).toContain(status);
        if (status === 201) acknowledged.push(note);
        else expect(headers).toMatchObject({ "retry-after": expect.stringMatching(/^\d+$/) });
      }
    };
    const writers = Promise.all(["a", "b", "c", "d"].map(writer));
    await vi.waitUntil(() => acknowledged.length > 20, { timeout: patient });
    await happen();
    await recovered();
    const before = acknowledged.length;
    await vi.waitUntil(() => acknowledged.length > before + 20, { timeout: patient });
    isOver = true;
    await writers;
    return { acknowledged, tried };
  }

  /** Requires every acknowledged change to be stored once, and nothing that no client requested. */
  async function expectKept({ acknowledged, tried }: { acknowledged: string[]; tried: string[] }): Promise<void> {
    expect(tried.length).toBeGreaterThan(acknowledged.length);
    const { user } = (await server.store.credentials(octocat.login)) ?? {};
    const { items } = await server.store.listAuthorizations(user?.id ?? 0, { page: 1, perPage: 1_000_000 }, null);
    const stored = items.map(({ note }) => note ?? "");
    expect(new Set(stored).size).toBe(stored.length);
    expect(acknowledged.filter((note) => !stored.includes(note))).toEqual([]);
    expect(stored.filter((note) => !tried.includes(note))).toEqual([]);
  }

  test("stopped: every request is answered with 503, and well again once it runs", async () => {
    await create("before");
    await cluster.stop("SIGINT");
    for (const answer of [await create("meanwhile"), await list()]) {
      expect(answer).toMatchObject({
        status: 503,
        headers: { "retry-after": "1" },
        body: { message: "Service unavailable. Please try again later." },
      });
    }
    await cluster.start();
    await recovered();
    expect(await notes()).toEqual(["before"]);
  });

  test("ended in the middle of everything, and started again: nothing that was acknowledged is lost", async () => {
    const result = await creatingWhile(async () => {
      await cluster.stop("SIGQUIT");
      await cluster.start();
    });
    await expectKept(result);
  });

  test("with a process of it killed: it starts itself again, and nothing that was acknowledged is lost", async () => {
    const result = await creatingWhile(async () => {
      const [, connection = 0] = await cluster.pids();
      process.kill(connection, "SIGKILL");
    });
    await expectKept(result);
  });

  test("frozen: requests are answered with 503 when the time is over, and well again once it goes on", async () => {
    await create("before");
    const thaw = await cluster.freeze();
    const answers = await Promise.all([create("meanwhile"), list(), ...Array.from({ length: 20 }, list)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    thaw();
    await recovered();
    // Statements that were sent in time may still take effect.
    expect(["before", "before,meanwhile"]).toContain((await notes()).join());
    expect((await create("after")).status).toBe(201);
  });

  test("away at the start: it is said in one line, and known as something that may pass", async () => {
    await cluster.stop("SIGINT");
    const opening = openPostgresStore(cluster.url, { timeoutMs });
    await expect(opening).rejects.toThrow(/^cannot open the PostgreSQL database [^\n]*: connect ECONNREFUSED [^\n]*$/);
    await expect(opening).rejects.toMatchObject({ cause: { name: "StoreUnavailableError" } });
    await cluster.start();
    await recovered();
  });
});
