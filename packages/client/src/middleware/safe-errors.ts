import { ClientError } from "../errors.js";
import type { Wrap } from "../request.js";
import { redact } from "../secrets.js";

/** Fields of a system's error that say what failed, and where. */
const fields = ["message", "code", "hostname", "address", "port"];

/**
 * Turns what `fetch` throws into a `ClientError` with the code `connection`. Its message and its `cause` name the
 * system's error and the address, and none of the request's secrets.
 */
export const withSafeErrors: Wrap = (next) => async (request) => {
  try {
    return await next(request);
  } catch (error) {
    if (error instanceof ClientError || request.signal?.aborted) throw error;
    const system = Object(Object(error).cause);
    // Node tries each address of a host; the cause then is a list of errors without a text of its own.
    const first = system.errors?.[0] ?? system;
    const code = first.code ?? system.code ?? "";
    const text = `${first.message || Object(error).message || code || error}`;
    const message = text.includes(code) ? text : `${text} (${code})`;
    const cause = Object.assign(new Error(), redact({ ...first, code, message }, request.secrets, fields));
    throw new ClientError("connection", `${request.name}: ${cause.message}`, { cause });
  }
};
