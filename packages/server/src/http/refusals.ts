import type { components } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { type Reason, Refusal } from "../domain/refusal.js";

/** Why a request is refused before the rules are asked. */
export type HttpReason =
  | { readonly code: "json-unreadable" | "body-not-an-object" | "content-too-large" | "content-encoded" }
  | { readonly code: "gone" | "precondition-failed" }
  /** `name` says who has used up the requests of an hour. */
  | { readonly code: "rate-limited"; readonly name: string }
  /** The request does not have the described shape; each problem is a sentence. */
  | { readonly code: "shape-refused"; readonly problems: readonly string[] }
  | { readonly code: "version-unsupported"; readonly version: string; readonly supported: readonly string[] };

/** An answer in the making: what is common to all answers is added where it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type ErrorBody = Omit<components["schemas"]["validation-error"], "documentation_url" | "errors"> & {
  readonly errors?: unknown;
};

const challenge = { "www-authenticate": 'Basic realm="GitHub"' };

/** The one door for errors: the answer to a refusal. The texts are the vendor's. */
export function refusalAnswer(reason: Reason | HttpReason, documentationUrl: string): Answer {
  const answer = (status: number, body: ErrorBody, headers: Record<string, string> = {}): Answer => {
    const { message, ...rest } = body;
    return { status, headers, body: { message, ...rest, documentation_url: documentationUrl, status: String(status) } };
  };
  switch (reason.code) {
    case "json-unreadable":
      return answer(400, { message: "Problems parsing JSON" });
    case "body-not-an-object":
      return answer(400, { message: "Body should be a JSON object" });
    case "version-unsupported":
      return answer(400, { message: "Bad Request", errors: versionSentence(reason) });
    case "credentials-missing":
      return answer(401, { message: "Requires authentication" }, challenge);
    case "credentials-wrong":
      return answer(401, { message: "Bad credentials" }, challenge);
    case "one-time-code-needed":
      return answer(
        401,
        { message: "Must specify two-factor authentication OTP code." },
        { ...challenge, "x-github-otp": "required; app" },
      );
    case "password-needed":
      return answer(403, { message: "This API can only be accessed with username and password Basic Auth" });
    case "too-many-attempts":
      return answer(
        403,
        { message: "Maximum number of login attempts exceeded. Please try again later." },
        { "retry-after": String(reason.retryAfter) },
      );
    case "account-suspended":
      return answer(403, { message: "Sorry. Your account was suspended" });
    case "rate-limited":
      return answer(403, { message: `API rate limit exceeded for ${reason.name}.` });
    case "not-a-github-app":
      return answer(403, { message: "Only a GitHub App has tokens that can be scoped." });
    case "not-found":
      return answer(404, { message: "Not Found" });
    case "gone":
      return answer(410, { message: "This endpoint has been removed." });
    case "precondition-failed":
      return answer(412, { message: "Precondition Failed" });
    case "content-too-large":
      return answer(413, { message: `Body should be at most ${description["x-body-limit"]} bytes long` });
    case "content-encoded":
      return answer(
        415,
        { message: "Body should not be compressed: the only Content-Encoding that is supported is identity" },
        { "accept-encoding": "identity" },
      );
    case "application-unknown":
      return answer(422, { message: "Invalid OAuth application client_id or secret." });
    case "shape-refused":
      return answer(422, { message: `Invalid request.\n\n${reason.problems.join("\n")}` });
    case "values-refused": {
      const errors = reason.errors.map(({ code, field, message }) => ({
        resource: "OauthAccess",
        code,
        field,
        ...(message === undefined ? {} : { message }),
      }));
      return answer(422, { message: "Validation Failed", errors });
    }
    case "unavailable":
      return answer(
        503,
        { message: "Service unavailable. Please try again later." },
        { "retry-after": String(reason.retryAfter) },
      );
  }
}

/** The answer when the server itself failed: nothing of the failure is in it. */
export function failureAnswer(documentationUrl: string): Answer {
  return { status: 500, body: { message: "Server Error", documentation_url: documentationUrl, status: "500" } };
}

/** Refuses a request that does not have the described shape. */
export function refuseShape(...problems: readonly string[]): never {
  throw new Refusal<HttpReason>({ code: "shape-refused", problems });
}

function versionSentence({ version, supported }: HttpReason & { code: "version-unsupported" }): string {
  const [latest, ...older] = supported.toSorted().reverse();
  const known = [`"${latest}" (most recent)`, ...older.map((name) => `"${name}"`)].join(" and ");
  const sent = `The version you specified in the "X-GitHub-API-Version" request header, "${version}",`;
  return `${sent} is not a supported version. The following versions are currently supported: ${known}.`;
}
