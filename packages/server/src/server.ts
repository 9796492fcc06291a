import { type OperationId, operationTable } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { Hono } from "hono";
import { defaultLoginLimits, type LoginLimits, LoginThrottle } from "./auth/login-throttle.js";
import { defaultPasswordLimits, type PasswordFigures, type PasswordLimits, Passwords } from "./domain/passwords.js";
import { type Key, keyLength } from "./domain/seal.js";
import type { Store } from "./domain/store.js";
import { type Connection, type Endpoint, endpoint, respondAs, type Services } from "./http/operation.js";
import { RateLimits } from "./http/rate-limit.js";
import type { Answer } from "./http/refusals.js";
import type { Rehearsal } from "./http/removal.js";
import { commonHeaders } from "./http/render.js";
import type { OnAnswer } from "./http/report.js";
import { preflight, unknownRoute } from "./http/unrouted.js";
import { hasMalformedPath } from "./http/url.js";
import type { Handler } from "./operations/handler.js";
import { handlers } from "./operations/index.js";

/** Path of the API below the public address, as Enterprise Server has it. */
export const basePath = "/api/v3";

export interface ServerOptions {
  readonly store: Store;
  /** Address by which users reach the server, without the `/api/v3`. All addresses in answers are built from it. */
  readonly publicUrl: string;
  /** The key that the seeds of one-time codes are encrypted with. */
  readonly key: Key;
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
  /** Is told of every request once its answer is made, for logs and metrics. */
  readonly onAnswer?: OnAnswer;
}

/** The API as a function from request to answer. It does not listen, and it does not own the store. */
export interface Server {
  fetch(request: Request, connection?: Connection): Promise<Response>;
  /** Answers like the runtime's `fetch`, for a client that calls the server without a socket. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
  /**
   * Sends an answer of an operation without running it, for servers that rehearse errors. Rejects one that the
   * description does not declare for the operation.
   */
  respond(id: OperationId, answer: Answer, request: Request, connection?: Connection): Promise<Response>;
  readonly passwordFigures: PasswordFigures;
}

/** Makes a server. Throws when the description cannot be served, the key has another length, or `publicUrl` is no URL. */
export function createServer(options: ServerOptions): Server {
  const { store, key, now = () => new Date(), passwordLimits = defaultPasswordLimits } = options;
  const enterpriseVersion = options.enterpriseVersion ?? "3.20.0";
  requireKeys(key);
  const site = new URL(options.publicUrl).href.replace(/\/+$/, "");
  const passwords = new Passwords(now, passwordLimits);
  const services: Services = {
    store,
    now,
    key,
    passwords,
    loginThrottle: new LoginThrottle(store, now, options.loginLimits ?? defaultLoginLimits),
    addresses: { site, api: site + basePath },
    documentationUrl: documentationUrls(options.docsUrl),
    rehearsal: options.rehearsal ?? {},
    rateLimits: options.rateLimit === undefined ? undefined : new RateLimits(options.rateLimit, now),
    enterpriseVersion,
    commonHeaders: commonHeaders(site, enterpriseVersion),
    onError: neverThrowing(options.onError ?? ((error, request) => console.error(request, error))),
    onAnswer: options.onAnswer && neverThrowing(options.onAnswer),
  };
  requireHandlers();

  const app = new Hono<{ Bindings: Connection }>();
  for (const [id, { method, path }] of Object.entries(operationTable)) {
    const serve: Endpoint = endpoint(id as OperationId, handlers[id as OperationId] as Handler<OperationId>, services);
    // The root of the API is found with and without a slash at the end.
    const patterns =
      path === "/" ? [basePath, `${basePath}/`] : [basePath + path.replaceAll("{", ":").replaceAll("}", "")];
    app.on(method, patterns, ({ req, env }) => serve(req.raw, { path: req.param(), connection: env }));
  }
  const answerPreflight = preflight(services);
  const notFound = unknownRoute(services, `${basePath}/authorizations`);
  app.options("*", ({ req, env }) => answerPreflight(req.raw, env));
  app.notFound(({ req, env }) => notFound(req.raw, env));
  return {
    async fetch(input: Request | string | URL, other: Connection | RequestInit = {}) {
      const isAddress = typeof input === "string" || input instanceof URL;
      const request = isAddress ? new Request(input, other as RequestInit) : input;
      const connection = isAddress ? {} : (other as Connection);
      // Hono leaves what it cannot decode as it is, so that two paths would name one thing.
      if (hasMalformedPath(request.url)) return notFound(request, connection);
      return app.fetch(request, connection);
    },
    respond: (id, answer, request, connection = {}) => respondAs(id, answer, services, request, connection),
    get passwordFigures() {
      return passwords.figures;
    },
  };
}

/** Where an operation is described; without one, the whole API. */
function documentationUrls(docsUrl: string | undefined): Services["documentationUrl"] {
  if (docsUrl === undefined) return (id) => (id ? operationTable[id].documentationUrl : description.externalDocs.url);
  return (id) => (id ? `${docsUrl}#${id}` : docsUrl);
}

/** A log that fails does not keep an answer from being sent. */
function neverThrowing<Told extends readonly unknown[]>(listener: (...told: Told) => void): (...told: Told) => void {
  return (...told) => {
    try {
      listener(...told);
    } catch {
      // There is nobody left to tell.
    }
  };
}

function requireKeys(key: Key): void {
  for (const { length } of typeof key === "function" ? key() : [key]) {
    if (length !== keyLength) throw new Error(`The key has ${length} bytes; it must have ${keyLength}.`);
  }
}

/** The types say so already; this says it of the description that is loaded. */
function requireHandlers(): void {
  const missing = Object.keys(operationTable).filter((id) => !Object.hasOwn(handlers, id));
  if (missing.length > 0) throw new Error(`The description has operations without a handler: ${missing.join(", ")}.`);
}
