import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { failuresIn, run, type ServerProcess } from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { expect } from "vitest";

// Clients use the server for a while, each as fast as a person's program would: nothing fails, and nothing grows.

/** Seconds of a run; more with SOAK_SECONDS=1800. */
export const soakSeconds = Number(process.env.SOAK_SECONDS ?? 15);
const clients = 10;
/** Milliseconds that a client waits between two requests. */
const pause = 40;
const samples = 20;

/** Program of the server that frees all memory it can before each sample: what then remains is in use. */
const collector = `import { setFlagsFromString } from "node:v8"; import { runInNewContext } from "node:vm";
  setFlagsFromString("--expose-gc"); process.on("SIGUSR2", runInNewContext("gc"));`;

const clientId = "0123456789abcdef0123";
const clientSecret = "5ec25ec25ec25ec25ec25ec25ec25ec25ec25ec2";
const basic = (name: string, secret: string) => ({ authorization: basicAuth(name, secret) });

/** One client: makes a token, has it checked, replaced and listed, and takes it back; with mistakes in between. */
async function use(api: string, login: string, end: number, statuses: Map<number, number>): Promise<void> {
  const user = basic(login, "a long password");
  const application = basic(clientId, clientSecret);
  const send = async (method: string, path: string, headers: Record<string, string>, body?: object) => {
    const answer = await fetch(api + path, { method, headers, body: body ? JSON.stringify(body) : null });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const text = await answer.text();
    await sleep(pause);
    return {
      tag: answer.headers.get("etag") ?? "",
      ...(text === "" ? {} : (JSON.parse(text) as { readonly id?: number; readonly token?: string })),
    };
  };
  for (let round = 0; performance.now() < end; round += 1) {
    const wanted = { client_secret: clientSecret, scopes: ["repo"], note: `round ${round}` };
    const { id, token } = await send("PUT", `/authorizations/clients/${clientId}/${login}-${round}`, user, wanted);
    await send("POST", `/applications/${clientId}/token`, application, { access_token: token });
    const reset = await send("PATCH", `/applications/${clientId}/token`, application, { access_token: token });
    await send("GET", `/applications/${clientId}/tokens/${reset.token}`, application);
    await send("GET", "/user", { authorization: `token ${reset.token}` });
    const { tag } = await send("GET", `/authorizations/${id}`, user);
    await send("GET", `/authorizations/${id}`, { ...user, "if-none-match": tag });
    await send("PATCH", `/authorizations/${id}`, user, { add_scopes: ["gist"] });
    await send("GET", "/authorizations?per_page=5", user);
    await send("GET", "/applications/grants", user);
    await send("GET", `/nowhere-${round}`, user);
    if (round % 10 === 0) await send("GET", "/authorizations", basic(`${login}-unknown-${round}`, "wrong"));
    await send("DELETE", `/authorizations/${id}`, user);
    await send("POST", `/applications/${clientId}/token`, application, { access_token: token });
  }
}

/** Values in megabytes, but for descriptors and the lag, which is in milliseconds. */
interface Sample {
  /** Resident memory, which also has what was freed and not given back. */
  readonly resident: number;
  /** Memory in use: the heap, and buffers outside of it. */
  readonly inUse: number;
  readonly descriptors: number;
  readonly lag: number;
  readonly log: number;
}

async function sample(metrics: string, folder: string): Promise<Sample> {
  const text = await (await fetch(metrics)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, "m").exec(text)?.[1]);
  return {
    resident: value("process_resident_memory_bytes") / 1e6,
    inUse: (value("nodejs_heap_size_used_bytes") + value("nodejs_external_memory_bytes")) / 1e6,
    descriptors: value("process_open_fds"),
    lag: value("nodejs_eventloop_lag_p99_seconds") * 1000,
    log: statSync(join(folder, "data/grantbook.db-wal")).size / 1e6,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Has a server used, and prints what came of it. */
export async function soak(): Promise<void> {
  const folder = newFolder();
  writeFileSync(
    join(folder, "seed.json"),
    JSON.stringify({
      users: Array.from({ length: clients }, (_, index) => ({ login: `user-${index}`, password: "a long password" })),
      applications: [{ name: "CI", url: "https://ci.example/", client_id: clientId, client_secret: clientSecret }],
    }),
  );
  const flags = ["--port", "0", "--seed", "seed.json", "--metrics", "127.0.0.1:0", "--password-memory", "5"];
  // On a busy machine, a client would send on a connection that has just been closed for being idle.
  const patient = ["--keep-alive-timeout", "3600"];
  const environment = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(collector)}` };
  const server = run(folder, ["serve", ...flags, ...patient], environment);
  try {
    await watch(server, folder);
  } finally {
    await server.stop("SIGKILL");
  }
}

async function watch(server: ServerProcess, folder: string): Promise<void> {
  const api = `${await server.listening()}/api/v3`;
  const metrics = await server.metrics();
  const statuses = new Map<number, number>();
  const end = performance.now() + soakSeconds * 1000;
  const using = Promise.all(Array.from({ length: clients }, (_, index) => use(api, `user-${index}`, end, statuses)));
  const seen: Sample[] = [];
  while (performance.now() < end) {
    await sleep((soakSeconds * 1000) / samples);
    server.process.kill("SIGUSR2");
    seen.push(await sample(metrics, folder));
  }
  await using;

  const total = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  const quarter = Math.floor(seen.length / 4);
  const early = seen.slice(quarter, 2 * quarter);
  const late = seen.slice(-quarter);
  const figure = (name: keyof Sample, part: readonly Sample[]) => median(part.map((one) => one[name]));
  const grown = (name: keyof Sample) => `${figure(name, early).toFixed(1)} -> ${figure(name, late).toFixed(1)}`;
  console.log(
    `soak: ${soakSeconds} s, ${total} requests (${Math.round(total / soakSeconds)} a second), statuses ` +
      `${[...statuses]
        .sort()
        .map(([status, count]) => `${status}: ${count}`)
        .join(", ")}; memory in use ${grown("inUse")} MB, ` +
      `resident ${grown("resident")} MB, descriptors ${grown("descriptors")}, write-ahead log ${grown("log")} MB, ` +
      `event loop p99 ${grown("lag")} ms`,
  );
  expect([...statuses.keys()].sort()).toEqual([200, 201, 204, 304, 401, 404]);
  expect(failuresIn(server)).toEqual([]);
  expect(figure("inUse", late)).toBeLessThan(figure("inUse", early) * 1.15 + 5);
  // In the first minute it grows with the space that V8 gives to new objects.
  if (soakSeconds >= 60) expect(figure("resident", late)).toBeLessThan(figure("resident", early) * 1.15 + 10);
  expect(figure("descriptors", late)).toBeLessThanOrEqual(figure("descriptors", early) + 5);
  expect(figure("log", late)).toBeLessThan(64);
}
