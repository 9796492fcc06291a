import type { components } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { type Reason, Refusal } from "../domain/refusal.js";
import { errorReason } from "./access-log.js";
import type { ApiResponse } from "./api-response.js";
import type { RequestContext } from "./context.js";
import type { HttpReason } from "./reason.js";

type ErrorBody = Omit<components["schemas"]["validation-error"], "documentation_url" | "errors"> & {
  readonly errors?: unknown;
};

/** GitHub's notice of 2020 about tokens in the query. */
const queryTokenNotice = "https://developer.github.com/changes/2020-02-10-deprecating-auth-through-query-param";

/**
 * Makes the response of an error, the one place that does. A refusal says why; any other error goes to the log alone.
 */
export function toErrorResponse(error: unknown, context: RequestContext): ApiResponse {
  const { requestId, target, services } = context;
  const { operationId, documentationUrl } = target;
  const request = { requestId, ...(operationId === undefined ? {} : { operationId }) };
  context.reason = errorReason(error);
  if (!(error instanceof Refusal)) {
    services.onError(error, request);
    return failureResponse(documentationUrl);
  }
  if (error.cause !== undefined) services.onError(error.cause, { ...request, isOutage: true });
  return refusalResponse(error.reason as Reason | HttpReason, documentationUrl);
}

/** Response to a refusal. The texts are GitHub's. */
export function refusalResponse(reason: Reason | HttpReason, documentationUrl: string): ApiResponse {
  const response = (status: number, body: ErrorBody, headers: Record<string, string> = {}): ApiResponse => {
    const { message, ...rest } = body;
    return { status, headers, body: { message, ...rest, documentation_url: documentationUrl, status: String(status) } };
  };
  switch (reason.code) {
    case "json-unreadable":
      return response(400, { message: "Problems parsing JSON" });
    case "body-not-an-object":
      return response(400, { message: "Body should be a JSON object" });
    case "token-in-query":
      return response(400, { message: `Must specify access token via Authorization header. ${queryTokenNotice}` });
    case "version-unsupported":
      return response(400, { message: "Bad Request", errors: versionSentence(reason) });
    case "credentials-missing":
      return response(401, { message: "Requires authentication" });
    case "credentials-wrong":
      return response(401, { message: "Bad credentials" });
    case "one-time-code-needed":
      return response(
        401,
        { message: "Must specify two-factor authentication OTP code." },
        { "X-GitHub-OTP": "required; app" },
      );
    case "password-needed":
      return response(403, { message: "This API can only be accessed with username and password Basic Auth" });
    case "scope-missing":
      return response(403, { message: reason.message });
    case "too-many-attempts":
      return response(
        403,
        { message: "Maximum number of login attempts exceeded. Please try again later." },
        { "Retry-After": String(reason.retryAfter) },
      );
    case "account-suspended":
      return response(403, { message: "Sorry. Your account was suspended" });
    case "rate-limited":
      return response(403, { message: `API rate limit exceeded for ${reason.name}.` });
    case "not-a-github-app":
      return response(403, { message: "Only a GitHub App has tokens that can be scoped." });
    case "not-found":
      return response(404, { message: "Not Found" });
    case "rate-limiting-off":
      return response(404, { message: "Rate limiting is not enabled." });
    case "gone":
      return response(410, { message: "This endpoint has been removed." });
    case "precondition-failed":
      return response(412, { message: "Precondition Failed" });
    case "content-too-large":
      return response(413, { message: `Body should be at most ${description["x-body-limit"]} bytes long` });
    case "content-encoded":
      return response(
        415,
        { message: "Body should not be compressed: the only Content-Encoding that is supported is identity" },
        { "Accept-Encoding": "identity" },
      );
    case "application-unknown":
      return response(422, { message: "Invalid OAuth application client_id or secret." });
    case "form-token-wrong":
      return response(422, { message: "This page is out of date. Go back, reload it and try again." });
    case "shape-refused":
      return response(422, { message: `Invalid request.\n\n${reason.problems.join("\n")}` });
    case "too-many":
    case "too-few":
      return response(422, { message: reason.problem });
    case "values-refused": {
      const errors = reason.errors.map(({ code, field, message }) => ({
        resource: "OauthAccess",
        code,
        field,
        ...(message === undefined ? {} : { message }),
      }));
      return response(422, { message: "Validation Failed", errors });
    }
    case "unavailable":
      return response(
        503,
        { message: "Service unavailable. Please try again later." },
        { "Retry-After": String(reason.retryAfter) },
      );
  }
}

/** Response when the server itself failed. It has nothing of the failure in it. */
export function failureResponse(documentationUrl: string): ApiResponse {
  return { status: 500, body: { message: "Server Error", documentation_url: documentationUrl, status: "500" } };
}

function versionSentence({ version, supported }: HttpReason & { code: "version-unsupported" }): string {
  const [latest, ...older] = supported.toSorted().reverse();
  const known = [`"${latest}" (most recent)`, ...older.map((name) => `"${name}"`)].join(" and ");
  const sent = `The version you specified in the "X-GitHub-API-Version" request header, "${version}",`;
  return `${sent} is not a supported version. The following versions are currently supported: ${known}.`;
}
