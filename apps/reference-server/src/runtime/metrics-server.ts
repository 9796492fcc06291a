import { createServer as createHttpServer } from "node:http";
import { listenOn } from "./listen.js";
import type { Log } from "./log.js";

/** Advice for a port of the metrics that is in use. */
export const metricsAdvice = "choose another with --metrics";

/** Source of metrics: a registry, or those of all workers. */
export interface MetricsSource {
  readonly contentType: string;
  metrics(): Promise<string>;
}

/** Server for metrics. */
export interface MetricsServer {
  /** URL of the metrics. */
  readonly url: string;
  close(): void;
}

/** Starts a server that answers only `GET /metrics`, on its own address. Throws a `UsageError`. */
export async function startMetricsServer(
  { host, port }: { readonly host: string; readonly port: number },
  source: MetricsSource,
  log: Log,
): Promise<MetricsServer> {
  const options = { headersTimeout: 5000, requestTimeout: 5000, connectionsCheckingInterval: 1000 };
  const listener = createHttpServer(options, async ({ url, method }, response) => {
    if (url !== "/metrics" || (method !== "GET" && method !== "HEAD")) {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await source.metrics();
      response.writeHead(200, { "Content-Type": source.contentType }).end(text);
    } catch (error) {
      log.error("no metrics", error);
      response.writeHead(503).end();
    }
  });
  listener.maxConnections = 20;
  const address = await listenOn(listener, host, port, metricsAdvice);
  return {
    url: `${address}/metrics`,
    close() {
      listener.close();
      listener.closeAllConnections();
    },
  };
}
