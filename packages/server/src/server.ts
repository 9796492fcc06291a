import { type OperationId, routes } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { Hono } from "hono";
import { operationOf, operationsById } from "./description-index.js";
import { defaultLoginLimits, FailedLogins, type LoginLimits } from "./domain/failed-logins.js";
import { defaultPasswordLimits, type PasswordLimits, Passwords } from "./domain/passwords.js";
import { keyLength } from "./domain/seal.js";
import type { Store } from "./domain/store.js";
import { type Endpoint, endpoint, type Services } from "./http/operation.js";
import { RateLimits } from "./http/rate-limit.js";
import type { Rehearsal } from "./http/removal.js";
import { commonHeaders } from "./http/render.js";
import { preflight, unknownRoute } from "./http/unrouted.js";
import type { Handler } from "./operations/handler.js";
import { handlers } from "./operations/index.js";

/** Path of the API below the public address, as Enterprise Server has it. */
export const basePath = "/api/v3";

export interface ServerOptions {
  readonly store: Store;
  /** Address by which users reach the server, without the `/api/v3`. All addresses in answers are built from it. */
  readonly publicUrl: string;
  /** 32 bytes: the key that the seeds of one-time codes are encrypted with. The same one for the life of a store. */
  readonly key: Buffer;
  /** The clock. The system's by default. */
  readonly now?: () => Date;
  readonly passwordLimits?: PasswordLimits;
  readonly loginLimits?: LoginLimits;
  /** How far the removal of the deprecated operations is rehearsed. Not at all by default. */
  readonly rehearsal?: Rehearsal;
  /** Requests an hour of each user and application, counted in this process. Not limited by default. */
  readonly rateLimit?: number;
  /** Page that has every operation under its id as the anchor, for `documentation_url`. The vendor's pages by default. */
  readonly docsUrl?: string;
  /** The version of Enterprise Server to be; 3.20.0 by default. */
  readonly enterpriseVersion?: string;
  /** Is told of every failure of the server itself. By default it is written to standard error. */
  readonly onError?: Services["onError"];
}

/** What is known of a request beside the request itself. */
export interface Connection {
  /** The address of the client, by which failed logins are counted. */
  readonly address?: string | undefined;
}

/** The API as a function from request to answer. It does not listen, and it does not own the store. */
export interface Server {
  fetch(request: Request, connection?: Connection): Promise<Response>;
}

/** Makes a server. Throws when the description cannot be served, the key has another length, or `publicUrl` is no URL. */
export function createServer(options: ServerOptions): Server {
  const { store, key, now = () => new Date(), passwordLimits = defaultPasswordLimits } = options;
  const enterpriseVersion = options.enterpriseVersion ?? "3.20.0";
  if (key.length !== keyLength) throw new Error(`The key has ${key.length} bytes; it must have ${keyLength}.`);
  const site = new URL(options.publicUrl).href.replace(/\/+$/, "");
  const services: Services = {
    store,
    now,
    key,
    passwords: new Passwords(now, passwordLimits),
    failedLogins: new FailedLogins(store, now, options.loginLimits ?? defaultLoginLimits),
    addresses: { site, api: site + basePath },
    documentationUrl: documentationUrls(options.docsUrl),
    rehearsal: options.rehearsal ?? {},
    rateLimits: options.rateLimit === undefined ? undefined : new RateLimits(options.rateLimit, now),
    enterpriseVersion,
    commonHeaders: commonHeaders(site, enterpriseVersion),
    onError: neverThrowing(options.onError ?? ((error, request) => console.error(request, error))),
  };
  requireHandlers();

  const app = new Hono<{ Bindings: Connection }>();
  for (const [id, { method, path }] of Object.entries(routes)) {
    const serve: Endpoint = endpoint(id as OperationId, handlers[id as OperationId] as Handler<OperationId>, services);
    // The root of the API is found with and without a slash at the end.
    const patterns =
      path === "/" ? [basePath, `${basePath}/`] : [basePath + path.replaceAll("{", ":").replaceAll("}", "")];
    app.on(method, patterns, ({ req, env }) => serve(req.raw, { path: req.param(), address: env.address ?? "" }));
  }
  app.options("*", preflight(services));
  app.notFound(unknownRoute(services, `${basePath}/authorizations`));
  return { fetch: async (request, connection = {}) => app.fetch(request, connection) };
}

/** Where an operation is described; without one, the whole API. */
function documentationUrls(docsUrl: string | undefined): Services["documentationUrl"] {
  if (docsUrl === undefined) return (id) => (id ? operationOf(id) : description).externalDocs.url;
  return (id) => (id ? `${docsUrl}#${id}` : docsUrl);
}

/** A log that fails does not keep an answer from being sent. */
function neverThrowing(onError: Services["onError"]): Services["onError"] {
  return (error, request) => {
    try {
      onError(error, request);
    } catch {
      // There is nobody left to tell.
    }
  };
}

/** The types say so already; this says it of the description that is loaded. */
function requireHandlers(): void {
  const missing = [...operationsById.keys()].filter((id) => !(id in handlers));
  if (missing.length > 0) throw new Error(`The description has operations without a handler: ${missing.join(", ")}.`);
}
