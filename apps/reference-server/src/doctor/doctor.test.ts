import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Finding } from "@grantbook/server/engine";
import { useAdminCommands } from "@grantbook/test-kit/admin-commands";
import { emptySchema, missingPostgres, runToEnd } from "@grantbook/test-kit/server-process";
import { afterEach, describe, expect, test } from "vitest";
import { parseArguments } from "../options/option.js";
import { serveOptions } from "../options/serve-options.js";
import { dataFindings } from "./data.js";
import { fileFindings, nodeFinding } from "./machine.js";
import { networkFindings } from "./network.js";

const { folder, runCommand, serve } = useAdminCommands();

const settingsOf = (...flags: string[]) => parseArguments(serveOptions, flags, {}).values;
const inFolder = (...flags: string[]) => {
  const [database, key] = ["data/grantbook.db", "data/grantbook.key"].map((file) => join(folder.path, file));
  return settingsOf("--database", `sqlite:${database}`, "--key-file", `${key}`, ...flags);
};
/** Warnings and problems, by their subject. */
const complaints = (findings: readonly Finding[]) =>
  Object.fromEntries(
    findings
      .filter(({ level }) => level !== "ok")
      .map(({ subject, level, message }) => [subject, `${level}: ${message}`]),
  );

/** Names and digests of all files in the folder of the test. */
function filesInFolder(): string[] {
  const names = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const digest = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
  return names.map(({ parentPath, name }) => `${name} ${digest(join(parentPath, name))}`).sort();
}

describe("the command", () => {
  test("in an empty folder finds nothing wrong, and leaves it empty", () => {
    const { code, stdout, stderr } = runToEnd(folder.path, ["doctor", "--port", "0"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^ok {7}node {9}Node \d+/);
    expect(stdout).toContain(
      "ok       tables       there is no database data/grantbook.db yet; grantbook serve makes what is missing\n",
    );
    expect(stdout).toContain("ok       port         port 0: the server picks a free one\n");
    expect(stdout).toMatch(/\nproblems: 0, warnings: \d\n$/);
    expect(filesInFolder()).toEqual([]);
  });

  test("tells what is wrong and how to mend it, with exit code 1, and as JSON", () => {
    runCommand(["migrate"]);
    runCommand(["user", "add", "hubot", "--generate-password"]);
    chmodSync(join(folder.path, "data/grantbook.key"), 0o644);
    writeFileSync(join(folder.path, "data/grantbook.key"), randomBytes(32).toString("hex"));
    const before = filesInFolder();
    const words = ["doctor", "--port", "0"];
    const { code, stdout } = runToEnd(folder.path, words);
    expect(code).toBe(1);
    expect(stdout).toContain(
      "problem  key          the key in data/grantbook.key does not fit the database, which has another key\n" +
        "                      → name the right file with --key-file, or restore it\n",
    );
    expect(stdout).toContain("→ chmod 600 data/grantbook.key\n");
    const findings = JSON.parse(runToEnd(folder.path, [...words, "--json"]).stdout);
    expect(complaints(findings)).toMatchObject({ key: expect.any(String), files: expect.any(String) });
    expect(filesInFolder()).toEqual(before);
  });
});

describe("a database file", () => {
  test("after a kill is read with what is in the log next to it, and does not change", async () => {
    const { server } = await serve("--demo");
    expect(complaints(await dataFindings(inFolder()))).toEqual({});
    expect(await dataFindings(inFolder())).toMatchObject([
      { subject: "database", message: expect.stringContaining("a server runs with this database") },
    ]);
    await server.stop("SIGKILL");
    const before = filesInFolder();
    expect(before).toContainEqual(expect.stringMatching(/^grantbook\.db-wal /));
    const findings = await dataFindings(inFolder());
    expect(findings.map(({ subject, level }) => [subject, level])).toEqual([
      ["integrity", "ok"],
      ["tables", "ok"],
      ["key", "ok"],
    ]);
    expect(findings.at(-1)?.message).toMatch(/ fits the database$/);
    expect(filesInFolder()).toEqual(before);
    rmSync(join(folder.path, "data/grantbook.key"));
    expect(complaints(await dataFindings(inFolder())).key).toMatch(/^problem: there is no key file .*has a key$/);
  });

  test("that is damaged, or is none, is a problem", async () => {
    runCommand(["migrate"]);
    const file = join(folder.path, "data/grantbook.db");
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, 3 * 4096, 8 * 4096));
    expect(complaints(await dataFindings(inFolder())).integrity).toMatch(/^problem: the file is damaged/);
    writeFileSync(file, "this is a text".repeat(1000));
    expect(complaints(await dataFindings(inFolder())).integrity).toMatch(/^problem: .*file is not a database$/);
  });

  test("in a folder that others can write to, or in memory, is a warning", () => {
    mkdirSync(join(folder.path, "data"));
    chmodSync(join(folder.path, "data"), 0o777);
    expect(complaints(fileFindings(inFolder())).files).toMatch(/^warning: other users can replace files .*\(0777\)$/);
    expect(complaints(fileFindings(settingsOf("--database", "sqlite::memory:"))).files).toMatch(/in memory/);
  });
});

