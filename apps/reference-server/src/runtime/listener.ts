import { createServer as createHttpServer, type Server as HttpServer, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { description } from "@grantbook/contract/description";
import { newRequestId } from "@grantbook/server";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { ServerSettings } from "../options/serve-options.js";
import type { ClientConnection } from "./client-connection.js";
import { ConnectionRegistry } from "./connection-registry.js";
import { listenOn, portAdvice } from "./listen.js";
import { allowHalfOpen } from "./node-internals.js";
import { expectationOf, rejectionOf, toOriginForm, withRequestId } from "./request-head.js";

/** Milliseconds at shutdown for handlers whose clients are gone. */
const detachedGraceMs = 2000;
/** Milliseconds between looks for connections that are too slow. */
const connectionCheckIntervalMs = 1000;
/** Host in the URL of every Request. The Host of the client is validated, and never becomes part of a URL. */
const requestHost = "localhost";

/** Options of a {@link Listener}. */
export interface ListenerOptions {
  readonly settings: ServerSettings;
  readonly handler: (request: Request, bindings: HttpBindings) => Promise<Response>;
  /**
   * Called with the reason when a connection is closed, or a request refused, before it reaches the handler; with the
   * id and the status of the response, if there is one.
   */
  readonly onRefused: (reason: string, response?: RefusalResponse) => void;
  /** Called with an error that became no response. */
  readonly onError: (error: unknown) => void;
}

/** Response to a request that does not reach the handler. */
export interface RefusalResponse {
  readonly requestId: string;
  readonly status: number;
  /** Address of the peer. */
  readonly address: string | undefined;
}

/** HTTP listener that limits what connections may cost, and answers requests in flight before it stops. */
export class Listener {
  readonly #http: HttpServer;
  readonly #connections: ConnectionRegistry;
  readonly #handle: ReturnType<typeof getRequestListener>;
  readonly #onRefused: ListenerOptions["onRefused"];
  readonly #checkTimer: NodeJS.Timeout;
  /** Calls of the handler that have not ended. A call goes on when its client is gone. */
  #pendingHandlers = 0;
  #onHandlersEnded: () => void = () => undefined;

  constructor({ settings, handler, onRefused, onError }: ListenerOptions) {
    this.#onRefused = onRefused;
    this.#connections = new ConnectionRegistry({
      limits: {
        maxPipelinedRequests: settings["max-pipelined-requests"],
        maxRequests: settings["max-requests"],
        maxUnsentBytes: settings["max-unsent-bytes"],
        maxTotalUnsentBytes: settings["max-unsent-bytes-total"],
        writeTimeoutMs: settings["write-timeout"] * 1000,
      },
      answer: (response, connection) => this.#answer(response, connection),
      onRefused,
    });
    this.#handle = getRequestListener((request, bindings) => handler(request, bindings as HttpBindings), {
      // ClientConnection reads the rest of a body. The adapter would close the connection after half a second.
      autoCleanupIncoming: false,
      errorHandler(error) {
        // A RequestError is a target that is no URL; anything else is a failure of the server.
        const isMalformed = error instanceof Error && error.name === "RequestError";
        const [status, requestId] = [isMalformed ? 400 : 500, newRequestId(new Date())];
        if (isMalformed) onRefused("malformed", { status, requestId, address: undefined });
        else onError(error);
        return new Response(null, { status, headers: { "X-GitHub-Request-Id": requestId } });
      },
    });
    this.#http = createHttpServer({
      headersTimeout: settings["headers-timeout"] * 1000,
      requestTimeout: Math.max(settings["request-timeout"], settings["headers-timeout"]) * 1000,
      keepAliveTimeout: settings["keep-alive-timeout"] * 1000,
      maxHeaderSize: settings["max-header-bytes"],
      connectionsCheckingInterval: connectionCheckIntervalMs,
      // ClientConnection validates Host, with the exception for HTTP/1.0.
      requireHostHeader: false,
    });
    allowHalfOpen(this.#http);
    // Their size is limited. Node would drop those beyond a number, and a second Host among them.
    this.#http.maxHeadersCount = 0;
    this.#http.maxConnections = settings["max-connections"];
    this.#http.on("connection", (socket) => this.#connections.add(socket));
    const accept = (_: unknown, response: ServerResponse) =>
      this.#connections.find(response.req.socket)?.accept(response);
    for (const event of ["request", "checkContinue", "checkExpectation"]) this.#http.on(event, accept);
    this.#http.on("clientError", (error, socket) => {
      const { reason, response } = rejectionOf(error);
      const requestId = newRequestId(new Date());
      this.#connections.find(socket as Socket)?.reject(response && withRequestId(response, requestId));
      const { remoteAddress: address } = socket as Socket;
      onRefused(reason, response === undefined ? undefined : { requestId, status: statusOf(response), address });
    });
    this.#http.on("drop", () => onRefused("too-many"));
    this.#checkTimer = setInterval(() => this.#connections.abortStalled(), connectionCheckIntervalMs).unref();
  }

  /** Requests in flight. */
  get inFlight(): number {
    return this.#connections.inFlight;
  }

  /** Open connections. */
  get connections(): number {
    return this.#connections.size;
  }

  /** Starts to listen, and returns the address. Throws a `UsageError`. */
  async listen({ host, port }: Pick<ServerSettings, "host" | "port">): Promise<string> {
    return listenOn(this.#http, host, port, portAdvice);
  }

  #answer(response: ServerResponse, connection: ClientConnection): void {
    const request = response.req;
    const hasValidHost = connection.hasValidHost(request);
    const expectation = expectationOf(request);
    if (!hasValidHost || expectation === "unknown") {
      const refusal = {
        status: hasValidHost ? 417 : 400,
        requestId: newRequestId(new Date()),
        address: request.socket.remoteAddress,
      };
      this.#onRefused(hasValidHost ? "unknown-expectation" : "malformed", refusal);
      connection.finish();
      response.writeHead(refusal.status, { "X-GitHub-Request-Id": refusal.requestId, "Content-Length": 0 }).end();
      return;
    }
    if (expectation === "continue") {
      // The handler refuses a body that is too long before it reads it.
      if (Number(request.headers["content-length"] ?? 0) > description["x-body-limit"]) connection.finish();
      else response.writeContinue();
    }
    request.headers.host = requestHost;
    request.url = toOriginForm(request.url ?? "");
    this.#pendingHandlers += 1;
    const ended = () => {
      if (response.writableLength > 0) connection.countUnsentBytes();
      this.#pendingHandlers -= 1;
      if (this.#pendingHandlers === 0) this.#onHandlersEnded();
    };
    this.#handle(request, response).then(ended, ended);
  }

  /**
   * Stops. Connections are accepted until `delayMs` have passed and the requests that were in flight are answered; then
   * requests in flight have until `delayMs + timeoutMs`, and idle connections are closed. Durations in milliseconds.
   */
  async stop(delayMs: number, timeoutMs: number): Promise<void> {
    const done = new AbortController();
    const after = (time: number) => sleep(time, undefined, { signal: done.signal }).catch(() => undefined);
    const timeout = after(delayMs + timeoutMs);
    await Promise.all([sleep(delayMs), Promise.race([timeout, this.#connections.finishBusy()])]);
    const closed = new Promise((resolve) => this.#http.close(resolve));
    // Not left to Node, for which a connection that has sent nothing yet is busy.
    this.#connections.finishAll();
    await Promise.race([closed, timeout]);
    this.#connections.abortAll();
    await closed;
    clearInterval(this.#checkTimer);
    // Handlers whose clients are gone may still use the database.
    const ended = new Promise<void>((resolve) => {
      this.#onHandlersEnded = resolve;
      if (this.#pendingHandlers === 0) resolve();
    });
    await Promise.race([ended, after(detachedGraceMs)]);
    done.abort();
  }
}

/** Status of a raw response. */
function statusOf(response: string): number {
  return Number(response.slice("HTTP/1.1 ".length, "HTTP/1.1 400".length));
}
