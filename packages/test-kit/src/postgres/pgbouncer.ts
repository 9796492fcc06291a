import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { freePort } from "../../../../scripts/free-port.js";
import { chownRecursive, postgresIdentity } from "./programs.js";

/** Folders of system programs, which are not in every PATH. */
const path = `${process.env.PATH}:/usr/sbin:/usr/local/sbin`;

/** Why there is no PgBouncer; `undefined` where there is one. In continuous integration it must be there. */
export const missingPgbouncer =
  spawnSync("pgbouncer", ["--version"], { env: { PATH: path } }).status === 0
    ? undefined
    : "pgbouncer is not installed";
if (missingPgbouncer && process.env.CI) throw new Error(missingPgbouncer);

/** PgBouncer in front of a new database. */
export interface Pooler {
  /** Address of the database through the pooler. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts PgBouncer in transaction mode, with two connections to a new database of the server at an address. */
export async function startPgbouncer(server: string): Promise<Pooler> {
  const database = `pooled_${randomBytes(6).toString("hex")}`;
  await execute(server, `CREATE DATABASE ${database}`);
  const { hostname, port, username, password } = new URL(server);
  const folder = mkdtempSync(join(tmpdir(), "grantbook-pgbouncer-"));
  const listenPort = await freePort();
  const lines = [
    "[databases]",
    `${database} = host=${hostname} port=${port} user=${username} password=${password}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${listenPort}`,
    "unix_socket_dir =",
    "auth_type = any",
    "pool_mode = transaction",
    "default_pool_size = 2",
    "max_client_conn = 100",
  ];
  const file = join(folder, "pgbouncer.ini");
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  const identity = postgresIdentity();
  if ("uid" in identity) chownRecursive(folder, identity);
  const child = spawn("pgbouncer", [file], { ...identity, env: { PATH: path }, stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.on("data", (chunk) => {
    log += chunk;
  });
  await untilListening(child, listenPort, () => log);
  return {
    url: `postgres://${username}@127.0.0.1:${listenPort}/${database}`,
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
      await execute(server, `DROP DATABASE ${database} WITH (FORCE)`);
    },
  };
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function untilListening(child: ChildProcess, port: number, log: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`pgbouncer ended with ${child.exitCode}:\n${log()}`);
    const socket = connect(port, "127.0.0.1");
    const isOpen = await new Promise((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
    await wait(20);
  }
}
