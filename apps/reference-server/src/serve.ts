import { randomBytes } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import {
  basePath,
  createServer,
  keyFits,
  type SeedResult,
  type Server,
  type ServerOptions,
  type Store,
  seed,
} from "@grantbook/server";
import { OpenDatabaseError, openSqliteStore } from "@grantbook/server/sqlite";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { demoText, readDemoSeed } from "./demo.js";
import { docsPath, serveDocs } from "./docs.js";
import { readKeyFile } from "./key-file.js";
import { readSeedFile } from "./seed-file.js";
import type { Settings } from "./settings.js";
import { UsageError } from "./usage-error.js";

/** Milliseconds that requests in flight are waited for at the end. */
const patience = 10_000;

/** Serves until it is told to stop by SIGTERM or SIGINT. Throws a {@link UsageError} when it cannot start. */
export async function serve(settings: Settings): Promise<void> {
  const demo = settings.demo ? readDemoSeed(settings.host) : undefined;
  const wanted = settings.seed === undefined ? undefined : readSeedFile(settings.seed);
  const inMemory = settings.database.file === ":memory:";
  const key = inMemory ? randomBytes(32) : readKeyFile(settings["key-file"]);
  const store = await openStore(settings);
  try {
    if (!(await keyFits(store, key))) {
      throw new UsageError(
        `the key file ${settings["key-file"]} does not fit the database, which was made with another key`,
      );
    }
    const generated: SeedResult[] = [];
    for (const content of [demo, wanted]) if (content) generated.push(await seed({ store, key }, content));
    let server: Server | undefined;
    const listener = createAdaptorServer({
      fetch: (request, env) =>
        serveDocs(request) ??
        server?.fetch(request, { address: (env as HttpBindings).incoming.socket.remoteAddress }) ??
        new Response(null, { status: 503 }),
    }) as HttpServer;
    const address = await listen(listener, settings);
    const publicUrl = settings["public-url"] ?? address;
    server = createServer({
      store,
      key,
      publicUrl,
      docsUrl: publicUrl + docsPath,
      onError: logError,
      ...behaviourOf(settings),
    });
    console.log(`listening on ${address}`);
    console.log(`docs at ${publicUrl}${docsPath}`);
    for (const result of generated) process.stdout.write(generatedText(result));
    if (demo) process.stdout.write(demoText(demo, publicUrl + basePath));
    await stopSignal();
    await close(listener);
  } finally {
    await store.close();
  }
}

async function openStore({ database }: Settings): Promise<Store> {
  try {
    return await openSqliteStore(database.file);
  } catch (error) {
    throw error instanceof OpenDatabaseError ? new UsageError(error.message) : error;
  }
}

/** Starts listening and gives the address it listens on. */
async function listen(listener: HttpServer, { host, port }: Settings): Promise<string> {
  const name = isIPv6(host) ? `[${host}]` : host;
  await new Promise<void>((resolve, reject) => {
    listener.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "EADDRINUSE" ? "the port is in use; choose another with --port" : error.message;
      reject(new UsageError(`cannot listen on ${name}:${port}: ${reason}`));
    });
    listener.listen(port, host, resolve);
  });
  return `http://${name}:${(listener.address() as AddressInfo).port}`;
}

/** What the settings say about how the server answers. */
function behaviourOf(settings: Settings): Pick<ServerOptions, "rehearsal" | "rateLimit" | "loginLimits"> {
  const { sunset, brownout: brownouts, removal, "rate-limit": rateLimit } = settings;
  const within = settings["failed-minutes"] * 60_000;
  return {
    rehearsal: { sunset, brownouts, ...(removal ? { removal } : {}) },
    loginLimits: {
      passwords: { failures: settings["failed-passwords"], within },
      codes: { failures: settings["failed-codes"], within },
    },
    ...(rateLimit === undefined ? {} : { rateLimit }),
  };
}

function stopSignal(): Promise<unknown> {
  return new Promise((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
}

/** Takes no more requests, and waits for those in flight. */
async function close(listener: HttpServer): Promise<void> {
  const closed = new Promise((resolve) => listener.close(resolve));
  // A connection that was busy when the end came stays open after its answer, unless it is asked again.
  const idle = setInterval(() => listener.closeIdleConnections(), 50);
  const hurry = setTimeout(() => listener.closeAllConnections(), patience);
  await closed;
  clearInterval(idle);
  clearTimeout(hurry);
}

/** One line of JSON on standard error. */
function logError(error: unknown, request: { readonly requestId: string; readonly operationId?: string }): void {
  const { stack = String(error) } = error instanceof Error ? error : {};
  console.error(JSON.stringify({ time: new Date().toISOString(), level: "error", ...request, error: stack }));
}

/** What seeding generated, to be printed this once. */
function generatedText({ passwords, applications }: SeedResult): string {
  const lines = [
    ...passwords.map(({ login, password }) => `  user ${login}: password ${password}`),
    ...applications.map(
      ({ name, client_id: id, client_secret: secret }) =>
        `  application ${name}: client id ${id}${secret ? `, client secret ${secret}` : ""}`,
    ),
  ];
  return lines.length === 0 ? "" : `\nGenerated for the seed, and not shown again:\n${lines.join("\n")}\n`;
}
