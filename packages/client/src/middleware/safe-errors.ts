import { ClientError } from "../errors.js";
import type { Wrap } from "../request.js";
import { redact } from "../secrets.js";

/** Fields of a system error that say what was not reached. */
const fields = ["code", "syscall", "hostname", "address", "port"];

/**
 * Turns what `fetch` throws into a `ClientError` with the code `connection`. Its message and its `cause` name the
 * system's error and the address, and none of the request's secrets.
 */
export function withSafeErrors(): Wrap {
  return (next) => async (request) => {
    try {
      return await next(request);
    } catch (error) {
      if (error instanceof ClientError || request.signal?.aborted) throw error;
      throw connectionError(request.name, error, request.secrets);
    }
  };
}

function connectionError(name: string, error: unknown, secrets: readonly unknown[]): ClientError {
  // Node tries each address of a host; the cause then is a list of errors without a text of its own.
  const system = Object(Object(error).cause);
  const { errors: [first = system] = [] } = system;
  const code = `${system.code ?? first.code ?? ""}`;
  const text = `${first.message || Object(error).message || code || error}`;
  const message = redact(code && !text.includes(code) ? `${text} (${code})` : text, secrets);
  const known = fields.flatMap((field) => (first[field] === undefined ? [] : [[field, first[field]]]));
  const cause = Object.assign(new Error(message), redact(Object.fromEntries(known), secrets));
  return new ClientError("connection", `${name}: ${message}`, { cause });
}
