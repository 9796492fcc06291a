import { authorizationHeader } from "./credentials.js";
import { linkTo, warnOnce } from "./deprecation.js";
import { ApiError, ClientError } from "./errors.js";
import { sharedCodes } from "./one-time-codes.js";
import type { Operation } from "./operations.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { sleep, waitBeforeRetry } from "./retries.js";
import { redacted, secretsIn } from "./secrets.js";
import { type AnyRequest, createTransport, type RawAnswer } from "./transport.js";

/** Sends a request as often as it takes. Throws a `ClientError`, or an `ApiError` for an answer that is not wanted. */
export type Send = (
  operation: Operation,
  request: AnyRequest,
  options: CallOptions,
  isWanted: (status: number) => boolean,
) => Promise<RawAnswer>;

/** How often one try asks for a one-time code at the most. */
const mostQuestions = 3;

/** What a client does beside sending: kept answers, one-time codes, retries, notices of deprecation, errors. */
export function createSend(settings: ClientOptions): Send {
  const { baseUrl, auth, otp, retry = {}, cache, onDeprecated = warnOnce } = settings;
  const headers = {
    authorization: authorizationHeader(auth),
    accept: "application/vnd.github+json",
    "x-github-api-version": settings.apiVersion,
    "user-agent": settings.userAgent,
  };
  const transport = createTransport(baseUrl, headers, settings.fetch);
  const askFor = otp && sharedCodes(otp);
  const told = new Set<string>();

  type Layer = (
    operation: Operation,
    request: AnyRequest,
    options: CallOptions,
    secrets: string[],
  ) => Promise<RawAnswer>;

  /** Sends with a one-time code when the server demands one, and with another one when it was refused. */
  const sendWithCode: Layer = async (operation, request, { signal, timeout = settings.timeout ?? 10_000 }, secrets) => {
    const ask = askFor?.();
    for (let questions = 0; ; questions += 1) {
      const answer = await transport(operation, request, timeout, signal, secrets);
      const isDemanded = answer.status === 401 && answer.headers["x-github-otp"];
      const code = isDemanded && questions < mostQuestions && (await ask?.(questions > 0));
      if (!code) return answer;
      secrets.push(code);
      request = { ...request, headers: { ...request.headers, "x-github-otp": code } };
    }
  };

  /** Sends again what failed and may be repeated. */
  const sendAgain: Layer = async (operation, request, options, secrets) => {
    for (let tries = 0; ; tries += 1) {
      const result = await sendWithCode(operation, request, options, secrets).catch((error: unknown) => ({ error }));
      const wait = retry ? waitBeforeRetry(operation[1], tries, retry, result) : undefined;
      if (wait !== undefined) await sleep(wait, options.signal);
      else if ("error" in result) throw result.error;
      else return result;
    }
  };

  /** Asks for what is kept with its entity tag, and gives it when the server says that it is current. */
  const sendUnlessKept: Layer = async (operation, request, options, secrets) => {
    const { path, query, headers } = request;
    if (!cache || operation[1] !== "GET" || headers?.["if-none-match"]) {
      return sendAgain(operation, request, options, secrets);
    }
    const key = JSON.stringify([operation[2], path, query, headers]);
    const kept = cache.get(key);
    const conditional = { ...request, headers: { ...headers, "if-none-match": kept?.etag } };
    const answer = await sendAgain(operation, conditional, options, secrets);
    if (kept && answer.status === 304) return { ...answer, status: 200, body: JSON.parse(kept.body) };
    const { etag } = answer.headers;
    if (etag && answer.status === 200) cache.set(key, { etag, body: JSON.stringify(answer.body) });
    return answer;
  };

  return async (operation, request, options, isWanted) => {
    const [id] = operation;
    requirePath(operation, request.path);
    const secrets = secretsIn(auth, request.path, request.headers, request.body);
    secrets.push(headers.authorization.slice(6));
    const answer = await sendUnlessKept(operation, request, options, secrets);
    const { deprecation, sunset, link } = answer.headers;
    if (deprecation && !told.has(id)) {
      told.add(id);
      onDeprecated({ operationId: id, sunset: new Date(sunset ?? ""), link: linkTo("deprecation", link) });
    }
    if (isWanted(answer.status)) return answer;
    throw new ApiError(id, redacted(answer, secrets));
  };
}

/** A parameter that is missing would be sent as `{id}`; dots would lead to another address. */
function requirePath([id, , path]: Operation, values: Readonly<Record<string, unknown>> = {}): void {
  for (const [, name = ""] of path.matchAll(/\{(\w+)\}/g)) {
    if (/^\.{0,2}$/.test(String(values[name] ?? ""))) {
      throw new ClientError("invalid-request", `${id} needs the path parameter ${name}`);
    }
  }
}
