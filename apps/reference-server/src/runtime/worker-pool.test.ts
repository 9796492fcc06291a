import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import {
  build,
  emptySchema,
  failuresIn,
  halfSentCreation,
  missingPostgres,
  requestsInFlight,
  run,
  runToEnd,
  type ServerProcess,
} from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

let folder: string;
let schema: Awaited<ReturnType<typeof emptySchema>>;
const runs: ServerProcess[] = [];
beforeAll(build);

const name = missingPostgres ? `with PostgreSQL, which is missing (${missingPostgres})` : "with PostgreSQL";
describe.skipIf(missingPostgres !== undefined)(name, () => {
  beforeEach(async () => {
    folder = newFolder();
    schema = await emptySchema();
  });
  afterEach(async () => {
    for (const started of runs.splice(0)) await started.stop("SIGKILL");
    await schema.close();
  });

  /** The address is in the environment, as it has a password in it. */
  function start(...flags: string[]): ServerProcess {
    const started = run(folder, ["serve", "--port", "0", ...flags], { DATABASE_URL: schema.url });
    runs.push(started);
    return started;
  }

  const command = (words: readonly string[], input = "") => {
    const { code, stdout, stderr } = runToEnd(folder, words, { input, environment: { DATABASE_URL: schema.url } });
    expect([code, stderr]).toEqual([0, ""]);
    return stdout;
  };

  const basic = (login: string, password: string) => ({ authorization: basicAuth(login, password) });

  /** Statuses of requests that go to one worker after the other. */
  const statuses = (address: string, password: string) =>
    Promise.all(
      Array.from({ length: 8 }, async () => {
        const headers = { ...basic("hubot", password), connection: "close" };
        return (await fetch(`${address}/api/v3/authorizations`, { headers })).status;
      }),
    );

  const workersOf = ({ output }: ServerProcess) =>
    new Set([...output.stderr.matchAll(/"worker":([1-9]\d*),"request":/g)].map(([, worker]) => worker));

  test("several workers share the port, the data and what administration changes, and end together", async () => {
    const server = start("--workers", "3", "--metrics", "127.0.0.1:0");
    const address = await server.listening();
    const ready = Array.from({ length: 12 }, () => fetch(`${address}/ready`, { headers: { connection: "close" } }));
    expect((await Promise.all(ready)).map(({ status }) => status)).toEqual(Array(12).fill(200));
    command(["user", "add", "hubot", "--password-file", "-"], "first");
    expect(await statuses(address, "first")).toEqual(Array(8).fill(200));
    await expect.poll(() => workersOf(server).size).toBeGreaterThan(1);
    // The cached password does not outlive its worker.
    command(["user", "passwd", "hubot", "--password-file", "-"], "second");
    expect(await statuses(address, "first")).toEqual(Array(8).fill(401));
    expect(await statuses(address, "second")).toEqual(Array(8).fill(200));
    command(["user", "suspend", "hubot"]);
    expect(await statuses(address, "second")).toEqual(Array(8).fill(403));

    const metrics = await (await fetch(await server.metrics())).text();
    expect(metrics).toMatch(
      /^grantbook_requests_total\{operation="oauth-authorizations\/list-authorizations",status="200"\} 16$/m,
    );
    expect(metrics).toMatch(/^grantbook_database_connections [1-9]/m);
    expect(await server.stop()).toBe(0);
    expect(failuresIn(server)).toEqual([]);
    // Workers that were asked to end are no news.
    expect(server.output.stderr).not.toContain("a worker ended");
    expect(server.output.stdout).toMatch(/^listening on \S+\ndocs at \S+\nmetrics at \S+\n$/);
  });

  test("a worker that dies is replaced", async () => {
    const server = start("--workers", "2");
    const address = await server.listening();
    await expect.poll(() => workers(server)).toHaveLength(2);
    for (const { pid } of workers(server)) process.kill(pid, "SIGKILL");
    await expect.poll(() => workers(server)).toHaveLength(4);
    expect(server.output.stderr.match(/"signal":"SIGKILL".*"message":"a worker ended"/g)).toHaveLength(2);
    expect((await fetch(`${address}/ready`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  test("a signal that reaches all of them at once, as from a terminal, lets what is in flight be answered", async () => {
    const server = start("--workers", "2", "--metrics", "127.0.0.1:0");
    const address = await server.listening();
    await expect.poll(() => workers(server)).toHaveLength(2);
    command(["user", "add", "hubot", "--password-file", "-"], "password");
    const headers = basic("hubot", "password");
    const creations = Array.from({ length: 8 }, (_, number) => halfSentCreation(address, headers, `${number}`));
    const metrics = await server.metrics();
    await expect.poll(() => requestsInFlight(metrics)).toBe(8);
    for (const { pid } of [...workers(server), { pid: server.process.pid ?? 0 }]) process.kill(pid, "SIGINT");
    await expect.poll(() => server.output.stderr.match(/"message":"stopping"/g)).toHaveLength(2);
    for (const { finish } of creations) finish();
    expect(await Promise.all(creations.map(({ status }) => status))).toEqual(Array(8).fill(201));
    expect(await server.ended).toBe(0);
    expect(failuresIn(server)).toEqual([]);
  });

  test("workers end when the process that started them is killed", async () => {
    const server = start("--workers", "2");
    await server.listening();
    await expect.poll(() => workers(server)).toHaveLength(2);
    const pids = workers(server).map(({ pid }) => pid);
    await server.stop("SIGKILL");
    await expect.poll(() => pids.filter(isAlive)).toEqual([]);
  });

  test("a seed is stored once, and what it left out is printed once", async () => {
    writeFileSync(join(folder, "seed.yaml"), "users:\n  - login: hubot\n");
    const server = start("--workers", "3", "--seed", "seed.yaml");
    const address = await server.listening();
    await expect.poll(() => server.output.stdout).toContain("user hubot: password");
    const [, password = ""] = /user hubot: password (\S+)/.exec(server.output.stdout) ?? [];
    await expect.poll(() => workers(server)).toHaveLength(3);
    expect(await statuses(address, password)).toEqual(Array(8).fill(200));
    expect(server.output.stdout.match(/password/g)).toHaveLength(1);
  });

  test.each(["--port", "--metrics"])("a taken port for %s is refused, and nothing is made before", async (flag) => {
    const first = run(folder, ["serve", "--port", "0", "--database", "sqlite::memory:"]);
    runs.push(first);
    const { host, port } = new URL(await first.listening());
    const second = start("--workers", "2", flag, flag === "--port" ? port : host);
    expect(await second.ended).toBe(2);
    expect(second.output.stderr).toBe(
      `grantbook: cannot listen on ${host}: the port is in use; choose another with ${flag}\n`,
    );
    expect(await schema.dump()).toBe("");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("the demo is for one process", async () => {
    const server = start("--workers", "2", "--demo");
    expect(await server.ended).toBe(2);
    expect(server.output.stderr).toBe("grantbook: --demo is for one process; leave out --workers\n");
  });

  test("the demo is reset, when the database is its own", async () => {
    const server = start("--demo");
    const address = await server.listening();
    const headers = basic("octocat", "demo-password");
    const create = async () => {
      const created = await fetch(`${address}/api/v3/authorizations`, {
        method: "POST",
        headers,
        body: '{"note":"a"}',
      });
      return ((await created.json()) as { id: number }).id;
    };
    const first = await create();
    expect((await fetch(`${address}/_grantbook/reset`, { method: "POST" })).status).toBe(200);
    expect(await create()).toBe(first);
  });
});

/** The workers that have begun to serve. */
function workers({ output }: ServerProcess): { readonly worker: number; readonly pid: number }[] {
  const lines = output.stderr.split("\n").filter((line) => line.includes('"message":"serving"'));
  return lines.map((line) => JSON.parse(line));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
