import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { findHost, isValidHost } from "./host-header.js";
import { bytesSent, takeDataListener } from "./node-internals.js";
import type { TurnQueue } from "./turn-queue.js";

/** Bytes given to the HTTP parser at a time. It emits every request in them, so the number is small. */
const sliceBytes = 1024;
/** Bytes of a body that are read after its response, for the sake of the next request. */
const maxDiscardedBytes = 1024 * 1024;

/** Limits of one connection. */
export interface ConnectionLimits {
  /** Requests answered at the same time. The socket is not read further until one of them is answered. */
  readonly maxPipelinedRequests: number;
  /** Requests until the connection is closed. */
  readonly maxRequests: number;
  /** Bytes of responses that are not sent. Beyond them, no further request is answered. */
  readonly maxUnsentBytes: number;
}

/** Owner of connections: what they share. */
export interface ConnectionOwner {
  readonly limits: ConnectionLimits;
  readonly turns: TurnQueue;
  /** Makes each request the last one of its connection. */
  readonly isStopping: boolean;
  /** Answers a request. */
  answer(response: ServerResponse, connection: ClientConnection): void;
  /** Adds to the bytes that all connections together have not sent. */
  addUnsentBytes(difference: number): void;
}

/**
 * Connection of a client, with its pipelined requests and unsent responses. The bookkeeping is tied to the socket,
 * because a response that waits for an earlier one emits no event when the socket is closed.
 */
export class ClientConnection {
  readonly socket: Socket;
  readonly #owner: ConnectionOwner;
  readonly #parse: (data: Buffer) => void;
  /** Responses of requests in flight, in the order of the requests. */
  readonly #inFlight: ServerResponse[] = [];
  /** Responses of requests that wait for their turn. */
  readonly #waiting: ServerResponse[] = [];
  /** Last valid Host. Most requests of a connection have the same. */
  #validHost: string | undefined;
  #requestCount = 0;
  #unsentBytes = 0;
  /** The socket is not read, because there are requests or unsent bytes enough. */
  #isHeld = false;
  /** Node paused the socket, and resumes it: there are unsent responses, or a body that is not read. */
  #isPausedByNode = false;
  #hasTurn = false;
  /** The last request is in flight; later ones are ignored. */
  #isFinishing = false;
  /** Response to bytes that are no request, sent after all others. */
  #rejection: string | undefined;
  /** Body whose rest is read without a handler, and the bytes that the socket had read when that began. */
  #discarded: { readonly request: IncomingMessage; readonly start: number } | undefined;
  /** When the client last took bytes, while some are not sent. */
  #progress: { readonly sent: number; readonly since: number } | undefined;

