import { rmSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { pipeline } from "node:stream/promises";
import { AdministrationError } from "@grantbook/server";
import { readBoundedStream, TooLongError } from "../bounded-file.js";
import type { Log } from "../runtime/log.js";
import { UsageError } from "../usage-error.js";
import type { LocalOperator } from "./commands.js";

/** Bytes of a path that a socket can have on all systems. */
const maxPathBytes = 103;

const json = { "content-type": "application/json" };

/** Bytes of the parameters of a command. */
const maxParameterBytes = 64 * 1024;

/** A request to the socket is refused with a status. The message is for the client, and not for the log. */
class RequestError extends Error {
  override readonly name = "RequestError";

  constructor(
    readonly status: 400 | 404 | 405 | 413,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Serves the administration commands on a socket for the owner alone, who could open the database as well. HTTP, with a
 * command as the path, its parameters as the body, and its result as the answer. Nothing that was sent is logged but
 * the names of commands that exist. Throws a {@link UsageError}.
 */
export async function serveAdministration(
  path: string,
  operator: LocalOperator,
  log: Log,
): Promise<{ readonly close: () => void }> {
  requireSocketPath(path);
  await requireFree(path);
  rmSync(path, { force: true });
  const server = createServer((request, response) => {
    answer(request, response, operator, log).catch((error) => refuse(error, response, log));
  });
  await listen(server, path);
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  operator: LocalOperator,
  log: Log,
): Promise<void> {
  const command = (request.url ?? "").slice(1);
  if (command !== "snapshot" && !operator.isCommand(command)) {
    throw new RequestError(404, "the server does not know this command: it is of another version");
  }
  if (request.method !== "POST") throw new RequestError(405, "a command is sent with POST");
  const parameters = await readParameters(request);
  if (command === "snapshot") {
    log.info("administration", { command });
    const content = await operator.snapshot();
    response.writeHead(200, { "content-type": "application/vnd.sqlite3" });
    await pipeline(content, response);
    return;
  }
  const result = await operator.call(command, parameters as never);
  const { login, client_id: application } = result as { readonly login?: string; readonly client_id?: string };
  if (!command.startsWith("list")) log.info("administration", { command, login, application });
  response.writeHead(200, json).end(JSON.stringify(result));
}

/** Reads the JSON of a body. The errors of decoding and parsing repeat what was sent, so others are thrown instead. */
async function readParameters(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse(await readBoundedStream(request, maxParameterBytes));
  } catch (error) {
    if (error instanceof TooLongError) throw new RequestError(413, `the parameters: ${error.message}`);
    throw new RequestError(400, "the parameters must be JSON, in UTF-8");
  }
}

function refuse(error: unknown, response: ServerResponse, log: Log): void {
  const isRefused = error instanceof RequestError || error instanceof AdministrationError;
  // A client that went away is no failure of the server.
  const isAborted = (error as NodeJS.ErrnoException).code === "ERR_STREAM_PREMATURE_CLOSE";
  if (!isRefused && !isAborted) log.error("administration", error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const status = error instanceof RequestError ? error.status : isRefused ? 422 : 500;
  const message = isRefused ? error.message : "the server failed; its log says why";
  // What is left of a body that was refused is not read.
  response.writeHead(status, { ...json, connection: "close" }).end(JSON.stringify({ message }));
}

/** Refuses a path that no socket can have, because it is too long or something else is there. */
export function requireSocketPath(path: string): void {
  if (Buffer.byteLength(path) > maxPathBytes) {
    throw new UsageError(
      `the path of the socket ${path} is longer than ${maxPathBytes} bytes; choose another with --admin-socket`,
    );
  }
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isSocket()) {
    throw new UsageError(`${path} is there, and is no socket; choose another with --admin-socket`);
  }
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

/** Refuses a socket that a server listens on. Throws a {@link UsageError}. */
export async function requireFree(path: string): Promise<void> {
  if (await isAnswered(path)) {
    throw new UsageError(`another server listens on the socket ${path}; choose another with --admin-socket`);
  }
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
