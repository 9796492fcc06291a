import { createHash, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "@grantbook/server";
import type { DatabaseLocks } from "@grantbook/server/engine";
import { openPostgresStore } from "@grantbook/server/postgres";
import { openSqliteStore, type SqliteStore } from "@grantbook/server/sqlite";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { randomFrom, seed } from "@grantbook/test-kit/random";
import { emptySchema, run, type ServerProcess } from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { expect } from "vitest";

// The server is killed again and again while clients write. What it acknowledged must be there afterwards; what it did
// not must be there whole or not at all.

/** Rounds of a run; more with CRASH_ROUNDS=400. */
const rounds = Number(process.env.CRASH_ROUNDS ?? 10);
const clients = 6;
/** Responses of a round before the kill: a random number, from enough for several creations. */
const [minResponses, maxResponses] = [5, 60];
/** Milliseconds that it may take, on a machine with ten times as much to do. */
export const crashPatience = 60_000 + rounds * 30_000;

const password = "a long password";
const clientId = "0123456789abcdef0123";
const clientSecret = randomBytes(20).toString("hex");
const headers = { authorization: basicAuth("octocat", password) };

/** Expected state of an authorization. The effect of the last request is unknown until its response arrives. */
interface Expected {
  readonly fingerprint: string;
  /** `undefined` until it was acknowledged. */
  token?: string;
  id?: number;
  scopes: string[];
  /** Scopes that were asked for, or its deletion. */
  asked: "creation" | "change" | "deletion" | undefined;
  isDeleted: boolean;
}

/** One client: makes authorizations of the application, changes and deletes them, until the server is gone. */
async function write(api: string, name: string, written: Expected[], onResponse: () => void): Promise<void> {
  const send = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${api}${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
    const content = answer.status === 204 ? {} : ((await answer.json()) as { id?: number; token?: string });
    onResponse();
    return { status: answer.status, ...content };
  };
  for (let index = 0; ; index += 1) {
    const expected: Expected = {
      fingerprint: `${name}-${index}`,
      scopes: ["gist"],
      asked: "creation",
      isDeleted: false,
    };
    written.push(expected);
    const wanted = { client_secret: clientSecret, scopes: ["gist"], note: name };
    const created = await send("PUT", `/authorizations/clients/${clientId}/${expected.fingerprint}`, wanted);
    expect(created.status).toBe(201);
    Object.assign(expected, { id: created.id, token: created.token, asked: undefined });
    if (index % 3 === 1) {
      expected.asked = "change";
      expect((await send("PATCH", `/authorizations/${created.id}`, { add_scopes: ["repo"] })).status).toBe(200);
      Object.assign(expected, { scopes: ["gist", "repo"], asked: undefined });
    } else if (index % 3 === 2) {
      expected.asked = "deletion";
      expect((await send("DELETE", `/authorizations/${created.id}`)).status).toBe(204);
      Object.assign(expected, { isDeleted: true, asked: undefined });
    }
  }
}

type Authorization = NonNullable<Awaited<ReturnType<Store["authorizationInSlot"]>>>;
type Application = Parameters<Store["token"]>[0];

interface Tally {
  acknowledged: number;
  /** Of those not acknowledged, those that are there all the same, and those that are not. */
  present: number;
  absent: number;
}

/** Compares what is there with what must be, and counts it. */
async function verify(store: Store, written: readonly Expected[], tally: Tally): Promise<void> {
  const user = (await store.credentials("octocat"))?.user.id ?? 0;
  const application = await store.application(clientId);
  if (!application) throw new Error("The application is gone.");
  const grant = await store.grantOf(user, application.id);
  for (const expected of written) {
    const { fingerprint, asked, isDeleted } = expected;
    const found = await store.authorizationInSlot(user, application.id, fingerprint);
    const isUnsure = asked === "creation" || asked === "deletion";
    if (isUnsure) tally[found ? "present" : "absent"] += 1;
    else expect(found === undefined, `${fingerprint} is ${found ? "there" : "gone"}`).toBe(isDeleted);
    if (asked !== "creation") tally.acknowledged += 1;
    if (!found) continue;
    expect(grant?.scopes).toEqual(expect.arrayContaining([...found.scopes]));
    await verifyFound(store, application, expected, found);
  }
}

async function verifyFound(
  store: Store,
  application: Application,
  expected: Expected,
  found: Authorization,
): Promise<void> {
  const { token, id, scopes, asked } = expected;
  expect(asked === "change" ? [["gist"], ["gist", "repo"]] : [scopes]).toContainEqual(found.scopes);
  if (token === undefined) return;
  const hash = createHash("sha256").update(token).digest("hex");
  expect(found).toMatchObject({ id, tokenHash: hash });
  expect((await store.token(application, hash, new Date()))?.authorization.id).toBe(id);
}

/** Requires every stored object to be one that a client requested, once. */
async function verifyAll(store: Store, written: readonly Expected[]): Promise<void> {
  const user = (await store.credentials("octocat"))?.user.id ?? 0;
  const { items } = await store.listAuthorizations(user, { page: 1, perPage: 1_000_000 }, null);
  const stored = items.map(({ fingerprint }) => fingerprint ?? "");
  expect(new Set(stored).size).toBe(stored.length);
  const asked = new Set(written.map(({ fingerprint }) => fingerprint));
  expect(stored.filter((fingerprint) => !asked.has(fingerprint))).toEqual([]);
  expect((await store.listGrants(user, { page: 1, perPage: 100 }, null)).items).toHaveLength(1);
}

async function crash(
  name: string,
  database: string,
  open: () => Promise<Store>,
  check: (store: Store) => Promise<void>,
  environment: Record<string, string> = {},
): Promise<void> {
  const folder = newFolder();
  writeFileSync(
    join(folder, "seed.json"),
    JSON.stringify({
      users: [{ login: "octocat", password }],
      applications: [{ name: "CI", url: "https://ci.example/", client_id: clientId, client_secret: clientSecret }],
    }),
  );
  const all: Expected[] = [];
  const tally: Tally = { acknowledged: 0, present: 0, absent: 0 };
  const random = randomFrom(seed);
  let server: ServerProcess | undefined;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const flags = ["--port", "0", "--log-level", "error", ...(round === 0 ? ["--seed", "seed.json"] : [])];
      server = run(folder, ["serve", ...flags], { DATABASE_URL: database, ...environment });
      const responses = minResponses + random(maxResponses - minResponses);
      const written = await writeUntilKilled(server, round, responses);
      const store = await open();
      await verify(store, written, tally);
      all.push(...written);
      if (round % 10 === 9 || round === rounds - 1) {
        await verifyAll(store, all);
        await check(store);
      }
      await store.close();
    }
  } finally {
    await server?.stop("SIGKILL");
  }
  const { acknowledged, present, absent } = tally;
  expect(acknowledged).toBeGreaterThan(rounds);
  console.log(
    `crash, ${name}: ${rounds} kills; ${acknowledged} acknowledged writes, none lost; ` +
      `${present + absent} not acknowledged, ${present} there whole, ${absent} not there`,
  );
}

