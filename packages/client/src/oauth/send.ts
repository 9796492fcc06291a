import { ApiError, ClientError } from "../errors.js";
import { withoutRedirects } from "../middleware/no-redirects.js";
import { withSafeErrors } from "../middleware/safe-errors.js";
import { withTimeLimit } from "../middleware/timeout.js";
import type { CallOptions } from "../options.js";
import { type Fetch, headersOf, sendWith } from "../request.js";
import { parseBody } from "../response-body.js";
import { redact } from "../secrets.js";
import { OAuthError } from "./errors.js";
import type { FlowOperationId, FlowParameters, FlowResult } from "./types.js";

const paths: Readonly<Record<FlowOperationId, string>> = {
  "oauth/create-access-token": "/login/oauth/access_token",
  "oauth/create-device-code": "/login/device/code",
};

/** Parameters that must not show in an error. */
const secretNames = ["client_secret", "code", "code_verifier", "device_code", "refresh_token"];

/** Settings of a sender. */
export interface SenderOptions {
  readonly fetch?: Fetch | undefined;
  readonly timeout?: number | undefined;
  readonly userAgent?: string | undefined;
}

/**
 * Sends the parameters of an operation, and returns the body of its success. Throws an `OAuthError` for an error of the
 * flow, an `ApiError` for any other response, and a `ClientError` when there is none.
 */
export type SendFlow = <Id extends FlowOperationId>(
  id: Id,
  parameters: Readonly<Partial<Record<keyof FlowParameters<Id>, string | undefined>>>,
  options?: CallOptions,
) => Promise<FlowResult<Id>>;

/** Makes a function that sends requests of the flows below `site`. None is repeated: codes are valid once. */
export function createSender(site: string, options: SenderOptions): SendFlow {
  const transport = sendWith((url, init) => (options.fetch ?? (fetch as Fetch))(url, init));
  const send = withTimeLimit(options.timeout)(withSafeErrors(withoutRedirects(transport)));
  return async (id, parameters: Readonly<Record<string, string | undefined>>, { signal, timeout } = {}) => {
    const known = Object.fromEntries(
      Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const secrets = secretNames.map((name) => ({ token: known[name] }));
    const path = paths[id];
    const response = await send({
      url: site + path,
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
        ...(options.userAgent === undefined ? {} : { "user-agent": options.userAgent }),
      },
      body: new URLSearchParams(known).toString(),
      signal,
      timeout,
      route: `POST ${path}`,
      name: id,
      secrets,
    });
    const { status } = response;
    const body = parseBody(id, response, await response.text());
    const fields = redact(Object(body) as Record<string, unknown>, secrets);
    // GitHub has most errors with the status 200, RFC 6749 with 400 and 401.
    if (status < 404 && fields.error !== undefined) throw new OAuthError(id, fields);
    if (status === 200) return body as FlowResult<typeof id>;
    const message = fields.message ?? (status === 404 ? "There is no application with this client id" : "");
    throw new ApiError(id, { status, headers: headersOf(response.headers), body: { ...fields, message } });
  };
}

/** True for a request that may not have come through, or to a server that was busy. */
export function mayPass(error: unknown): boolean {
  return (
    (error instanceof ClientError && /connection|timeout/.test(error.code)) ||
    (error instanceof ApiError && /unavailable|rate-limited/.test(error.code))
  );
}
