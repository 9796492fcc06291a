import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OperationId } from "@grantbook/contract";
import { openPostgresStore } from "@grantbook/server/postgres";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { type Engine, postgresUrl, type TestDatabase } from "@grantbook/test-kit/engines";
import { createSchema } from "@grantbook/test-kit/postgres/schema";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { gemUpdater, mona, octocat, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Entry, harTransport } from "./har-transport.js";
import type { Pending, Scenario, unreachable } from "./matrix.js";
import { matrix } from "./scenarios/index.js";

type AnyCell = typeof unreachable | Pending | Scenario<OperationId, never>;

/** A database that is kept from one scenario to the next, so that also what was deleted may be found in it. */
interface KeptDatabase extends TestDatabase {
  /** Everything in it, as a thief would read it. */
  loot(): Promise<string>;
  end(): Promise<void>;
}

/** The file with its write-ahead log, byte by byte. */
async function keptFile(): Promise<KeptDatabase> {
  const folder = newFolder();
  const store = await openSqliteStore(join(folder, "grantbook.db"));
  return {
    open: async () => ({ ...store, close: async () => undefined }),
    remove: () => store.clear(),
    loot: async () =>
      readdirSync(folder)
        .map((file) => readFileSync(join(folder, file), "latin1"))
        .join("\n"),
    async end() {
      await store.close();
    },
  };
}

/** Every row of every table. */
async function keptSchema(): Promise<KeptDatabase> {
  const schema = await createSchema(postgresUrl());
  const store = await openPostgresStore(schema.url);
  return {
    open: async () => ({ ...store, close: async () => undefined }),
    remove: schema.empty,
    loot: schema.dump,
    async end() {
      await store.close();
      await schema.close();
    },
  };
}

const keep = ({ isShared }: Engine): Promise<KeptDatabase> => (isShared ? keptSchema() : keptFile());

/** The secrets of an exchange: the credentials, and what bodies and URLs have under the name of a secret. */
function secretsOf({ request, response }: Entry): string[] {
  const secrets: string[] = [];
  for (const { name, value } of request.headers) {
    if (name === "x-github-otp") secrets.push(value);
    if (name !== "authorization") continue;
    const [scheme, credentials = ""] = value.split(" ");
    const pair = Buffer.from(credentials, "base64").toString();
    secrets.push(credentials, scheme === "Basic" ? pair.slice(pair.indexOf(":") + 1) : "");
  }
  for (const text of [request.postData?.text ?? "", response.content.text]) {
    for (const [, json = ""] of text.matchAll(/"(?:token|access_token|client_secret)":("(?:[^"\\]|\\.)*")/g)) {
      secrets.push(JSON.parse(json));
    }
  }
  const [, inPath] = /\/tokens\/([^/?]+)$/.exec(request.url) ?? [];
  if (inPath !== undefined) secrets.push(decodeURIComponent(inPath));
  return secrets;
}

/** The forms in which a secret could be told from anything else. Shorter texts are no secrets, but found everywhere. */
function traces(secret: string): string[] {
  return secret.length < 6 ? [] : [secret, Buffer.from(secret).toString("base64"), Buffer.from(secret).toString("hex")];
}

/** Tests whether a text contains another one that is not part of a longer number or word. */
function isIn(loot: string, trace: string): boolean {
  for (let at = loot.indexOf(trace); at >= 0; at = loot.indexOf(trace, at + 1)) {
    const around = loot.slice(Math.max(0, at - 1), at) + loot.slice(at + trace.length, at + trace.length + 1);
    if (trace.length > 6 || !/[0-9a-f]/i.test(around)) return true;
  }
  return false;
}

/** Actions that are searched: every scenario, and a sign-in with a one-time code. */
const plays: readonly ((server: TestServer) => Promise<unknown>)[] = [
  ...Object.values(matrix)
    .flatMap((row) => Object.values(row) as readonly AnyCell[])
    .flatMap((cell) => (typeof cell === "object" && "call" in cell ? [cell.call] : [])),
  (server) => server.as(mona).call("oauth-authorizations/list-grants", { headers: { "x-github-otp": server.code() } }),
];

describeEngines((engine) => {
  describe("a thief of the database after every scenario", () => {
    const known = new Set<string>();
    const found = new Set<string>();
    let database: KeptDatabase;
    let last = "";

    function search(loot: string, secrets: Iterable<string>): void {
      for (const secret of secrets) if (traces(secret).some((trace) => isIn(loot, trace))) found.add(secret);
    }

    beforeAll(async () => {
      database = await keep(engine);
      for (const play of plays) {
        const entries: Entry[] = [];
        const server = await startTestServer(harTransport(inProcess, entries), { create: async () => database });
        await play(server);
        const secrets = entries.flatMap(secretsOf);
        for (const secret of secrets) known.add(secret);
        last = await database.loot();
        search(last, secrets);
        await server.close();
      }
      // Once more for all, for what was deleted and is still there.
      search(last, known);
    });

    afterAll(() => database.end());

    test("finds none of the passwords, codes, tokens and client secrets that went over the wire", () => {
      expect([...found]).toEqual([]);
    });

    test("would find them: they are known, and what is no secret is found", () => {
      expect([...known].filter((secret) => /^gh[pou]_[0-9A-Za-z]{36}$/.test(secret)).length).toBeGreaterThan(100);
      expect([...known].filter((secret) => /^[0-9]{6}$/.test(secret))).toHaveLength(1);
      for (const { password } of [octocat, mona]) expect(known).toContain(password);
      expect(known).toContain(gemUpdater.clientSecret);
      for (const open of ["octocat", "Gem updater", "https://gems.example/"]) expect(isIn(last, open)).toBe(true);
    });
  });
});
