import type { Server } from "node:http";
import type { Socket } from "node:net";

// Everything of Node that its documentation does not promise. The test of this file fails where a version lacks it.

interface SocketInternals {
  readonly _handle?: { readonly bytesWritten: number; readonly writeQueueSize: number | undefined } | null;
}

/**
 * Returns the bytes that the operating system took from a socket. The stream counts a large chunk as unsent until all
 * of it is taken, so the handle is asked, as net.Socket does for its time-out.
 */
export function bytesSent(socket: Socket): number {
  const { _handle: handle } = socket as SocketInternals;
  if (handle?.writeQueueSize === undefined) return socket.bytesWritten - socket.writableLength;
  return handle.bytesWritten - handle.writeQueueSize;
}

/** Lets clients that closed their half wait for their responses. Node has a property for it, but no option. */
export function allowHalfOpen(server: Server): void {
  Object.assign(server, { httpAllowHalfOpen: true });
}

/**
 * Takes the listener for data from a socket of an HTTP server, which gives the data to the parser. Throws where the
 * socket has another number of them than one.
 */
export function takeDataListener(socket: Socket): (data: Buffer) => void {
  const [parse, ...others] = socket.listeners("data") as ((data: Buffer) => void)[];
  if (!parse || others.length > 0) throw new Error("node:http does not listen for data on its sockets as expected");
  socket.removeListener("data", parse);
  return parse;
}