describe.skipIf(missingPostgres)("a shared database", () => {
  test("tells its version, tables, clock, TLS and durability, and gets no tables", async () => {
    const schema = await emptySchema();
    const key = join(folder.path, "key");
    const settings = settingsOf("--database", schema.url, "--key-file", key);
    const findings = await dataFindings(settings);
    expect(findings.map(({ subject, level }) => [subject, level])).toEqual([
      ["version", "ok"],
      // The clusters of tests do not sync.
      ["durability", "warning"],
      ["connections", "ok"],
      ["clock", "ok"],
      ["tls", "ok"],
      ["pooler", "ok"],
      ["tables", "ok"],
      ["locks", "ok"],
      ["key", "ok"],
    ]);
    expect(findings.find(({ subject }) => subject === "tables")?.message).toMatch(/no tables yet/);
    expect((await schema.dump().catch(String)).includes("users")).toBe(false);
    // Of the 200 of the cluster, three are the superuser's by default.
    const connectionsOf = async (workers: string) => {
      const many = settingsOf("--database", schema.url, "--key-file", key, "--workers", workers);
      return complaints(await dataFindings(many)).connections;
    };
    expect(await connectionsOf("19")).toBeUndefined();
    expect(await connectionsOf("20")).toBe(
      "problem: the server opens up to 200 connections, the database allows 197 for all users",
    );
    await schema.close();
  });

  test("has locks that its processes share, and others are a problem", async () => {
    const schema = await emptySchema();
    const locksOf = async (...flags: string[]) => {
      const settings = settingsOf("--database", schema.url, "--key-file", join(folder.path, "key"), ...flags);
      return (await dataFindings(settings)).find(({ subject }) => subject === "locks");
    };
    const serializable = { level: "ok", message: "transactions are kept apart with serializable locks" };
    expect(await locksOf("--database-locks", "serializable")).toMatchObject(serializable);
    await settingsOf("--database", schema.url).database.migrate({ locks: "serializable" });
    expect(await locksOf()).toMatchObject(serializable);
    expect(await locksOf("--database-locks", "serializable")).toMatchObject(serializable);
    expect(await locksOf("--database-locks", "advisory")).toEqual({
      subject: "locks",
      level: "problem",
      message: "its processes use serializable locks, and this one advisory",
      advice: "leave out --database-locks, or stop them all and run grantbook migrate --database-locks advisory",
    });
    await schema.close();
  });

  test("that is away is a problem, without its password", async () => {
    const settings = settingsOf("--database", "postgres://me:secret-value@127.0.0.1:1/x");
    const found = complaints(await dataFindings(settings)).database;
    expect(found).toMatch(/^problem: the database cannot be read: .*ECONNREFUSED/);
    expect(found).not.toContain("secret-value");
  });
});

describe("the network", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  async function answering(body: (address: string) => string): Promise<{ address: string; port: string }> {
    const server = createServer((_, response) => {
      response.setHeader("Connection", "close");
      response.end(body(address));
    });
    servers.push(server.listen(0, "127.0.0.1"));
    await once(server, "listening");
    const port = String((server.address() as AddressInfo).port);
    const address = `http://127.0.0.1:${port}`;
    return { address, port };
  }
  const networkOf = async (...flags: string[]) => complaints(await networkFindings(settingsOf(...flags)));

  test("has a port that is free, or a server that is ready", async () => {
    const ready = await answering(() => '{"status":"ready"}');
    const starting = await answering(() => '{"status":"not ready","reason":"the server is starting"}');
    const other = await answering(() => "hello");
    expect(await networkOf("--port", "0")).toEqual({});
    expect(await networkOf("--port", ready.port)).toEqual({});
    expect((await networkOf("--port", starting.port)).port).toMatch(/is not ready: .*starting/);
    expect((await networkOf("--port", other.port)).port).toMatch(/^problem: .*the port is in use/);
  });

  test("answers at the public URL with URLs of it", async () => {
    const same = await answering((address) => `{"current_user_url":"${address}/api/v3/user"}`);
    const another = await answering(() => '{"current_user_url":"http://127.0.0.1:3000/api/v3/user"}');
    const other = await answering(() => "<h1>It works!</h1>");
    const at = (url: string) => networkOf("--port", "0", "--public-url", url);
    expect(await at(same.address)).toEqual({});
    expect((await at(another.address))["public-url"]).toBe(
      `problem: requests to ${another.address} get URLs of http://127.0.0.1:3000`,
    );
    expect((await at(other.address))["public-url"]).toMatch(/^problem: .* is not this server$/);
    expect((await at("http://127.0.0.1:1"))["public-url"]).toMatch(/^warning: nothing answers/);
    expect(await at("https://127.0.0.1:1")).toHaveProperty("proxy");
  });

  test("needs a public URL where others can reach the server", async () => {
    expect(await networkOf("--port", "0", "--host", "0.0.0.0")).toHaveProperty("public-url");
  });
});

test("Node must be as new as the package says", () => {
  expect(nodeFinding("20.19.0").level).toBe("ok");
  expect(nodeFinding("24.0.0").level).toBe("ok");
  expect(nodeFinding("20.18.3")).toMatchObject({ level: "problem", advice: "install Node 20.19 or newer" });
});
