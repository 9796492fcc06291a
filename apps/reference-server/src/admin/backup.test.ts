import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeOtpSecret, generateTotp } from "@grantbook/server";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { basicOnce, fetchStatus, useAdminCommands } from "@grantbook/test-kit/admin-commands";
import { failuresIn, main, runToEnd } from "@grantbook/test-kit/server-process";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "../cli/command-line.js";

const { folder, runCommand, runJson, serve } = useAdminCommands();

/** Runs a command in this process, for the errors that it throws. */
const command = (...words: string[]) =>
  runCommandLine([...words, "--database", `sqlite:${join(folder.path, "data/grantbook.db")}`], {});

describe("backup", () => {
  test("copies the database while it is written to, whole and for its owner alone", async () => {
    const { api, server } = await serve("--demo");
    const headers = basicOnce("octocat", "demo-password");
    let isWriting = true;
    const acknowledged: string[] = [];
    const writing = (async () => {
      for (let index = 0; isWriting; index += 1) {
        const note = `note ${index}`;
        const { status } = await fetch(`${api}/authorizations`, {
          method: "POST",
          headers,
          body: JSON.stringify({ note }),
        });
        if (status === 201) acknowledged.push(note);
      }
    })();
    await expect.poll(() => acknowledged.length).toBeGreaterThan(5);
    const sure = [...acknowledged];
    expect(runCommand(["backup", "backup.db"])).toBe("backed up to backup.db\n");
    isWriting = false;
    await writing;
    await server.stop();
    expect(failuresIn(server)).toEqual([]);

    const file = join(folder.path, "backup.db");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const copy = await openSqliteStore(file);
    const { items } = await copy.listAuthorizations(1, { page: 1, perPage: 10_000 }, null);
    await copy.close();
    expect(items.map(({ note }) => note)).toEqual(expect.arrayContaining(sure));
    expect(existsSync(join(folder.path, "backup.db.partial"))).toBe(false);
  });

  test("does not write over a file, nor leave half of one", async () => {
    await serve("--demo");
    writeFileSync(join(folder.path, "backup.db"), "kept");
    expect(runToEnd(folder.path, ["backup", "backup.db"])).toMatchObject({
      code: 2,
      stderr: "grantbook: the file backup.db exists\n",
    });
    expect(readFileSync(join(folder.path, "backup.db"), "utf8")).toBe("kept");
    await expect(command("backup", "/no/folder/backup.db")).rejects.toThrow(/^cannot write \/no\/folder/);
  });

  test("writes to standard output as well, and is restored by serving the copy", async () => {
    const first = await serve("--demo");
    expect(runCommand(["backup", "-"])).toMatch(/^SQLite format 3\0/);
    runCommand(["backup", "copy.db"]);
    await first.server.stop();
    const restored = ["--database", "sqlite:copy.db"];
    const { api } = await serve(...restored);
    expect(await fetchStatus(`${api}/authorizations`, basicOnce("octocat", "demo-password"))).toBe(200);
    expect(runJson(["user", "list", ...restored])).toHaveLength(2);
  });
});

test("a backup whose reader has enough ends quietly, through a server and without one", async () => {
  const { server } = await serve("--demo");
  const command = `"${process.execPath}" "${main}" backup - | head -c 16; exit "\${PIPESTATUS[0]}"`;
  const readBeginning = () => spawnSync("bash", ["-c", command], { cwd: folder.path, encoding: "utf8" });
  const quiet = { status: 0, stdout: "SQLite format 3\0", stderr: "" };
  expect(readBeginning()).toMatchObject(quiet);
  await server.stop();
  expect(failuresIn(server)).toEqual([]);
  expect(readBeginning()).toMatchObject(quiet);
});

describe("key rotate", () => {
  test("replaces the key under a server that goes on, and after a new start", async () => {
    const first = await serve("--demo");
    const seed = decodeOtpSecret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP") ?? Buffer.alloc(0);
    const signIn = (api: string, ahead: number) =>
      fetchStatus(`${api}/authorizations`, {
        ...basicOnce("monalisa", "demo-password"),
        "x-github-otp": generateTotp(seed, new Date(Date.now() - ahead * 30_000)),
      });
    const keyFile = join(folder.path, "data/grantbook.key");
    const before = readFileSync(keyFile, "utf8");
    // The code of before is no longer valid when a step of 30 seconds ends on its way: then it is taken anew.
    await expect.poll(() => signIn(first.api, 1)).toBe(200);
    expect(runCommand(["key", "rotate"])).toBe(
      "replaced the key in data/grantbook.key; encrypted 1 TOTP secrets again\n",
    );
    expect(readFileSync(keyFile, "utf8")).not.toBe(before);
    expect(existsSync(`${keyFile}.next`)).toBe(false);
    expect(await signIn(first.api, 0)).toBe(200);
    await first.server.stop();
    expect(failuresIn(first.server)).toEqual([]);
    const second = await serve();
    expect(runJson(["user", "otp", "disable", "monalisa"])).toEqual({ login: "monalisa" });
    expect(await fetchStatus(`${second.api}/authorizations`, basicOnce("monalisa", "demo-password"))).toBe(200);
  });
});
