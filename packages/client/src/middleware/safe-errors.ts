import { ClientError } from "../errors.js";
import type { Wrap } from "../request.js";
import { redact } from "../secrets.js";

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
  const system = Object(Object(error).cause);
  // Node tries each address of a host; the cause then is a list of errors without a text of its own.
  const { message, syscall, hostname, address, port, code = system.code ?? "" } = system.errors?.[0] ?? system;
  const text = `${message || Object(error).message || code || error}`;
  const details = { message: text.includes(code) ? text : `${text} (${code})`, code, syscall, hostname, address, port };
  const cause = Object.assign(new Error(), redact(details, secrets));
  return new ClientError("connection", `${name}: ${cause.message}`, { cause });
}
