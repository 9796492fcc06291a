import type { OperationId } from "@grantbook/contract";
import type { BaseUrls } from "../api/handler.js";
import type { SignInServices } from "../auth/sign-in.js";
import type { OAuthExtension } from "../oauth/extensions.js";
import type { DemoUsers } from "../web/demo.js";
import type { OnResponse } from "./access-log.js";
import type { SunsetOptions } from "./deprecation.js";
import type { RateLimits } from "./rate-limits.js";

/** Request during which something failed. */
export interface FailedRequest {
  readonly requestId: string;
  readonly operationId?: string;
  /** The database could not be used, and the response was a 503. There may be many of these. */
  readonly isOutage?: true;
}

/** Receives every failure of the server itself. */
export type OnError = (error: unknown, request: FailedRequest) => void;

/** Everything of a server that its requests share. Made once. */
export interface Services extends SignInServices {
  readonly baseUrls: BaseUrls;
  /** Page that an error links to: the operation's, or the API's when there is none. */
  readonly documentationUrl: (id?: OperationId) => string;
  readonly sunset: SunsetOptions;
  readonly enterpriseVersion: string;
  /** `undefined` when requests are not limited. */
  readonly rateLimits: RateLimits | undefined;
  /** Headers of every response. */
  readonly commonHeaders: Readonly<Record<string, string>>;
  /** Extensions of the flows that are switched on. */
  readonly extensions: ReadonlySet<OAuthExtension>;
  /** Codes an hour for a user, an application and scopes before consent is asked again; `undefined` for any number. */
  readonly tokensPerHour: number | undefined;
  /** Users whom the sign-in page introduces. None but in a demonstration. */
  readonly demoUsers: DemoUsers;
  readonly onError: OnError;
  readonly onResponse: OnResponse | undefined;
}
