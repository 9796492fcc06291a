import type { Socket } from "node:net";

// Properties of sockets that Node does not document, with what they are needed for.

interface SocketInternals {
  readonly _paused?: boolean;
  readonly _handle?: { readonly bytesWritten: number; readonly writeQueueSize: number | undefined } | null;
}

/**
 * Tells whether Node's HTTP server paused a socket because responses are not sent. It resumes the socket when they are,
 * and fails an assertion when data is parsed before.
 */
export function isPausedByNode(socket: Socket): boolean {
  return (socket as SocketInternals)._paused === true;
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
