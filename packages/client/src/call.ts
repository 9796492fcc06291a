import type { CallEntry, OperationId } from "@grantbook/contract";
import { createFinalURL, createQuerySerializer, mergeHeaders } from "openapi-fetch";
import type { CallArguments, CallResult } from "./call-result.js";
import { type ConnectionOptions, connect } from "./connect.js";
import type { ApiMiddleware } from "./middleware/index.js";
import { pathSerializer } from "./openapi-fetch.js";
import { headersOf } from "./request.js";
import { parseBody } from "./response-body.js";

export * from "@grantbook/contract/calls";
export type { CallArguments, CallResult } from "./call-result.js";

/** Settings of a caller of single operations. */
export interface CallerOptions extends ConnectionOptions {
  /** Middlewares, the outermost first. None by default. */
  readonly middleware?: readonly ApiMiddleware[] | undefined;
}

/**
 * Makes a function that calls an operation, for applications that make few calls and must be small: a bundler leaves
 * out the other operations, and openapi-fetch but for its serializers. Without middlewares it neither retries, nor ends
 * in time, nor refuses redirects.
 */
export function createCaller(options: CallerOptions) {
  const {
    baseUrl,
    headers: fixed,
    send,
  } = connect(
    options,
    options.middleware?.map(({ wrap }) => wrap),
  );
  const querySerializer = createQuerySerializer();
  return async <Entry extends CallEntry & { readonly id: OperationId }>(
    { id, route }: Entry,
    ...[parts, callOptions]: CallArguments<Entry["id"]>
  ): Promise<CallResult<Entry["id"]>> => {
    const [method, template] = route.split(" ") as [string, string];
    const { path = {}, query, headers: own, body } = (parts ?? {}) as Record<string, Record<string, unknown>>;
    const params = { path, query: query ?? {} };
    const headers = mergeHeaders(body && { "content-type": "application/json" }, fixed, own as Record<string, string>);
    const response = await send({
      ...callOptions,
      name: id,
      route,
      method,
      url: createFinalURL(template, { baseUrl, params, querySerializer, pathSerializer }),
      headers: headersOf(headers),
      body: JSON.stringify(body),
      secrets: [options.auth, headersOf(headers), path, body],
    });
    const result = { status: response.status, headers: headersOf(response.headers) };
    const content = parseBody(id, response, await response.text());
    return (content === undefined ? result : { ...result, body: content }) as never;
  };
}
