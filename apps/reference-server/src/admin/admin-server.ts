import { rmSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { pipeline } from "node:stream/promises";
import { AdministrationError } from "@grantbook/server";
import { readBoundedStream, TooLongError } from "../bounded-file.js";
import { occasionally } from "../occasionally.js";
import type { Log } from "../runtime/log.js";
import { UsageError } from "../usage-error.js";
import { commandLineNames, type LocalAdmin } from "./commands.js";

/** Maximum bytes of the path of a socket, on all systems. */
const maxPathBytes = 103;

const json = { "Content-Type": "application/json" };

/** Maximum bytes of the parameters of a command. */
const maxParameterBytes = 64 * 1024;

/** Refusal of a request to the socket. The message is for the client, not for the log. */
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
 * Serves the administration commands over HTTP, on a socket for its owner only. The path is the command, the body its
 * parameters, and the response its result. The log has names of commands and nothing else that was sent. Throws a
 * {@link UsageError}.
 */
export async function startAdminServer(
  path: string,
  admin: LocalAdmin,
  log: Log,
): Promise<{ readonly close: () => void }> {
  requireSocketPath(path);
  await requireFreeSocket(path);
  rmSync(path, { force: true });
  const server = createServer((request, response) => {
    answer(request, response, admin, log).catch((error) => refuse(error, response, log));
  });
  await listen(server, path);
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, admin: LocalAdmin, log: Log): Promise<void> {
  const command = (request.url ?? "").slice(1);
  if (command !== "snapshot" && !admin.isCommand(command)) {
    throw new RequestError(404, "the server has another version and does not know this command");
  }
  if (request.method !== "POST") throw new RequestError(405, "send commands with POST");
  const parameters = await readParameters(request);
  if (command === "snapshot") {
    log.info("administration", { command: commandLineNames[command] });
    const { content, bytes } = await admin.snapshot();
    response.writeHead(200, { "Content-Type": "application/octet-stream", "Content-Length": bytes });
    await pipeline(content, response);
    return;
  }
  const onProgress = occasionally((done, total) => {
    log.info("administration", { command: commandLineNames[command], done, total });
  });
  const result = await admin.call(command, parameters as never, onProgress);
  const { login, client_id: application } = result as { readonly login?: string; readonly client_id?: string };
  if (!command.startsWith("list")) {
    log.info("administration", { command: commandLineNames[command], login, application });
  }
  response.writeHead(200, json).end(JSON.stringify(result));
}

/** Parses the body. Its errors are new ones, because those of the parser repeat what was sent. */
async function readParameters(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse(await readBoundedStream(request, maxParameterBytes));
  } catch (error) {
    if (error instanceof TooLongError) throw new RequestError(413, `the parameters are too long: ${error.message}`);
    throw new RequestError(400, "the parameters must be JSON, in UTF-8");
  }
}

function refuse(error: unknown, response: ServerResponse, log: Log): void {
  const isRefused = error instanceof RequestError || error instanceof AdministrationError;
  // A client that disconnects is no failure of the server.
  const isAborted = (error as NodeJS.ErrnoException).code === "ERR_STREAM_PREMATURE_CLOSE";
  if (!isRefused && !isAborted) log.error("administration", error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const status = error instanceof RequestError ? error.status : isRefused ? 422 : 500;
  const message = isRefused ? error.message : "the server failed; see its log";
  // The rest of a refused body is not read.
  response.writeHead(status, { ...json, Connection: "close" }).end(JSON.stringify({ message }));
}

/** Refuses a path that is too long for a socket, or that another kind of file has. Throws a {@link UsageError}. */
export function requireSocketPath(path: string): void {
  if (Buffer.byteLength(path) > maxPathBytes) {
    throw new UsageError(
      `the path of the socket ${path} is longer than ${maxPathBytes} bytes; choose another with --admin-socket`,
    );
  }
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isSocket()) {
    throw new UsageError(`${path} exists and is not a socket; choose another path with --admin-socket`);
  }
}

/** Tests whether a server listens on a socket; a killed one leaves it behind. Throws a {@link UsageError}. */
export function isSocketAlive(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", ({ code, message }: NodeJS.ErrnoException) => {
      if (code === "ENOENT" || code === "ECONNREFUSED") resolve(false);
      else if (code === "EACCES")
        reject(new UsageError(`the socket ${path} belongs to another user; run the command as that user`));
      else reject(new UsageError(`the socket ${path}: ${message}`));
    });
  });
}

/** Refuses a socket on which a server listens. Throws a {@link UsageError}. */
export async function requireFreeSocket(path: string): Promise<void> {
  if (await isSocketAlive(path)) {
    throw new UsageError(`another server listens on the socket ${path}; choose another with --admin-socket`);
  }
}

function listen(server: Server, path: string): Promise<void> {
  // listen() creates the file; the mask keeps it from other users from the start.
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
