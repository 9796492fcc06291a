import { createServer as createHttpServer, type Server as HttpServer, type ServerResponse } from "node:http";
import { type AddressInfo, isIPv6, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { description } from "@grantbook/contract/description";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { ServerSettings } from "../settings/server.js";
import { UsageError } from "../usage-error.js";
import { ClientConnection, type ConnectionLimits, type ConnectionOwner } from "./client-connection.js";
import { hostIn, isValidHost } from "./host-header.js";

/** Milliseconds that answers to clients that are gone may take at the end. */
const detachedGraceMs = 2000;
/** Milliseconds between looks for connections that are too slow. */
const connectionCheckIntervalMs = 1000;
/** Pipelined requests that are begun before the sockets are looked at again. */
const turnsAtOnce = 8;
/** The host of every Request: nothing goes by it, and none is built from what a client sends. */
const requestHost = "localhost";

/** What a listener works with. */
export interface ListenerOptions {
  readonly settings: ServerSettings;
  readonly answer: (request: Request, bindings: HttpBindings) => Promise<Response>;
  /** Is told why a connection was closed, or a request refused, before it was one to answer. */
  readonly onRefused: (reason: string) => void;
  /** Is told of an error that no answer could be made of. */
  readonly onError: (error: unknown) => void;
}

/** Listens for requests, within limits on what connections may do, and stops without cutting off what is in flight. */
export class Listener implements ConnectionOwner {
  readonly limits: ConnectionLimits;
  isStopping = false;
  readonly #http: HttpServer;
  readonly #settings: ServerSettings;
  readonly #onRefused: (reason: string) => void;
  readonly #handle: ReturnType<typeof getRequestListener>;
  readonly #connections = new Map<Socket, ClientConnection>();
  readonly #check: NodeJS.Timeout;
  /** Connections with pipelined requests, in the order of their turns. */
  #turns: ClientConnection[] = [];
  #unsent = 0;
  /** Answers in the making; one is still made when its client has gone. */
  #making = 0;
  #onAllMade: () => void = () => undefined;

  constructor({ settings, answer, onRefused, onError }: ListenerOptions) {
    this.#settings = settings;
    this.#onRefused = onRefused;
    this.limits = {
      maxPipelinedRequests: settings["max-pipelined-requests"],
      maxRequests: settings["max-requests"],
      maxUnsentBytes: settings["max-unsent-bytes"],
    };
    this.#handle = getRequestListener((request, bindings) => answer(request, bindings as HttpBindings), {
      errorHandler(error) {
        // A request line that is no address, or a failure of our own.
        const isMalformed = error instanceof Error && error.name === "RequestError";
        if (isMalformed) onRefused("malformed");
        else onError(error);
        return new Response(null, { status: isMalformed ? 400 : 500 });
      },
    });
    this.#http = createHttpServer({
      headersTimeout: settings["headers-timeout"] * 1000,
      requestTimeout: Math.max(settings["request-timeout"], settings["headers-timeout"]) * 1000,
      keepAliveTimeout: settings["keep-alive-timeout"] * 1000,
      maxHeaderSize: settings["max-header-bytes"],
      connectionsCheckingInterval: connectionCheckIntervalMs,
      // It is looked at below, with everything else that may be wrong with a Host.
      requireHostHeader: false,
    });
    // A client that says that it will send no more still waits for its answer. Node has no option for it, only this.
    Object.assign(this.#http, { httpAllowHalfOpen: true });
    this.#http.maxConnections = settings["max-connections"];
    this.#http.on("connection", (socket) => {
      this.#connections.set(socket, new ClientConnection(socket, this));
      socket.once("close", () => this.#connections.delete(socket));
    });
    const accept = (_: unknown, outgoing: ServerResponse) => this.#connectionOf(outgoing.req.socket)?.accept(outgoing);
    for (const event of ["request", "checkContinue", "checkExpectation"]) this.#http.on(event, accept);
    this.#http.on("clientError", (error, socket) => onRefused(this.#refuse(error, socket as Socket)));
    this.#http.on("drop", () => onRefused("too-many"));
    this.#check = setInterval(() => this.#cutStalled(), connectionCheckIntervalMs).unref();
  }

  /** Requests in flight. */
  get inFlight(): number {
    let sum = 0;
    for (const connection of this.#connections.values()) sum += connection.inFlight;
    return sum;
  }

  /** Connections of clients that are open. */
  get clients(): number {
    return this.#connections.size;
  }

  /** Starts listening, and gives the address. Throws a {@link UsageError}. */
  async listen({ host, port }: Pick<ServerSettings, "host" | "port">): Promise<string> {
    return listenOn(this.#http, host, port, "choose another with --port");
  }

  /** Answers a request whose turn it is. */
  answer(outgoing: ServerResponse, connection: ClientConnection): void {
    const incoming = outgoing.req;
    // Clients of HTTP/1.0 do not know of it (RFC 9110, section 10.1.1).
    const expect = incoming.httpVersion === "1.0" ? undefined : incoming.headers.expect;
    const status = this.#hasValidHost(incoming.rawHeaders, incoming.httpVersion, connection)
      ? isUnknownExpectation(expect) && 417
      : 400;
    if (status) {
      if (status === 400) this.#onRefused("malformed");
      connection.finish();
      outgoing.writeHead(status, { "content-length": 0 }).end();
      return;
    }
    if (expect !== undefined) {
      // A body that is too long is not asked for; the answer says so.
      if (Number(incoming.headers["content-length"] ?? 0) > description["x-body-limit"]) connection.finish();
      else outgoing.writeContinue();
    }
    incoming.headers.host = requestHost;
    incoming.url = originForm(incoming.url ?? "");
    this.#making += 1;
    const made = () => {
      // In the usual case, the system has taken all of it.
      if (outgoing.writableLength > 0) connection.countUnsent();
      this.#making -= 1;
      if (this.#making === 0) this.#onAllMade();
    };
    this.#handle(incoming, outgoing).then(made, made);
  }

  /** Adds to the bytes that wait to be sent. Beyond the limit of them all, those that hold most of them are cut off. */
  countUnsent(difference: number): void {
    this.#unsent += difference;
    while (difference > 0 && this.#unsent > this.#settings["max-unsent-bytes-total"]) {
      let largest: ClientConnection | undefined;
      for (const one of this.#connections.values()) if (one.unsent > (largest?.unsent ?? 0)) largest = one;
      if (!largest) return;
      this.#onRefused("unsent");
      largest.cut();
    }
  }

  /** Requests behind others are answered a few at a time, so that a flood of them keeps no other client waiting. */
  queue(connection: ClientConnection): void {
    if (this.#turns.length === 0) setImmediate(this.#takeTurns);
    this.#turns.push(connection);
  }

  readonly #takeTurns = (): void => {
    const others = this.#turns;
    this.#turns = [];
    for (const connection of others.splice(0, turnsAtOnce)) connection.takeTurn();
    if (this.#turns.length === 0 && others.length > 0) setImmediate(this.#takeTurns);
    this.#turns = others.concat(this.#turns);
  };

  #connectionOf(socket: Socket): ClientConnection | undefined {
    return this.#connections.get(socket);
  }

  /** One Host that is an address, or none where HTTP is older than Host (RFC 9112, section 3.2). */
  #hasValidHost(rawHeaders: readonly string[], version: string, connection: ClientConnection): boolean {
    const host = hostIn(rawHeaders);
    if (host === undefined) return version === "1.0";
    if (host === connection.validHost) return true;
    if (!isValidHost(host)) return false;
    connection.validHost = host;
    return true;
  }

  /** Answers what is no request, as far as that can still be done, closes the connection, and says why. */
  #refuse({ code }: NodeJS.ErrnoException, socket: Socket): string {
    const [reason, line] = refusals.get(code) ?? ["malformed", "400 Bad Request"];
    this.#connectionOf(socket)?.refuse(line && `HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    return reason;
  }

  #cutStalled(): void {
    const now = performance.now();
    for (const connection of this.#connections.values()) {
      if (!connection.isStalled(now, this.#settings["write-timeout"] * 1000)) continue;
      this.#onRefused("stalled");
      connection.cut();
    }
  }

  /**
   * Stops: what is in flight is answered, and so is what comes before no more connections are taken, which is after
   * `delay` and when the former is done. What is not done after `timeout` is cut off. Both in milliseconds.
   */
  async stop(delay: number, timeout: number): Promise<void> {
    this.isStopping = true;
    const over = new AbortController();
    const after = (time: number) => sleep(time, undefined, { signal: over.signal }).catch(() => undefined);
    const late = after(delay + timeout);
    const busy = [...this.#connections.values()].filter(({ inFlight }) => inFlight > 0);
    const answered = busy.map(({ socket }) => new Promise((resolve) => socket.once("close", resolve)));
    for (const connection of busy) connection.finish();
    await Promise.all([sleep(delay), Promise.race([late, Promise.all(answered)])]);
    const ended = new Promise((resolve) => this.#http.close(resolve));
    // Nothing is asked of Node: to it, a connection that has sent nothing yet is busy.
    for (const connection of this.#connections.values()) connection.finish();
    await Promise.race([ended, late]);
    for (const connection of this.#connections.values()) connection.cut();
    await ended;
    clearInterval(this.#check);
    // Answers whose clients are gone may still want the database.
    if (this.#making > 0) {
      const made = new Promise<void>((resolve) => {
        this.#onAllMade = resolve;
      });
      await Promise.race([made, after(detachedGraceMs)]);
    }
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

function isUnknownExpectation(expect: string | undefined): boolean {
  return expect !== undefined && !/(?:^|\W)100-continue(?:$|\W)/i.test(expect);
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

const refusals = new Map<string | undefined, readonly [reason: string, line: string | undefined]>([
  ["HPE_HEADER_OVERFLOW", ["headers-too-large", "431 Request Header Fields Too Large"]],
  ["HPE_CHUNK_EXTENSIONS_OVERFLOW", ["malformed", "413 Content Too Large"]],
  ["ERR_HTTP_REQUEST_TIMEOUT", ["too-slow", "408 Request Timeout"]],
  ["ECONNRESET", ["reset", undefined]],
  ["EPIPE", ["reset", undefined]],
]);
