import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { freePort } from "../../../../scripts/free-port.js";
import { chownRecursive, copyPrograms, type Identity, MissingPostgresError, postgresIdentity } from "./programs.js";

/** PostgreSQL server in a temporary folder. It ends with the process that started it, however that ends. */
export interface Cluster {
  /** Address of an empty database, as the superuser. */
  readonly url: string;
  /** Process ids: the server's own, and then those of its connections. */
  pids(): Promise<number[]>;
  /** Holds the server and all its processes still, as SIGSTOP does. Gives what lets them go on. */
  freeze(): Promise<() => void>;
  /** Ends the server: with SIGINT as an operator would, with SIGQUIT in the middle of everything. */
  stop(signal: "SIGINT" | "SIGQUIT"): Promise<void>;
  /** Starts it again, at the same address. */
  start(): Promise<void>;
  /** Ends it for good, and deletes what was in it. */
  remove(): Promise<void>;
}

/** Durability of a cluster. */
export interface ClusterOptions {
  /** Syncs every commit to disk before it is acknowledged. Off by default, because no data outlives the tests. */
  readonly isDurable?: boolean;
}

/** Starts a cluster. Throws a {@link MissingPostgresError} where there is no PostgreSQL for the machine or the user. */
export async function startCluster({ isDurable = false }: ClusterOptions = {}): Promise<Cluster> {
  const identity = postgresIdentity();
  const folder = mkdtempSync(join(tmpdir(), "grantbook-postgres-"));
  const password = randomBytes(12).toString("hex");
  let port: number;
  let supervisor: ChildProcess;
  try {
    copyPrograms(join(folder, "programs"));
    await initialize(folder, identity, { password, isDurable });
    [port, supervisor] = await launchSomewhere(folder, identity);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }

  const url = `postgres://grantbook:${password}@127.0.0.1:${port}/postgres`;
  const pids = async () => [Number(statusOf(folder)[0]), ...(await backends(url))];
  /** Has the supervisor end the server, and waits until both are gone. */
  const end = async (ask: (supervisor: ChildProcess) => void) => {
    if (supervisor.exitCode !== null) return;
    const ended = once(supervisor, "exit");
    supervisor.ref();
    ask(supervisor);
    await ended;
  };
  return {
    url,
    pids,
    async freeze() {
      const frozen = await pids();
      for (const id of frozen) process.kill(id, "SIGSTOP");
      return () => {
        for (const id of frozen) process.kill(id, "SIGCONT");
      };
    },
    stop: (signal) => end(({ stdin }) => stdin?.write(signal)),
    async start() {
      supervisor = await launch(folder, identity, port);
    },
    async remove() {
      await end(({ stdin }) => stdin?.end());
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes the files of a database server. */
async function initialize(
  folder: string,
  identity: Identity,
  { password, isDurable }: { readonly password: string; readonly isDurable: boolean },
): Promise<void> {
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password);
  if ("uid" in identity) chownRecursive(folder, identity);
  const parameters = [
    ...["--pgdata", join(folder, "data"), "--username", "grantbook", "--pwfile", passwordFile],
    ...["--auth", "scram-sha-256", "--set", "scram_iterations=1", "--no-sync", "--no-instructions"],
    // A language whose order and cases are not those of bytes, so that it shows where they would matter.
    ...["--encoding", "UTF8", "--locale", "C", "--locale-provider", "icu", "--icu-locale", "en"],
  ];
  const initdb = spawn(join(folder, "programs/bin/initdb"), parameters, {
    ...identity,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  initdb.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const [code] = await once(initdb, "close").catch((error: Error) => [error.message]);
  if (code !== 0) throw new MissingPostgresError(`initdb ended with ${code}: ${complaint.trim()}`);
  const settings = {
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: "''",
    max_connections: 200,
    shared_buffers: "32MB",
    max_wal_size: "64MB",
    min_wal_size: "32MB",
    autovacuum: "off",
    ...(isDurable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  appendFileSync(join(folder, "data/postgresql.conf"), lines.join(""));
}

const supervisorFile = fileURLToPath(new URL("supervisor.js", import.meta.url));

/** Starts the server on a free port. Another process may take the port in between. */
async function launchSomewhere(folder: string, identity: Identity, tries = 3): Promise<[number, ChildProcess]> {
  const port = await freePort();
  try {
    return [port, await launch(folder, identity, port)];
  } catch (error) {
    if (tries === 1) throw error;
    return launchSomewhere(folder, identity, tries - 1);
  }
}

/** Starts the server, and waits until it takes connections. */
async function launch(folder: string, identity: Identity, port: number): Promise<ChildProcess> {
  // A server that was killed has left its file behind.
  const [former] = statusOf(folder);
  const ids = "uid" in identity ? [String(identity.uid), String(identity.gid)] : [];
  // In a session of its own: what ends this process from the terminal is not to end that one before it has cleaned up.
  const supervisor = spawn(process.execPath, [supervisorFile, folder, `${port}`, ...ids], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  supervisor.unref();
  (supervisor.stdin as unknown as { unref(): void }).unref();
  for (;;) {
    const status = statusOf(folder);
    if (status[0] !== former && status[7]?.trim() === "ready") return supervisor;
    if (supervisor.exitCode !== null) throw new MissingPostgresError(`PostgreSQL ended:\n${read(join(folder, "log"))}`);
    await wait(10);
  }
}

/** The lines of the file in which a server says how it is; none when it does not run. */
function statusOf(folder: string): string[] {
  return read(join(folder, "data/postmaster.pid")).split("\n");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Process ids of what belongs to a server but its first process: connections, and then what it does by itself. */
async function backends(url: string): Promise<number[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() ORDER BY backend_type <> 'client backend', pid",
  );
  await client.end();
  return rows.map(({ pid }) => pid);
}
