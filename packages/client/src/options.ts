import type { AnswerCache } from "./answer-cache.js";
import type { Credentials } from "./credentials.js";
import type { DeprecationNotice } from "./deprecation.js";
import type { AskForCode } from "./one-time-codes.js";
import type { RetryOptions } from "./retries.js";
import type { Fetch } from "./transport.js";

/** Settings of a client. */
export interface ClientOptions<C extends Credentials = Credentials> {
  /** Where the API is, with its path: `https://HOST/api/v3`. Credentials in it are left out. */
  readonly baseUrl: string;
  /** Who calls: a user or an application. The operations of the other do not compile. */
  readonly auth: C;
  /** Is asked for a one-time code when the server demands one, and up to twice more when a code was refused. */
  readonly otp?: AskForCode;
  /** How often GET, PUT and DELETE are tried again; `false` for never. Twice by default. */
  readonly retry?: RetryOptions | false;
  /** Milliseconds that one try may take, its body included; 0 for any time. 10000 by default. */
  readonly timeout?: number;
  /** Sends requests. The runtime's `fetch` by default; a server's own `fetch` works without a socket. */
  readonly fetch?: Fetch;
  /** The version of the API to ask for, in `X-GitHub-Api-Version`. The server's own choice by default. */
  readonly apiVersion?: string;
  /** The `User-Agent`. The runtime's by default; browsers do not let it be set. */
  readonly userAgent?: string;
  /** Where answers are kept that are asked for again by their entity tag. None by default; see `memoryCache`. */
  readonly cache?: AnswerCache;
  /** Is told once about each deprecated operation that is called. By default one warning a process is written to the console. */
  readonly onDeprecated?: (notice: DeprecationNotice) => void;
}

/** What a call can be told beside its request. */
export interface CallOptions {
  /** Breaks the call off; it then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds that one try may take, in place of the client's. */
  readonly timeout?: number;
}
