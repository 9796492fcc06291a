import { createServer as createHttpServer, type Server as HttpServer, type ServerResponse } from "node:http";
import { type AddressInfo, isIPv6, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { ServerSettings } from "../settings/server.js";
import { UsageError } from "../usage-error.js";
import { Present } from "./present.js";

/** Milliseconds that an answer to nobody may take at the end. */
const longestAnswer = 2000;
/** Milliseconds between looks for connections that are too slow. */
const lookEvery = 1000;

/** What a listener works with. */
export interface ListenerOptions {
  readonly settings: ServerSettings;
  readonly answer: (request: Request, bindings: HttpBindings) => Promise<Response>;
  /** Is told why a connection was closed before there was a request. */
  readonly onRefused: (reason: string) => void;
  /** Is told of an error that no answer could be made of. */
  readonly onError: (error: unknown) => void;
}

/** Listens for requests, within limits on what connections may do, and stops without cutting off what is in flight. */
export class Listener {
  readonly #http: HttpServer;
  readonly #answering = new Present<ServerResponse>();
  /** Answers in the making; one is still made when its client has gone. */
  readonly #making = new Present<Promise<Response>>();
  #isStopping = false;

  constructor({ settings, answer, onRefused, onError }: ListenerOptions) {
    const make = (request: Request, bindings: unknown) => {
      const made = answer(request, bindings as HttpBindings);
      return made.finally(this.#making.add(made));
    };
    const handle = getRequestListener(make, {
      errorHandler(error) {
        // A request line or a Host header that is no address, or a failure of our own.
        if (!(error instanceof Error && error.name === "RequestError")) onError(error);
        else onRefused("malformed");
        return new Response(null, { status: error instanceof Error && error.name === "RequestError" ? 400 : 500 });
      },
    });
    this.#http = createHttpServer({
      headersTimeout: settings["headers-timeout"] * 1000,
      requestTimeout: Math.max(settings["request-timeout"], settings["headers-timeout"]) * 1000,
      keepAliveTimeout: settings["keep-alive-timeout"] * 1000,
      maxHeaderSize: settings["max-header-bytes"],
      connectionsCheckingInterval: lookEvery,
    });
    // A client that says that it will send no more still waits for its answer. Node has no option for it, only this.
    Object.assign(this.#http, { httpAllowHalfOpen: true });
    this.#http.maxConnections = settings["max-connections"];
    this.#http.maxRequestsPerSocket = settings["max-requests"];
    this.#http.on("request", (incoming, outgoing) => {
      outgoing.once("close", this.#answering.add(outgoing));
      if (this.#isStopping) outgoing.setHeader("connection", "close");
      incoming.url = originForm(incoming.url ?? "");
      handle(incoming, outgoing);
    });
    this.#http.on("clientError", (error, socket) => onRefused(this.#refuse(error, socket as Socket)));
    this.#http.on("drop", () => onRefused("too-many"));
  }

  /** Requests that are being answered. */
  get inFlight(): number {
    return this.#answering.size;
  }

  /** Connections of clients that are open. */
  clients(): Promise<number> {
    return new Promise((resolve) => this.#http.getConnections((_error, count = 0) => resolve(count)));
  }

  /** Starts listening, and gives the address. Throws a {@link UsageError}. */
  async listen({ host, port }: Pick<ServerSettings, "host" | "port">): Promise<string> {
    return listenOn(this.#http, host, port, "choose another with --port");
  }

  /** Answers what is no request, as far as that can still be done, closes the connection, and says why. */
  #refuse({ code }: NodeJS.ErrnoException, socket: Socket): string {
    const [reason, line] = refusals.get(code) ?? ["malformed", "400 Bad Request"];
    const isAnswered = [...this.#answering].some((outgoing) => outgoing.socket === socket && outgoing.headersSent);
    if (line && socket.writable && !isAnswered) {
      socket.write(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    }
    // Its other side may never close.
    socket.destroySoon();
    return reason;
  }

  /**
   * Stops: what is in flight is answered, and so is what comes before no more connections are taken, which is after
   * `delay` and when the former is done. What is not done after `timeout` is cut off. Both in milliseconds.
   */
  async stop(delay: number, timeout: number): Promise<void> {
    this.#isStopping = true;
    const before = [...this.#answering];
    for (const outgoing of before) if (!outgoing.headersSent) outgoing.setHeader("connection", "close");
    const over = new AbortController();
    const after = (time: number) => sleep(time, undefined, { signal: over.signal }).catch(() => undefined);
    const late = after(delay + timeout);
    await Promise.all([sleep(delay), Promise.race([late, Promise.all(before.map(closed))])]);
    const ended = new Promise((resolve) => this.#http.close(resolve));
    // A connection that was busy when the end came stays open after its answer, unless it is asked again.
    const idle = setInterval(() => this.#http.closeIdleConnections(), 50);
    await Promise.race([ended, late]);
    this.#http.closeAllConnections();
    await ended;
    clearInterval(idle);
    // Those whose clients are gone may still want the database.
    await Promise.race([Promise.allSettled(this.#making), after(longestAnswer)]);
    over.abort();
  }
}

/** Starts a server, and gives its address. Throws a {@link UsageError} with advice when that cannot be. */
export async function listenOn(http: HttpServer, host: string, port: number, advice: string): Promise<string> {
  const name = isIPv6(host) ? `[${host}]` : host;
  await new Promise<void>((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "EADDRINUSE" ? `the port is in use; ${advice}` : error.message;
      reject(new UsageError(`cannot listen on ${name}:${port}: ${reason}`));
    });
    http.listen(port, host, resolve);
  });
  return `http://${name}:${(http.address() as AddressInfo).port}`;
}

/**
 * The path and the query of a target. One with a scheme and a host, as for a proxy, is for us all the same (RFC 9112,
 * section 3.2.2); what stands before the path is not looked at, nor kept: it may have a password in it.
 */
function originForm(target: string): string {
  if (target.startsWith("/") || !URL.canParse(target)) return target;
  const { pathname, search } = new URL(target);
  return pathname + search;
}

function closed(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (outgoing.closed) resolve();
    else outgoing.once("close", resolve);
  });
}

const refusals = new Map<string | undefined, readonly [reason: string, line: string | undefined]>([
  ["HPE_HEADER_OVERFLOW", ["headers-too-large", "431 Request Header Fields Too Large"]],
  ["HPE_CHUNK_EXTENSIONS_OVERFLOW", ["malformed", "413 Content Too Large"]],
  ["ERR_HTTP_REQUEST_TIMEOUT", ["too-slow", "408 Request Timeout"]],
  ["ECONNRESET", ["reset", undefined]],
  ["EPIPE", ["reset", undefined]],
]);
