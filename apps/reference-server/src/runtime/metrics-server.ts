import { createServer as createHttpServer } from "node:http";
import { listenOn } from "./listener.js";
import type { Log } from "./log.js";

/** Where metrics are read from. */
export interface MetricsSource {
  readonly contentType: string;
  metrics(): Promise<string>;
}

/** A listener for metrics alone. */
export interface MetricsServer {
  /** Where the metrics are. */
  readonly url: string;
  close(): void;
}

/** Serves metrics on a listener of their own, which answers `GET /metrics` and nothing else. Throws a `UsageError`. */
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
      response.writeHead(200, { "content-type": source.contentType }).end(text);
    } catch (error) {
      log.error("no metrics", error);
      response.writeHead(503).end();
    }
  });
  listener.maxConnections = 20;
  const address = await listenOn(listener, host, port, "choose another with --metrics");
  return {
    url: `${address}/metrics`,
    close() {
      listener.close();
      listener.closeAllConnections();
    },
  };
}
