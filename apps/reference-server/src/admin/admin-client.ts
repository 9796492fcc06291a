import { existsSync } from "node:fs";
import { type IncomingMessage, request as sendRequest } from "node:http";
import { AdministrationError } from "@grantbook/server";
import { openDatabase } from "../database/database.js";
import type { DatabaseSettings } from "../options/serve-options.js";
import { UsageError } from "../usage-error.js";
import { isAnswered, requireSocketPath } from "./admin-server.js";
import { type Operator, operatorOf } from "./commands.js";

/** The socket of a server that has its database to itself; none for one in memory, unless it was named. */
export function socketOf({ database, "admin-socket": named }: DatabaseSettings): string | undefined {
  return named ?? (database.file !== undefined ? `${database.file}.sock` : undefined);
}

/**
 * Gives commands to a database: through the server that has it, when one runs, or else directly. Makes nothing for
 * commands that only read. Throws a {@link UsageError} when there is no way.
 */
export async function withOperator<T>(
  settings: DatabaseSettings,
  purpose: "read" | "change",
  work: (operator: Operator) => Promise<T>,
): Promise<T> {
  const { database: address } = settings;
  const socket = socketOf(settings);
  if (socket !== undefined) {
    requireSocketPath(socket);
    if (await isAnswered(socket)) return work(remoteOperator(socket));
  }
  if (address.isInMemory) {
    throw new UsageError("a database in memory is reached through its server; say its socket with --admin-socket");
  }
  if (address.file !== undefined && !existsSync(address.file)) {
    throw new UsageError(`there is no database ${address.file}; grantbook serve makes it`);
  }
  const database = await openDatabase(settings, purpose);
  try {
    return await work(operatorOf(database));
  } finally {
    await database.store.close();
  }
}

/** The commands through a socket to the process that runs them. */
function remoteOperator(socketPath: string): Operator {
  return {
    async call(name, parameters) {
      const answer = await send(socketPath, name, parameters);
      return parse(await textOf(answer)) as never;
    },
    snapshot: () => send(socketPath, "snapshot", {}),
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
    sent.on("error", (error) => reject(gone(error)));
    sent.end(JSON.stringify(parameters));
  });
}

function parse(text: string): { readonly message?: unknown } {
  try {
    return JSON.parse(text);
  } catch {
    throw new AdministrationError("the socket does not answer as one of a grantbook server does");
  }
}

/** Whether the command was carried out is not known. */
function gone({ message }: Error): AdministrationError {
  return new AdministrationError(`the server went away before it answered: ${message}`);
}

async function textOf(answer: IncomingMessage): Promise<string> {
  answer.setEncoding("utf8");
  let text = "";
  try {
    for await (const chunk of answer) text += chunk;
  } catch (error) {
    throw gone(error as Error);
  }
  return text;
}
