import { basePath, type ClientInfo, type Server } from "@grantbook/server";
import type { HttpBindings } from "@hono/node-server";
import { docsPath } from "../docs.js";
import type { Network } from "../options/parsers.js";
import { serveStartPage } from "../start-page.js";
import { clientAddressResolver } from "./client-address.js";
import type { Health } from "./health.js";
import type { Log } from "./log.js";
import type { Metrics } from "./metrics.js";

/** Handlers of requests, and the log and metrics that count them. */
export interface RouterOptions {
  readonly health: Health;
  readonly log: Log;
  readonly metrics: Metrics | undefined;
  readonly trustedProxies: readonly Network[];
  /** None before the database is there. */
  readonly server: () => ApiServer | undefined;
  /** Answers a request for the documentation; `undefined` for any other. */
  readonly docs: (request: Request) => Promise<Response | undefined>;
  /** The switches for testing, with `--demo`. */
  readonly switches: RouteOutsideApi | undefined;
}

const isOfApi = new RegExp(`^https?://[^/]+${basePath}(?:[/?]|$)`);

/**
 * Responds to a request that is not for the API, and returns the name of its route for the log. Returns `undefined`
 * when the request is for another route. `rawHeaders` are the headers as received, names and values in turn.
 */
export type RouteOutsideApi = (
  request: Request,
  pathname: string,
  rawHeaders: readonly string[],
) => Promise<readonly [route: string, response: Response] | undefined>;

/** The API, as requests of the listener reach it. */
export interface ApiServer extends Pick<Server, "passwordStats"> {
  fetch(request: Request, connection: RoutedConnection): Promise<Response>;
}

/** A request to the API, with what it came through. */
export interface RoutedConnection extends ClientInfo {
  readonly bindings: HttpBindings;
}

/** Answers every request that reaches the listener: probes, development, docs, and the API for all the rest. */
export function createRouter(parts: RouterOptions): (request: Request, bindings: HttpBindings) => Promise<Response> {
  const { docs, health, log, metrics, server, switches } = parts;
  const addressOf = clientAddressResolver(parts.trustedProxies);

  /** Logs requests outside of the API; the server reports the others itself. */
  async function routeNonApi(
    request: Request,
    { incoming }: HttpBindings,
  ): Promise<readonly [route: string, answer: Response] | undefined> {
    const { pathname } = new URL(request.url);
    const probed = await health.answer(request.method, pathname);
    if (probed) return [pathname, probed];
    const switched = server() && (await switches?.(request, pathname, incoming.rawHeaders));
    if (switched) return switched;
    const start = serveStartPage(request, switches !== undefined);
    if (start) return [pathname, start];
    const documented = await docs(request);
    return documented && [docsPath, documented];
  }

  return async (request, bindings) => {
    const started = performance.now();
    const { remoteAddress } = bindings.incoming.socket;
    const address = addressOf(remoteAddress, request.headers.get("x-forwarded-for")) ?? "";
    const api = server();
    // Most requests are for the API, and are not asked for anything else.
    const found = api && isOfApi.test(request.url) ? undefined : await routeNonApi(request, bindings);
    if (!found && api) {
      return api.fetch(request, { address, bindings });
    }
    const [route, answer] = found ?? ["-", unavailable()];
    const duration = performance.now() - started;
    log.request({ method: request.method, route, status: answer.status, duration, address });
    if (!found) metrics?.countRequest({ status: answer.status, duration });
    return answer;
  };
}

/** The database is not there yet. */
function unavailable(): Response {
  return new Response(null, { status: 503, headers: { "Retry-After": "1" } });
}
