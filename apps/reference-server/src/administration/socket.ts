import { rmSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { pipeline } from "node:stream/promises";
import { AdministrationError } from "@grantbook/server";
import type { Log } from "../serving/log.js";
import { UsageError } from "../usage-error.js";
import type { CommandName, Operator } from "./operator.js";

/** Bytes of a path that a socket can have on all systems. */
const longestPath = 103;

const json = { "content-type": "application/json" };

/** Bytes of the parameters of a command. */
const longestParameters = 64 * 1024;

/**
 * Serves the administration commands on a socket for the owner alone: whoever may open it could open the database as
 * well. HTTP, with a command as the path, its parameters as the body, and its result as the answer.
 * Throws a {@link UsageError}.
 */
export async function serveAdministration(
  path: string,
  operator: Operator,
  log: Log,
): Promise<{ readonly close: () => void }> {
  requireSocketPath(path);
  await removeDeadSocket(path);
  const server = createServer((request, response) => {
    answer(request, response, operator, log).catch((error) => {
      const isRefused = error instanceof AdministrationError;
      if (!isRefused) log.error("administration", error, { command: commandOf(request) });
      const message = isRefused ? error.message : "the server failed; its log says why";
      if (response.headersSent) response.destroy();
      else response.writeHead(isRefused ? 422 : 500, json).end(JSON.stringify({ message }));
    });
  });
  await listen(server, path);
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Refuses a path that no socket can have. */
export function requireSocketPath(path: string): void {
  if (Buffer.byteLength(path) > longestPath) {
    throw new UsageError(
      `the path of the socket ${path} is longer than ${longestPath} bytes; choose another with --admin-socket`,
    );
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, operator: Operator, log: Log): Promise<void> {
  const command = commandOf(request);
  if (command === "snapshot") {
    log.info("administration", { command });
    const content = await operator.snapshot();
    response.writeHead(200, { "content-type": "application/vnd.sqlite3" });
    await pipeline(content, response);
    return;
  }
  const parameters = JSON.parse(await read(request));
  const result = await operator.call(command as CommandName, parameters);
  const { login, client_id: application } = result as { readonly login?: string; readonly client_id?: string };
  if (!command.startsWith("list")) log.info("administration", { command, login, application });
  response.writeHead(200, json).end(JSON.stringify(result));
}

function commandOf({ url = "" }: IncomingMessage): string {
  return url.slice(1);
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > longestParameters) throw new AdministrationError("the parameters are too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Whether a server listens on a socket. One that was killed leaves its socket behind. Throws a {@link UsageError}. */
export function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", ({ code, message }: NodeJS.ErrnoException) => {
      if (code === "ENOENT" || code === "ECONNREFUSED") resolve(false);
      else if (code === "EACCES") reject(new UsageError(`the socket ${path} is another user's; run this as that user`));
      else reject(new UsageError(`the socket ${path}: ${message}`));
    });
  });
}

async function removeDeadSocket(path: string): Promise<void> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isSocket()) throw new UsageError(`${path} is there, and is no socket; choose another with --admin-socket`);
  if (await isAnswered(path)) {
    throw new UsageError(`another server listens on the socket ${path}; choose another with --admin-socket`);
  }
  rmSync(path, { force: true });
}

function listen(server: Server, path: string): Promise<void> {
  // The file is made while listen() runs, with what the mask leaves: nobody else can open it at any moment.
  const mask = process.umask(0o177);
  try {
    return new Promise<void>((resolve, reject) => {
      server.once("error", (error) => reject(new UsageError(`cannot listen on the socket ${path}: ${error.message}`)));
      server.listen(path, resolve);
    });
  } finally {
    process.umask(mask);
  }
}
