import { headersOf, type Wrap } from "../request.js";

/** Response in a cache, with the entity tag that the server recognises it by. */
export interface CachedResponse {
  readonly etag: string;
  /** Headers and body as JSON. */
  readonly response: string;
}

/** Store of responses. They are those of one caller: do not share it with another one. */
export interface ResponseCache {
  get(key: string): CachedResponse | undefined;
  set(key: string, response: CachedResponse): void;
}

/** Cache in memory. Beyond `max` responses, 100 by default, it drops the one that was not used the longest. */
export function memoryCache(max = 100): ResponseCache {
  const responses = new Map<string, CachedResponse>();
  return {
    get(key) {
      const response = responses.get(key);
      if (response && responses.delete(key)) responses.set(key, response);
      return response;
    },
    set(key, response) {
      responses.delete(key);
      responses.set(key, response);
      for (const oldest of responses.keys()) if (responses.size > max) responses.delete(oldest);
    },
  };
}

/**
 * Asks again for what is cached by its entity tag (RFC 9110 §13.1.2); a 304 becomes the response it stands for, with
 * the new headers. A call with an `if-none-match` of its own is left alone.
 */
export function withCache(responses: ResponseCache): Wrap {
  return (next) => async (request) => {
    const { method, url, headers } = request;
    if (method !== "GET" || headers["if-none-match"]) return next(request);
    const key = JSON.stringify([url, { ...headers, authorization: "" }]);
    const cached = responses.get(key);
    const condition = cached && { "if-none-match": cached.etag };
    const response = await next({ ...request, headers: { ...headers, ...condition } });
    const { status } = response;
    const own = headersOf(response.headers);
    if (cached && status === 304) {
      const { body, headers: old } = JSON.parse(cached.response);
      return new Response(body, { headers: { ...old, ...own } });
    }
    if (own.etag && status === 200) {
      const body = await response.text();
      responses.set(key, { etag: own.etag, response: JSON.stringify({ body, headers: own }) });
    }
    return response;
  };
}
