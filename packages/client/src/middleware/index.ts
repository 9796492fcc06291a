import type { Middleware } from "openapi-fetch";
import { bodyOf, headersOf, type Send, sendWith, type Wrap } from "../request.js";
import { withCache } from "./cache.js";
import { withDeprecation } from "./deprecation.js";
import { withoutRedirects } from "./no-redirects.js";
import { withOtp } from "./otp.js";
import { withRetry } from "./retry.js";
import { withSafeErrors } from "./safe-errors.js";
import { withTimeLimit } from "./timeout.js";

/**
 * Middleware of this API, for `client.use()` of openapi-fetch. It sends the request itself, as often as it takes:
 * openapi-fetch then calls no later middleware. Add it last, and put several into one with {@link compose}.
 */
export interface ApiMiddleware {
  readonly onRequest: NonNullable<Middleware["onRequest"]>;
  /** Puts the middleware around a function that sends a request. */
  wrap(next: Send): Send;
}

export { type CachedResponse, memoryCache, type ResponseCache } from "./cache.js";

/** Puts middlewares into one; the first is the outermost. */
export function compose(...all: readonly ApiMiddleware[]): ApiMiddleware {
  return toMiddleware((next) => all.reduceRight((inner, { wrap }) => wrap(inner), next));
}

/** Asks again for what is cached by its entity tag; a 304 becomes the response it stands for. */
export const cache = (...settings: Parameters<typeof withCache>) => toMiddleware(withCache(...settings));

/** Calls a listener once for each deprecated operation; by default one warning a process goes to the console. */
export const deprecation = (...settings: Parameters<typeof withDeprecation>) =>
  toMiddleware(withDeprecation(...settings));

/** Refuses redirects with a `ClientError`: one-time passwords would go along. */
export const noRedirects = () => toMiddleware(withoutRedirects);

/** Sends a request again with a one-time password when the server demands one. */
export const otp = (...settings: Parameters<typeof withOtp>) => toMiddleware(withOtp(...settings));

/** Repeats idempotent operations that were lost or that may succeed later. */
export const retry = (...settings: Parameters<typeof withRetry>) => toMiddleware(withRetry(...settings));

/** Turns what `fetch` throws into a `ClientError` without a secret of the request. */
export const safeErrors = () => toMiddleware(withSafeErrors);

/** Ends an attempt after some milliseconds, its body included; 10000 by default. */
export const timeout = (...settings: Parameters<typeof withTimeLimit>) => toMiddleware(withTimeLimit(...settings));

function toMiddleware(wrap: Wrap): ApiMiddleware {
  return {
    wrap,
    onRequest: async ({ request, schemaPath, options, params }) => {
      const send = sendWith((url, init) => options.fetch(new Request(url, init)));
      const { url, method, redirect, signal } = request;
      const headers = headersOf(request.headers);
      const body = await bodyOf(request);
      const content = body && /json/.test(headers["content-type"] ?? "") ? JSON.parse(body) : undefined;
      const secrets = [headers, params.path, content];
      const route = `${method} ${schemaPath}`;
      const sent = { url, method, headers, body, redirect, signal, route, name: route, secrets };
      const response = await wrap(send)(sent);
      // Its body was read on the way; of the copy, openapi-fetch reads it in any form. A clone would not do: that of a
      // Response of `@hono/node-server` is the runtime's, which openapi-fetch takes for something else.
      return new Response((await response.text()) || null, response);
    },
  };
}
