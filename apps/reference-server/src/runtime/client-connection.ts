import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Bytes onAbort to the HTTP parser at a time. It emits every request in them, so they have to be few. */
const sliceBytes = 1024;

/** Limits of one connection. */
export interface ConnectionLimits {
  /** Requests that are answered at the same moment; the next ones wait, and the socket is not read further. */
  readonly maxPipelinedRequests: number;
  /** Requests until the connection is closed. */
  readonly maxRequests: number;
  /** Bytes of answers that wait to be sent; with more, no other request is answered. */
  readonly maxUnsentBytes: number;
}

/** What a connection needs of its listener. */
export interface ConnectionOwner {
  readonly limits: ConnectionLimits;
  /** No connection outlives its answers any more. */
  readonly isStopping: boolean;
  /** Answers a request. */
  answer(outgoing: ServerResponse, connection: ClientConnection): void;
  /** Calls {@link ClientConnection.takeTurn} when the other connections had their turn. */
  queue(connection: ClientConnection): void;
  /** The bytes that wait to be sent are so many more, or fewer. */
  countUnsent(difference: number): void;
}

/**
 * Connection of a client: its unanswered requests, what it sent beyond them, and the answers that wait to be sent. A
 * response behind another one emits nothing when its socket closes, so that all of this hangs on the socket.
 */
export class ClientConnection {
  /** The last Host that was found to be valid; most requests of a connection have the same. */
  validHost: string | undefined;
  readonly socket: Socket;
  readonly #owner: ConnectionOwner;
  readonly #parse: (data: Buffer) => void;
  /** In the order of their answers, which is that of the requests. */
  readonly #unanswered: ServerResponse[] = [];
  /** Requests that wait for their turn. */
  readonly #waiting: ServerResponse[] = [];
  #requests = 0;
  #unsent = 0;
  #isHeld = false;
  #isQueued = false;
  /** The last request is among those that are being answered; later ones are ignored. */
  #isClosing = false;
  /** Sent when everything is answered that came before what was malformed. */
  #refusal: string | undefined;
  /** The bytes that the client had taken when it last took some; none while nothing waits to be sent. */
  #progress: { readonly sent: number; readonly since: number } | undefined;

