import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { ClientConnection, type ConnectionLimits, type ConnectionOwner } from "./client-connection.js";
import { TurnQueue } from "./turn-queue.js";

/** Limits of connections. */
export interface RegistryLimits extends ConnectionLimits {
  /** Bytes of responses that all connections together have not sent. */
  readonly maxTotalUnsentBytes: number;
  /** Milliseconds without progress after which a connection that does not take its responses is closed. */
  readonly writeTimeoutMs: number;
}

/** Options of a {@link ConnectionRegistry}. */
export interface RegistryOptions {
  readonly limits: RegistryLimits;
  /** Called for each request that may be answered. */
  readonly answer: (response: ServerResponse, connection: ClientConnection) => void;
  /** Called with the reason when a connection is closed for a limit. */
  readonly onRefused: (reason: string) => void;
}

/** Registry of open connections, which bounds what all of them together have not sent. */
export class ConnectionRegistry implements ConnectionOwner {
  readonly limits: RegistryLimits;
  readonly answer: RegistryOptions["answer"];
  readonly turns = new TurnQueue();
  readonly #onRefused: (reason: string) => void;
  readonly #connections = new Map<Socket, ClientConnection>();
  #isStopping = false;
  #unsentBytes = 0;

  constructor({ limits, answer, onRefused }: RegistryOptions) {
    this.limits = limits;
    this.answer = answer;
    this.#onRefused = onRefused;
  }

  /** Adds a socket until it is closed. */
  add(socket: Socket): void {
    this.#connections.set(socket, new ClientConnection(socket, this));
    socket.once("close", () => this.#connections.delete(socket));
  }

  /** Returns the connection of a socket that is open. */
  find(socket: Socket): ClientConnection | undefined {
    return this.#connections.get(socket);
  }

  /** Open connections. */
  get size(): number {
    return this.#connections.size;
  }

  /** Requests that are being answered. */
  get inFlight(): number {
    let sum = 0;
    for (const connection of this.#connections.values()) sum += connection.inFlight;
    return sum;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** Adds to the bytes that are not sent. Beyond the total limit it closes the connections that hold most of them. */
  addUnsentBytes(difference: number): void {
    this.#unsentBytes += difference;
    while (difference > 0 && this.#unsentBytes > this.limits.maxTotalUnsentBytes) {
      let largest: ClientConnection | undefined;
      for (const one of this.#connections.values()) {
        if (one.unsentBytes > (largest?.unsentBytes ?? 0)) largest = one;
      }
      if (!largest) return;
      this.#onRefused("unsent");
      largest.abort();
    }
  }

  /** Closes connections whose client takes nothing. To be called every second or so. */
  abortStalled(): void {
    const now = performance.now();
    for (const connection of this.#connections.values()) {
      if (!connection.isStalled(now, this.limits.writeTimeoutMs)) continue;
      this.#onRefused("stalled");
      connection.abort();
    }
  }

  /** Makes the requests in flight the last ones of their connections. Resolves when these are closed. */
  async finishBusy(): Promise<void> {
    this.#isStopping = true;
    const busy = [...this.#connections.values()].filter(({ inFlight }) => inFlight > 0);
    const closed = busy.map(({ socket }) => new Promise((resolve) => socket.once("close", resolve)));
    for (const connection of busy) connection.finish();
    await Promise.all(closed);
  }

  /** Makes the requests in flight the last ones, and closes idle connections. Those may have sent half a head. */
  finishAll(): void {
    this.#isStopping = true;
    for (const connection of this.#connections.values()) connection.finish();
  }

  /** Closes all connections at once. */
  abortAll(): void {
    for (const connection of this.#connections.values()) connection.abort();
  }
}