/** Has clients write, and kills the server in the middle of that. Gives what they wrote. */
async function writeUntilKilled(server: ServerProcess, round: number, responses: number): Promise<Expected[]> {
  const api = `${await server.listening()}/api/v3`;
  const written: Expected[] = [];
  let missing = responses;
  const onResponse = () => {
    missing -= 1;
    if (missing === 0) server.process.kill("SIGKILL");
  };
  const writing = Array.from({ length: clients }, (_, client) => write(api, `${round}-${client}`, written, onResponse));
  // A writer ends because the server is gone; anything else is a failure.
  for (const outcome of await Promise.allSettled(writing)) {
    expect((outcome as PromiseRejectedResult).reason).toMatchObject({ name: "TypeError" });
  }
  expect(await server.ended).toBe("SIGKILL");
  expect(server.output.stderr).toBe("");
  return written;
}

/** The proof with a SQLite file, which is read whole to find damages as well. */
export async function crashOnSqlite(): Promise<void> {
  const place = newFolder();
  const file = join(place, "grantbook.db");
  const open = () => openSqliteStore(file);
  const check = async (store: Store) => expect(await (store as SqliteStore).checkIntegrity()).toEqual([]);
  await crash("SQLite", `sqlite:${file}`, open, check);
}

/** The proof with PostgreSQL, which goes on while servers are killed. */
export async function crashOnPostgres(locks: DatabaseLocks): Promise<void> {
  const { url, close } = await emptySchema();
  const open = () => openPostgresStore(url, { locks });
  const environment = { DATABASE_LOCKS: locks };
  await crash(`PostgreSQL, ${locks}`, url, open, async () => undefined, environment).finally(close);
}
