import { type OperationId, operationTable } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { Hono } from "hono";
import type { Handler } from "./api/handler.js";
import { handlers } from "./api/index.js";
import { type KeyProvider, keyLength } from "./auth/encryption.js";
import { defaultLoginLimits, type LoginLimits, LoginThrottle } from "./auth/login-throttle.js";
import { defaultPasswordLimits, type PasswordLimits, type PasswordStats, Passwords } from "./auth/passwords.js";
import type { Store } from "./domain/store.js";
import type { OnResponse } from "./http/access-log.js";
import type { ApiResponse } from "./http/api-response.js";
import { basePath } from "./http/base-path.js";
import { type ClientInfo, RequestContext } from "./http/context.js";
import type { SunsetOptions } from "./http/deprecation.js";
import { extensionRoutes } from "./http/flow-extensions.js";
import { flowRoutes } from "./http/flow-routes.js";
import { type Route, replacementSteps, runPipeline } from "./http/pipeline.js";
import { RateLimits } from "./http/rate-limits.js";
import { commonHeaders } from "./http/response.js";
import { UndeclaredResponseError } from "./http/response-validation.js";
import { operationRoute, preflightRoute, unknownRoute } from "./http/routes.js";
import type { OnError, Services } from "./http/services.js";
import { hasMalformedPath } from "./http/url.js";
import type { OAuthExtension } from "./oauth/extensions.js";
import type { DemoUsers } from "./web/demo.js";
import { pageRoutes } from "./web/routes.js";

export interface ServerOptions {
  readonly store: Store;
  /** Address by which users reach the server, without the `/api/v3`. All addresses in answers are built from it. */
  readonly publicUrl: string;
  /** The key that the seeds of one-time codes are encrypted with. */
  readonly key: KeyProvider;
  /** The clock. The system's by default. */
  readonly now?: () => Date;
  readonly passwordLimits?: PasswordLimits;
  readonly loginLimits?: LoginLimits;
  /** Rehearses the removal of the deprecated operations. They are available by default. */
  readonly sunset?: SunsetOptions;
  /** Requests an hour of each user and application, counted in this process. Not limited by default. */
  readonly rateLimit?: number;
  /** Accepts a one-time code for any number of requests while it is valid. Off by default. */
  readonly allowOtpReuse?: boolean;
  /** Page with every operation under its id as the anchor, for `documentation_url`. GitHub's pages by default. */
  readonly docsUrl?: string;
  /** The version of Enterprise Server to be; 3.20.0 by default. */
  readonly enterpriseVersion?: string;
  /** Standards that the sign-in flows have in addition to what Enterprise Server has. None by default. */
  readonly oauthExtensions?: readonly OAuthExtension[];
  /**
   * Sign-ins an hour of one user to one application with the same scopes before the user has to consent again, as on
   * GitHub, where it is 10. Unlimited by default.
   */
  readonly tokensPerHour?: number;
  /** Users whom the sign-in page introduces with their passwords. None by default. */
  readonly demoUsers?: DemoUsers;
  /** Receives every failure of the server itself. Writes to standard error by default. */
  readonly onError?: OnError;
  /** Receives an access log entry for every request, once its response is made. */
  readonly onResponse?: OnResponse;
}

/** The API as a function from request to response. It does not listen, and it does not own the store. */
export interface Server {
  fetch(request: Request, client?: ClientInfo): Promise<Response>;
  /** Answers like the runtime's `fetch`, for a client that calls the server without a socket. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
  /**
   * Sends a response of an operation without running it, for servers that rehearse errors. It has the same headers and
   * access log entry. Rejects one that the description does not declare for the operation.
   */
  respond(operationId: OperationId, response: ApiResponse, request: Request, client?: ClientInfo): Promise<Response>;
  readonly passwordStats: PasswordStats;
}

/** Request as it came, next to the one that is routed. */
interface Incoming {
  readonly request: Request;
  readonly client: ClientInfo;
}