  constructor(socket: Socket, owner: ConnectionOwner) {
    this.socket = socket;
    this.#owner = owner;
    // Node's parser reads as much as 64 KiB at once, and emits all 3,600 requests that this can have.
    const [parse, ...others] = socket.listeners("data");
    if (!parse || others.length > 0) throw new Error("node:http does not listen to its socket as it used to");
    socket.removeListener("data", parse as (data: Buffer) => void);
    this.#parse = parse as (data: Buffer) => void;
    socket.on("data", this.#receive);
    socket.on("resume", this.#resumed);
    socket.once("close", this.#closed);
  }

  /** Bytes of answers that wait to be sent, when they were last counted. */
  get unsent(): number {
    return this.#unsent;
  }

  /** Requests in flight. */
  get inFlight(): number {
    return this.#unanswered.length;
  }

  /** Takes a request: it is answered now, or when others are. */
  accept(outgoing: ServerResponse): void {
    if (this.#isClosing) {
      // The last request has come in whole when another one follows.
      this.#hold();
      return;
    }
    if (this.#unanswered.length === 0 && this.#waiting.length === 0) {
      this.#start(outgoing);
    } else {
      this.#waiting.push(outgoing);
      this.#askForTurn();
    }
  }

  /** Answers one of the requests that wait. */
  takeTurn(): void {
    this.#isQueued = false;
    if (this.#mayStart) {
      const next = this.#waiting.shift();
      if (next) this.#start(next);
    }
    if (this.#isHeld && this.#hasRoom && !this.#isClosing && this.#refusal === undefined) {
      this.#isHeld = false;
      if (!isHeldByNode(this.socket)) this.socket.resume();
    }
    this.#askForTurn();
  }

  /** Counts the bytes that wait to be sent. */
  countUnsent(): void {
    let unsent = 0;
    if (!this.socket.destroyed) {
      unsent = this.socket.writableLength;
      // Responses behind the first have their bytes themselves.
      for (const { socket, writableLength } of this.#unanswered) if (!socket) unsent += writableLength;
    }
    const difference = unsent - this.#unsent;
    this.#unsent = unsent;
    if (difference !== 0) this.#owner.countUnsent(difference);
  }

  /** Whether nothing that waits to be sent went out for a time in milliseconds. To be asked now and then. */
  isStalled(now: number, timeoutMs: number): boolean {
    if (this.socket.writableLength > 0) {
      const sent = bytesSent(this.socket);
      if (this.#progress?.sent === sent) return now - this.#progress.since >= timeoutMs;
      this.#progress = { sent, since: now };
    } else {
      this.#progress = undefined;
    }
    return false;
  }

  /** Closes the connection at once, whatever waits. */
  cut(): void {
    this.socket.destroy();
    this.countUnsent();
  }

  /** Lets the requests that are being answered be the last ones, and closes the connection when there are none. */
  finish(): void {
    this.#isClosing = true;
    this.#waiting.length = 0;
    const last = this.#unanswered.at(-1);
    if (!last) this.socket.destroySoon();
    else if (!last.headersSent) last.setHeader("connection", "close");
  }

  /**
   * Closes the connection, which has sent what is no request, after this answer to it. What came before is answered
   * first. Without an answer it is closed at once.
   */
  refuse(answer: string | undefined): void {
    if (answer === undefined) {
      this.socket.destroy();
      return;
    }
    this.#hold();
    this.#refusal = answer;
    this.#endWhenAnswered();
  }

  /** Whether another request may be read. */
  get #hasRoom(): boolean {
    return this.#mayStart && this.#unanswered.length + this.#waiting.length < this.#owner.limits.maxPipelinedRequests;
  }

  /** Whether another request may be answered. */
  get #mayStart(): boolean {
    const { maxPipelinedRequests, maxUnsentBytes } = this.#owner.limits;
    return this.#unanswered.length < maxPipelinedRequests && this.#unsent <= maxUnsentBytes;
  }

  #askForTurn(): void {
    const isNeeded =
      (this.#waiting.length > 0 && this.#mayStart) || (this.#isHeld && this.#hasRoom && this.#refusal === undefined);
    if (!isNeeded || this.#isQueued || this.#isClosing) return;
    this.#isQueued = true;
    this.#owner.queue(this);
  }

  #start(outgoing: ServerResponse): void {
    this.#unanswered.push(outgoing);
    outgoing.on("close", this.#answered);
    this.#requests += 1;
    if (this.#owner.isStopping || this.#requests >= this.#owner.limits.maxRequests) this.finish();
    this.#owner.answer(outgoing, this);
  }

  readonly #answered = (): void => {
    const incoming = this.#unanswered.shift()?.req;
    if (incoming?.complete === false) {
      // The rest of a body that its reader gave up is passed over, or the next request would not be reached.
      incoming.removeAllListeners("data");
      incoming.resume();
    }
    if (this.#unsent > 0) this.countUnsent();
    if (this.#refusal !== undefined) this.#endWhenAnswered();
    if (!this.#isClosing) this.#askForTurn();
    else if (this.#unanswered.length === 0) this.socket.destroySoon();
  };

  readonly #receive = (data: Buffer): void => {
    for (let rest = data; rest.length > 0; rest = rest.subarray(sliceBytes)) {
      const isHeld = this.#isHeld || isHeldByNode(this.socket);
      if (isHeld) this.socket.pause();
      // Node pauses a socket while a body is not read, too. The stream keeps the rest, and the end behind it.
      if (isHeld || this.socket.isPaused()) {
        if (!this.socket.destroyed) this.socket.unshift(rest);
        return;
      }
      this.#parse.call(this.socket, rest.length > sliceBytes ? rest.subarray(0, sliceBytes) : rest);
      if (!this.#hasRoom) this.#hold();
    }
  };

  readonly #resumed = (): void => {
    if (this.#isHeld) this.socket.pause();
  };

  #hold(): void {
    this.#isHeld = true;
    this.socket.pause();
  }

  #endWhenAnswered(): void {
    const [first] = this.#unanswered;
    // What was malformed may be the body of the last request, which can then have no other answer.
    const isOfBody = this.#unanswered.length === 1 && first?.req.complete === false;
    if (this.#waiting.length > 0 || (first && !isOfBody) || !this.socket.writable) return;
    if (!first?.headersSent) this.socket.write(this.#refusal ?? "");
    // Its other side may never close.
    this.socket.destroySoon();
  }

  readonly #closed = (): void => {
    this.#isClosing = true;
    this.#waiting.length = 0;
    // Node closes the first response itself, and forgets the others.
    for (const outgoing of this.#unanswered.filter(({ socket }) => !socket)) {
      outgoing.destroy();
      outgoing.emit("close");
    }
    this.countUnsent();
  };
}

/**
 * Whether Node itself does not read the socket, because answers wait to be sent. It resumes it when they are gone, and
 * fails an assertion when anything is read before.
 */
function isHeldByNode(socket: Socket): boolean {
  return (socket as Socket & { readonly _paused?: boolean })._paused === true;
}

/**
 * Bytes that the system has taken. The stream counts a large answer as one piece until all of it is gone, so that the
 * handle is asked, as net.Socket itself does when it looks for progress.
 */
function bytesSent(socket: Socket): number {
  const { _handle: handle } = socket as Socket & { readonly _handle?: WriteCounts | null };
  if (handle?.writeQueueSize === undefined) return socket.bytesWritten - socket.writableLength;
  return handle.bytesWritten - handle.writeQueueSize;
}

interface WriteCounts {
  readonly bytesWritten: number;
  readonly writeQueueSize: number | undefined;
}
