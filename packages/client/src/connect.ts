import { authorizationHeader, type Credentials } from "./credentials.js";
import { type Fetch, type Send, sendWith, type Wrap } from "./request.js";

/** Settings of a connection to the API. */
export interface ConnectionOptions {
  /** Address of the API, with its path: `https://HOST/api/v3`. Credentials in it are left out. */
  readonly baseUrl: string;
  readonly auth: Credentials;
  /** Sends requests, as `fetch(url, init)`. The runtime's by default; a server's own `fetch` needs no socket. */
  readonly fetch?: Fetch | undefined;
  /** Version of the API to ask for, in `X-GitHub-Api-Version`. The server's own choice by default. */
  readonly apiVersion?: string | undefined;
  /** `User-Agent` header. `grantbook-client` by default; in browsers the browser's. */
  readonly userAgent?: string | undefined;
}

/** Connection to the API. */
export interface Connection {
  /** Sends a request through the middlewares. */
  readonly send: Send;
  /** Headers of every request. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly baseUrl: string;
}

type Runtime = { readonly navigator?: { readonly userAgent?: string } };

/** Connects to the API: its address, the headers that every request has, and the middlewares, the outermost first. */
export function connect(options: ConnectionOptions, middlewares: readonly Wrap[] = []): Connection {
  const { origin, pathname } = new URL(options.baseUrl);
  // An address without a scheme has no origin, which throws here.
  const baseUrl = new URL(origin + pathname).href.replace(/\/+$/, "");
  // Browsers name themselves, and ask a server of another site before they send another name.
  const isBrowser = (globalThis as Runtime).navigator?.userAgent?.startsWith("Mozilla");
  const headers = {
    authorization: authorizationHeader(options.auth),
    accept: "application/vnd.github+json",
    "x-github-api-version": options.apiVersion,
    "user-agent": options.userAgent ?? (isBrowser ? undefined : "grantbook-client"),
  };
  // The fetch of the runtime at the time of a call: tests replace it.
  const transport = sendWith((url, init) => (options.fetch ?? (fetch as Fetch))(url, init));
  const send = middlewares.reduceRight((next, wrap) => wrap(next), transport);
  return { send, baseUrl, headers };
}