  constructor(socket: Socket, owner: ConnectionOwner) {
    this.socket = socket;
    this.#owner = owner;
    // Node parses as much as 64 KiB at once, which can be 3,600 requests. Its listener gets smaller slices here.
    this.#parse = takeDataListener(socket);
    socket.on("data", this.#onData);
    socket.on("pause", this.#onPause);
    socket.on("resume", this.#onResume);
    socket.once("close", this.#onClose);
  }

  /** Bytes of responses that were not sent when they were last counted. */
  get unsentBytes(): number {
    return this.#unsentBytes;
  }

  /** Requests that are being answered. */
  get inFlight(): number {
    return this.#inFlight.length;
  }

  /** Validates that a request has one valid Host, or none in HTTP/1.0 (RFC 9112, section 3.2). */
  hasValidHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
    const host = findHost(rawHeaders);
    if (host === undefined) return httpVersion === "1.0";
    if (host === this.#validHost) return true;
    if (!isValidHost(host)) return false;
    this.#validHost = host;
    return true;
  }

  /** Accepts a request, which is answered now or in its turn. */
  accept(response: ServerResponse): void {
    if (this.#isFinishing) {
      // Another request follows the last one, which is therefore complete.
      this.#hold();
    } else if (this.#inFlight.length === 0 && this.#waiting.length === 0) {
      this.#start(response);
    } else {
      this.#waiting.push(response);
      this.#requestTurn();
    }
  }

  /** Answers one of the waiting requests, and reads on when there is room. */
  takeTurn(): void {
    this.#hasTurn = false;
    if (this.#mayStart) {
      const next = this.#waiting.shift();
      if (next) this.#start(next);
    }
    if (this.#mayRelease) {
      this.#isHeld = false;
      // Node fails an assertion when data is parsed before it resumes the socket itself.
      if (!this.#isPausedByNode) this.socket.resume();
    }
    this.#requestTurn();
  }

  /** Counts the bytes that are not sent. */
  countUnsentBytes(): void {
    let unsent = 0;
    if (!this.socket.destroyed) {
      unsent = this.socket.writableLength;
      // Responses that wait for an earlier one buffer their bytes themselves.
      for (const { socket, writableLength } of this.#inFlight) if (!socket) unsent += writableLength;
    }
    const difference = unsent - this.#unsentBytes;
    this.#unsentBytes = unsent;
    if (difference !== 0) this.#owner.addUnsentBytes(difference);
  }

  /** Tells whether the client took no bytes for `timeoutMs` while there were some. To be called every second or so. */
  isStalled(now: number, timeoutMs: number): boolean {
    if (this.socket.writableLength === 0) {
      this.#progress = undefined;
      return false;
    }
    const sent = bytesSent(this.socket);
    if (this.#progress?.sent === sent) return now - this.#progress.since >= timeoutMs;
    this.#progress = { sent, since: now };
    return false;
  }

  /** Closes the connection at once. */
  abort(): void {
    this.socket.destroy();
    this.countUnsentBytes();
  }

  /** Closes the connection after the requests in flight. Others are dropped. */
  finish(): void {
    this.#isFinishing = true;
    this.#waiting.length = 0;
    const last = this.#inFlight.at(-1);
    if (!last) this.socket.destroySoon();
    else if (!last.headersSent) last.setHeader("Connection", "close");
  }

  /** Closes the connection after its earlier requests and this raw response; at once when there is none. */
  reject(response: string | undefined): void {
    if (response === undefined) {
      this.socket.destroy();
      return;
    }
    this.#hold();
    this.#rejection = response;
    this.#sendRejection();
  }

  get #mayStart(): boolean {
    const { maxPipelinedRequests, maxUnsentBytes } = this.#owner.limits;
    return this.#inFlight.length < maxPipelinedRequests && this.#unsentBytes <= maxUnsentBytes;
  }

  get #hasRoom(): boolean {
    return this.#mayStart && this.#inFlight.length + this.#waiting.length < this.#owner.limits.maxPipelinedRequests;
  }

  get #mayRelease(): boolean {
    return this.#isHeld && this.#hasRoom && !this.#isFinishing && this.#rejection === undefined;
  }

  #requestTurn(): void {
    const isNeeded = (this.#waiting.length > 0 && this.#mayStart) || this.#mayRelease;
    if (!isNeeded || this.#hasTurn || this.#isFinishing) return;
    this.#hasTurn = true;
    this.#owner.turns.add(this);
  }

  #start(response: ServerResponse): void {
    this.#inFlight.push(response);
    response.once("close", this.#onResponseClose);
    this.#requestCount += 1;
    const isLast = this.#owner.isStopping || this.#requestCount >= this.#owner.limits.maxRequests;
    // The parser takes what follows a request for an upgrade for another protocol, and drops it.
    if (isLast || response.req.headers.upgrade !== undefined) this.finish();
    this.#owner.answer(response, this);
  }

  readonly #onResponseClose = (): void => {
    const request = this.#inFlight.shift()?.req;
    if (request?.complete === false) this.#discardRest(request);
    if (this.#unsentBytes > 0) this.countUnsentBytes();
    if (this.#rejection !== undefined) this.#sendRejection();
    if (!this.#isFinishing) this.#requestTurn();
    else if (this.#inFlight.length === 0) this.socket.destroySoon();
  };

  /** Reads the rest of a body that the handler did not read: the next request is behind it. */
  #discardRest(request: IncomingMessage): void {
    this.#discarded = { request, start: this.socket.bytesRead };
    request.removeAllListeners("data");
    request.resume();
  }

  /** Closes the connection after too many bytes of a body without a reader. Node hides them from its request. */
  #limitDiscarded(): void {
    if (!this.#discarded) return;
    const { request, start } = this.#discarded;
    if (request.complete) this.#discarded = undefined;
    else if (this.socket.bytesRead - start > maxDiscardedBytes) {
      this.#discarded = undefined;
      this.#hold();
      this.finish();
    }
  }

  readonly #onData = (data: Buffer): void => {
    for (let rest = data; rest.length > 0; rest = rest.subarray(sliceBytes)) {
      if (!this.#mayParse()) {
        if (!this.socket.destroyed) this.socket.unshift(rest);
        return;
      }
      this.#parse.call(this.socket, rest.length > sliceBytes ? rest.subarray(0, sliceBytes) : rest);
      this.#limitDiscarded();
      // The body of the newest request is read to its end, or its handler would wait for ever.
      const newest = this.#waiting.at(-1) ?? this.#inFlight.at(-1);
      if (!this.#hasRoom && newest?.req.complete !== false) this.#hold();
    }
  };

  /** Tells whether data may be parsed now. Otherwise the socket is paused, and data goes back to the stream. */
  #mayParse(): boolean {
    if (this.#isHeld) this.socket.pause();
    return !this.socket.isPaused();
  }

  readonly #onPause = (): void => {
    // Node pauses only while it parses, when nothing here holds a socket that is to be read on.
    if (!this.#isHeld) this.#isPausedByNode = true;
  };

  readonly #onResume = (): void => {
    this.#isPausedByNode = false;
    if (this.#isHeld) this.socket.pause();
  };

  #hold(): void {
    this.#isHeld = true;
    this.socket.pause();
  }

  #sendRejection(): void {
    const [first] = this.#inFlight;
    // The malformed bytes may be in the body of the last request, which then gets no other response.
    const isInBody = this.#inFlight.length === 1 && first?.req.complete === false;
    if (this.#waiting.length > 0 || (first && !isInBody) || !this.socket.writable) return;
    if (!first?.headersSent) this.socket.write(this.#rejection ?? "");
    // Not end(), because the client may never close its half.
    this.socket.destroySoon();
  }

  readonly #onClose = (): void => {
    this.#isFinishing = true;
    this.#waiting.length = 0;
    // Node closes only the first response.
    for (const response of this.#inFlight.filter(({ socket }) => !socket)) {
      response.destroy();
      response.emit("close");
    }
    this.countUnsentBytes();
  };
}
