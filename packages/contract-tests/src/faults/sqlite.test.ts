import { spawnSync } from "node:child_process";
import { rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { authorizationsOf, grantsOf } from "@grantbook/test-kit/arrange";
import { engines } from "@grantbook/test-kit/engines";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { gemUpdater, octocat, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import { beforeEach, describe, expect, test } from "vitest";

const isDone = (program: string, ...parameters: string[]) => spawnSync(program, parameters).status === 0;

let folder: string;
let server: TestServer;
beforeEach(() => {
  folder = newFolder();
});

const file = () => join(folder, "grantbook.db");

/** Starts a server on a file of the folder. */
async function settle(): Promise<void> {
  const open = () => openSqliteStore(file());
  server = await startTestServer(inProcess, { create: async () => ({ open, remove: async () => undefined }) });
}

const { clientId: client_id, clientSecret: client_secret } = gemUpdater;
/** Makes a token of an application, which changes its grant as well. */
const create = (fingerprint: string) =>
  server.as(octocat).call("oauth-authorizations/create-authorization", {
    body: {
      client_id,
      client_secret,
      fingerprint,
      note: "n".repeat(250),
      note_url: `https://a.example/${"u".repeat(2000)}`,
    },
  });

/** Makes tokens until it can no more. Gives the fingerprints of those that were acknowledged. */
async function createUntilRefused(): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let count = 0; ; count += 1) {
    const { status, headers } = await create(`before ${count}`);
    if (status !== 201) {
      expect({ status, headers }).toMatchObject({ status: 503, headers: { "retry-after": "1" } });
      return acknowledged;
    }
    acknowledged.push(`before ${count}`);
  }
}

/** Fingerprints of the tokens there are, which all have one grant. */
async function fingerprints(): Promise<string[]> {
  const all = await authorizationsOf(server, octocat);
  expect(await grantsOf(server, octocat)).toHaveLength(1);
  return all.map(({ fingerprint }) => fingerprint ?? "").sort();
}

/** While nothing more can be written: reads are answered, and writes with 503. After: nothing half-written is left. */
async function expectSurvival(makeRoom: () => void): Promise<void> {
  const acknowledged = await createUntilRefused();
  expect(acknowledged.length).toBeGreaterThan(3);
  expect(await fingerprints()).toEqual(acknowledged.toSorted());
  expect((await create("meanwhile")).status).toBe(503);
  makeRoom();
  expect((await create("zz after")).status).toBe(201);
  expect(await fingerprints()).toEqual([...acknowledged.toSorted(), "zz after"]);
  await server.close();
  await settle();
  expect(await fingerprints()).toEqual([...acknowledged.toSorted(), "zz after"]);
}

const isWanted = engines.some(({ isShared }) => !isShared);
describe.skipIf(!isWanted)("SQLite", () => {
  const probe = newFolder();
  const canMount = isDone("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", probe) && isDone("umount", probe);

  test.skipIf(!canMount)(
    "on a full disk answers 503 and goes on when there is room, where one can be mounted",
    async () => {
      spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]);
      try {
        const filler = join(folder, "filler");
        writeFileSync(filler, Buffer.alloc(300_000));
        await settle();
        await expectSurvival(() => rmSync(filler));
        await server.close();
      } finally {
        // Also where a store is still open in it, after a failure.
        spawnSync("umount", ["--lazy", folder]);
      }
    },
  );

  /** Limits how long any file may become that this process writes. */
  const limit = (bytes: number | "unlimited") =>
    isDone("prlimit", "--pid", `${process.pid}`, `--fsize=${bytes}:unlimited`);

  test.skipIf(!limit("unlimited"))(
    "with a file that may not grow answers 503 and goes on when it may, where there is prlimit",
    async () => {
      await settle();
      try {
        limit(statSync(`${file()}-wal`).size + 300_000);
        await expectSurvival(() => limit("unlimited"));
      } finally {
        limit("unlimited");
      }
      await server.close();
    },
  );
});