/** Creates a server. Throws for an unusable description, a key of another length and a `publicUrl` that is no URL. */
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
    baseUrls: { site, api: site + basePath },
    documentationUrl: documentationUrls(options.docsUrl),
    sunset: options.sunset ?? {},
    allowOtpReuse: options.allowOtpReuse ?? false,
    rateLimits: options.rateLimit === undefined ? undefined : new RateLimits(options.rateLimit, now),
    enterpriseVersion,
    demoUsers: options.demoUsers ?? [],
    tokensPerHour: options.tokensPerHour,
    extensions: new Set(options.oauthExtensions),
    commonHeaders: commonHeaders(site, enterpriseVersion),
    onError: swallowErrors(options.onError ?? ((error, request) => console.error(request, error))),
    onResponse: options.onResponse && swallowErrors(options.onResponse),
  };
  requireHandlers();

  const serve = (route: Route, request: Request, client: ClientInfo, pathParams: Record<string, string> = {}) =>
    runPipeline(route, new RequestContext(services, route, request, client, pathParams));

  const unknown = unknownRoute(services);
  const app = new Hono<{ Bindings: Incoming }>();
  const routes = new Map<OperationId, Route>();
  for (const { id, method, path } of Object.values(operationTable)) {
    const route = operationRoute(id, handlers[id] as Handler<OperationId>, services);
    routes.set(id, route);
    // The root of the API is found with and without a slash at the end.
    const patterns =
      path === "/" ? [basePath, `${basePath}/`] : [basePath + path.replaceAll("{", ":").replaceAll("}", "")];
    app.on(method, patterns, ({ req, env }) => serve(route, env.request, env.client, req.param()));
  }
  for (const route of [...pageRoutes(services), ...flowRoutes(services), ...extensionRoutes(services)]) {
    app.on(route.method, route.path, ({ req, env }) => serve(route, env.request, env.client, req.param()));
    // Pages of other sites may not read these.
    app.options(route.path, ({ env }) => serve(unknown, env.request, env.client));
  }
  const preflight = preflightRoute(services);
  app.options("*", ({ env }) => serve(preflight, env.request, env.client));
  app.notFound(({ env }) => serve(unknown, env.request, env.client));
  return {
    async fetch(input: Request | string | URL, other: ClientInfo | RequestInit = {}) {
      const isUrl = typeof input === "string" || input instanceof URL;
      const request = isUrl ? new Request(input, other as RequestInit) : input;
      const client = isUrl ? {} : (other as ClientInfo);
      // Hono leaves what it cannot decode as it is, so that two paths would name one thing.
      if (hasMalformedPath(request.url)) return serve(unknown, request, client);
      // For HEAD, Hono copies the response, which loses Content-Length and the spelling of names: it routes a GET.
      const routed = request.method === "HEAD" ? new Request(request.url) : request;
      return app.fetch(routed, { request, client });
    },
    async respond(operationId, response, request, client = {}) {
      const route = routes.get(operationId);
      const problem = route ? route.findProblem(response) : `The description has no operation ${operationId}.`;
      if (!route || problem !== undefined) throw new UndeclaredResponseError(problem);
      return serve({ ...route, steps: replacementSteps(response) }, request, client);
    },
    get passwordStats() {
      return passwords.stats;
    },
  };
}

/** Pages that errors link to: of an operation, or of the whole API. */
function documentationUrls(docsUrl: string | undefined): Services["documentationUrl"] {
  if (docsUrl === undefined) return (id) => (id ? operationTable[id].documentationUrl : description.externalDocs.url);
  return (id) => (id ? `${docsUrl}#${id}` : docsUrl);
}

/** Makes sure that a log that fails does not keep a response from being sent. */
function swallowErrors<P extends readonly unknown[]>(listener: (...parameters: P) => void): (...parameters: P) => void {
  return (...parameters) => {
    try {
      listener(...parameters);
    } catch {
      // The failure cannot be reported: reporting is what failed.
    }
  };
}

function requireKeys(key: KeyProvider): void {
  for (const { length } of typeof key === "function" ? key() : [key]) {
    if (length !== keyLength) throw new Error(`The key has ${length} bytes; it must have ${keyLength}.`);
  }
}

/** The types say so already; this says it of the description that is loaded. */
function requireHandlers(): void {
  const missing = Object.keys(operationTable).filter((id) => !Object.hasOwn(handlers, id));
  if (missing.length > 0) throw new Error(`The description has operations without a handler: ${missing.join(", ")}.`);
}
