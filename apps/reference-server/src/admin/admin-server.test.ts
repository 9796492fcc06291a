import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { join } from "node:path";
import { keyFits } from "@grantbook/server";
import { openSqliteStore, type SqliteStore } from "@grantbook/server/sqlite";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { KeyFile } from "../database/key-file.js";
import type { Log } from "../runtime/log.js";
import { startAdminServer } from "./admin-server.js";
import { createLocalAdmin } from "./commands.js";

let folder: string;
let store: SqliteStore;
let lines: string[];
let server: Awaited<ReturnType<typeof startAdminServer>>;

beforeEach(async () => {
  folder = newFolder();
  store = await openSqliteStore(":memory:");
  const key = randomBytes(32);
  await keyFits(store, key);
  lines = [];
  const note = (...parts: unknown[]) => lines.push(parts.map((part) => JSON.stringify(part) ?? String(part)).join(" "));
  const error = (message: string, thrown: unknown) => note(message, thrown instanceof Error ? thrown.stack : thrown);
  const log = { request: note, error, warn: note, info: note, debug: note, close: note } as unknown as Log;
  const keyFile = { prepareNext: () => randomBytes(32), adoptNext: () => undefined } as unknown as KeyFile;
  const rest = { keyFile, snapshot: undefined, checkIntegrity: undefined, connections: undefined };
  server = await startAdminServer(join(folder, "s"), createLocalAdmin({ store, key, ...rest }), log);
  await send("/addUser", { body: '{"login":"alice","password":"first"}' });
  lines.length = 0;
});
afterEach(async () => {
  server.close();
  await store.close();
});

interface Sent {
  readonly method?: string;
  readonly body?: string | Buffer;
}

function send(path: string, { method = "POST", body = "" }: Sent): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath: join(folder, "s"), path, method, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    // The rest of a body that is too long may meet a closed connection.
    sent.on("error", (error: NodeJS.ErrnoException) => (error.code === "EPIPE" ? undefined : reject(error)));
    sent.end(body);
  });
}

const secret = "hunter2-is-the-secret";

describe("the socket refuses, and changes and logs nothing:", () => {
  test.each([
    ["a login with U+0000", "/suspendUser", { body: '{"login":"alice\\u0000"}' }, 422],
    ["a login with an unpaired surrogate", "/suspendUser", { body: '{"login":"alice\\ud800"}' }, 422],
    ["an id that is a text", "/revokeToken", { body: '{"login":"alice","id":"1"}' }, 422],
    ["a text for a list", "/listUsers", { body: '{"after":"0"}' }, 422],
    ["an unknown parameter", "/suspendUser", { body: `{"login":"alice","${secret}":1}` }, 422],
    ["null", "/suspendUser", { body: "null" }, 422],
    ["a list", "/suspendUser", { body: "[]" }, 422],
    ["a text", "/suspendUser", { body: '"alice"' }, 422],
    ["a prototype", "/suspendUser", { body: '{"__proto__":{"login":"alice"}}' }, 422],
    ["deep JSON", "/suspendUser", { body: `{"login":${"[".repeat(30_000)}${"]".repeat(30_000)}}` }, 422],
    ["broken JSON", "/setPassword", { body: `{"login":"alice","password":"${secret}` }, 400],
    ["no JSON", "/setPassword", { body: secret }, 400],
    ["no body", "/suspendUser", {}, 400],
    ["bytes that are not UTF-8", "/suspendUser", { body: Buffer.from('{"login":"alic\xe9"}', "latin1") }, 400],
    ["a body over the limit", "/setPassword", { body: `{"login":"alice","password":"${"x".repeat(70_000)}"}` }, 413],
    ["an unknown command", `/${secret}`, { body: "{}" }, 404],
    ["the name of a method of every object", "/constructor", { body: "{}" }, 404],
    ["__proto__", "/__proto__", { body: "{}" }, 404],
    ["no command", "/", { body: "{}" }, 404],
    ["another method", "/suspendUser", { method: "PUT", body: '{"login":"alice"}' }, 405],
    ["a backup of a database in memory", "/snapshot", { body: "{}" }, 422],
  ] as [string, string, Sent, number][])("%s", async (_, path, sent, status) => {
    const before = await store.listUsers(0, 10);
    const credentials = await store.credentials("alice");
    const refused = await send(path, sent);
    expect(refused.status).toBe(status);
    const { message } = JSON.parse(refused.text);
    expect(message).toMatch(/^[^\n]{10,}$/);
    expect(message).not.toMatch(/ {4}at |Error/);
    expect([await store.listUsers(0, 10), await store.credentials("alice")]).toEqual([before, credentials]);
    expect(lines.filter((line) => !line.includes('"command":"backup"'))).toEqual([]);
  });
});

test("parameters of exactly 64 KiB are read, and of one byte more they are not", async () => {
  const body = (length: number) => `{"login":"alice"}${" ".repeat(length - 17)}`;
  expect(await send("/suspendUser", { body: body(65_536) })).toMatchObject({ status: 200 });
  const refused = await send("/suspendUser", { body: body(65_537) });
  expect(refused).toMatchObject({ status: 413, text: expect.stringContaining("it has more than 65536 bytes") });
});

test("the socket logs the command and whom it is for, and no secret", async () => {
  expect(await send("/setPassword", { body: `{"login":"ALICE","password":"${secret}"}` })).toMatchObject({
    status: 200,
  });
  expect(lines).toEqual(['"administration" {"command":"user passwd","login":"alice"}']);
});

test("long work is logged every ten seconds, with how much is done", async () => {
  await send("/enableOtp", { body: '{"login":"alice"}' });
  lines.length = 0;
  let time = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => {
    time += 10_000;
    return time;
  });
  const replaced = await send("/replaceKey", { body: "{}" }).finally(() => clock.mockRestore());
  expect(replaced).toEqual({ status: 200, text: '{"secrets":1}' });
  expect(lines).toEqual([
    '"administration" {"command":"key rotate","done":1,"total":1}',
    '"administration" {"command":"key rotate"}',
  ]);
});
