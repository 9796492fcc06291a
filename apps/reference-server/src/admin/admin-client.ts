import { existsSync } from "node:fs";
import { type IncomingMessage, request as sendRequest } from "node:http";
import { AdministrationError } from "@grantbook/server";
import { openDatabase } from "../database/database.js";
import type { DatabaseSettings } from "../options/serve-options.js";
import { UsageError } from "../usage-error.js";
import { isSocketAlive, requireSocketPath } from "./admin-server.js";
import { type AdminClient, createLocalAdmin } from "./commands.js";

/** Returns the socket of the server that owns a database. A database in memory has one only if the settings name it. */
export function socketOf({ database, "admin-socket": named }: DatabaseSettings): string | undefined {
  return named ?? (database.file !== undefined ? `${database.file}.sock` : undefined);
}

/**
 * Runs `work` with a client for a database: through its server when one is running, otherwise directly. With `read`,
 * creates no database, table or key. Throws a {@link UsageError} when the database cannot be reached.
 */
export async function withAdminClient<T>(
  settings: DatabaseSettings,
  purpose: "read" | "change",
  work: (admin: AdminClient) => Promise<T>,
): Promise<T> {
  const { database: address } = settings;
  const socket = socketOf(settings);
  if (socket !== undefined) {
    requireSocketPath(socket);
    if (await isSocketAlive(socket)) return work(createRemoteAdmin(socket));
  }
  if (address.isInMemory) {
    throw new UsageError("a database in memory is reached through its server; name its socket with --admin-socket");
  }
  if (address.file !== undefined && !existsSync(address.file)) {
    throw new UsageError(`there is no database ${address.file}; grantbook serve creates it`);
  }
  const database = await openDatabase(settings, purpose);
  try {
    return await work(createLocalAdmin(database));
  } finally {
    await database.store.close();
  }
}

/** Creates a client that sends commands through the socket of a server. */
function createRemoteAdmin(socketPath: string): AdminClient {
  return {
    async call(name, parameters) {
      const answer = await send(socketPath, name, parameters);
      return parse(await textOf(answer)) as never;
    },
    async snapshot() {
      const content = await send(socketPath, "snapshot", {});
      return { content, bytes: Number(content.headers["content-length"]) };
    },
  };
}

function send(socketPath: string, name: string, parameters: object): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = sendRequest({ socketPath, path: `/${name}`, method: "POST" }, (answer) => {
      if (answer.statusCode === 200) return resolve(answer);
      textOf(answer)
        .then((text) => reject(new AdministrationError(String(parse(text).message))))
        .catch(reject);
    });
    sent.on("error", (error) => reject(connectionLost(error)));
    sent.end(JSON.stringify(parameters));
  });
}

function parse(text: string): { readonly message?: unknown } {
  try {
    return JSON.parse(text);
  } catch {
    throw new AdministrationError("the socket does not belong to a grantbook server");
  }
}

/** Creates an error for a connection that ended early; the command may or may not have run. */
function connectionLost({ message }: Error): AdministrationError {
  return new AdministrationError(`the connection to the server was lost before it answered: ${message}`);
}

async function textOf(answer: IncomingMessage): Promise<string> {
  answer.setEncoding("utf8");
  let text = "";
  try {
    for await (const chunk of answer) text += chunk;
  } catch (error) {
    throw connectionLost(error as Error);
  }
  return text;
}
