import { authorizationHeader } from "./credentials.js";
import { linkTo, warnOnce } from "./deprecation.js";
import { ApiError, ClientError } from "./errors.js";
import { sharedCodes } from "./one-time-codes.js";
import type { Operation } from "./operations.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { waitBeforeRetry } from "./retries.js";
import { redacted, secretsIn } from "./secrets.js";
import { type AnyRequest, createTransport, type RawAnswer, readable, recordOf } from "./transport.js";
import { within } from "./within.js";

/**
 * Sends a request as often as it takes. Throws a `ClientError`, or an `ApiError` for an answer that the description
 * does not declare or whose status is not below a number.
 */
export type Send = (
  operation: Operation,
  request: AnyRequest,
  options: CallOptions,
  below: number,
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

  return async (operation, request, { signal, timeout = settings.timeout ?? 10_000 }, below) => {
    const { id, method, path: template, statuses } = operation;
    const { path, query, headers: asked, body } = request;
    const codes: string[] = [];
    // First the pair of a name and its secret in base64, or a token as it is.
    const secrets = () => [headers.authorization.slice(6), ...secretsIn(auth, path, asked, body), ...codes];

    /** Sends with a one-time code when the server demands one, and with another one when it was refused. */
    const sendWithCode = async (request: AnyRequest) => {
      const ask = askFor?.();
      for (let questions = 0; ; questions += 1) {
        const answer = await transport(operation, request, timeout, signal, secrets);
        const isDemanded = answer.status === 401 && answer.headers.get("x-github-otp");
        const code =
          isDemanded &&
          questions < mostQuestions &&
          (await within(id, 0, signal, async () => ask?.(!!request.headers?.["x-github-otp"])));
        if (!code) return answer;
        codes.push(code);
        request = { ...request, headers: { ...request.headers, "x-github-otp": code } };
      }
    };

    /** Sends again what failed and may be repeated. */
    const sendAgain = async (request: AnyRequest) => {
      for (let tries = 0; ; tries += 1) {
        const result = await sendWithCode(request).catch((error: unknown) => {
          if (error instanceof ClientError) return error;
          throw error;
        });
        const wait = waitBeforeRetry(method, tries, retry || { retries: 0 }, result);
        const sleep = (stopped: AbortSignal) =>
          new Promise((resolve) => {
            const timer = setTimeout(resolve, wait);
            stopped.onabort = () => clearTimeout(timer);
          });
        if (wait !== undefined) await within(id, 0, signal, sleep);
        else if (result instanceof ClientError) throw result;
        else return result;
      }
    };

    /** Asks for what is kept with its entity tag, and gives it when the server says that it is current. */
    const sendUnlessKept = async () => {
      if (!cache || method !== "GET" || asked?.["if-none-match"]) return sendAgain(request);
      const key = JSON.stringify([template, path, query, asked]);
      const kept = cache.get(key);
      const answer = await sendAgain({ ...request, headers: { ...asked, "if-none-match": kept?.etag } });
      if (kept && answer.status === 304) {
        const { body, headers } = JSON.parse(kept.answer);
        return { status: 200, headers: new Headers({ ...headers, ...recordOf(answer.headers) }), body };
      }
      const etag = answer.headers.get("etag");
      if (etag && answer.status === 200) cache.set(key, { etag, answer: JSON.stringify(readable(answer)) });
      return answer;
    };

    const answer = await sendUnlessKept();
    if (!told.has(id) && answer.headers.has("deprecation")) {
      told.add(id);
      const { sunset, link } = redacted(recordOf(answer.headers), secrets());
      onDeprecated({ operationId: id, sunset: new Date(sunset ?? ""), link: linkTo("deprecation", link) });
    }
    if (answer.status < below && statuses.includes(answer.status)) return answer;
    throw new ApiError(id, redacted(readable(answer), secrets()));
  };
}
