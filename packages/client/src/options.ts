import type { ConnectionOptions } from "./connect.js";
import type { Credentials } from "./credentials.js";
import type { ApiMiddleware } from "./middleware/index.js";
import type { OtpProvider } from "./middleware/otp.js";
import type { RetryOptions } from "./middleware/retry.js";

/** Settings of a client. */
export interface ClientOptions<C extends Credentials = Credentials> extends ConnectionOptions {
  /** Credentials of a user or an application. The operations of the other do not compile. */
  readonly auth: C;
  /** Gives a one-time password when the server demands one, and up to twice more when a code was refused. */
  readonly otp?: OtpProvider | undefined;
  /** Maximum retries of idempotent operations; `false` for none. 2 by default. */
  readonly retry?: RetryOptions | false | undefined;
  /** Maximum time of one attempt with its body, in milliseconds; 0 disables the timeout. 10000 by default. */
  readonly timeout?: number | undefined;
  /** Middlewares around the repeated call, like `cache` and `deprecation`; the outermost first. None by default. */
  readonly middleware?: readonly ApiMiddleware[] | undefined;
}

/** Settings of one call. */
export interface CallOptions {
  /** Aborts the call; it then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Maximum time of one attempt, in milliseconds, in place of the client's. */
  readonly timeout?: number | undefined;
}
