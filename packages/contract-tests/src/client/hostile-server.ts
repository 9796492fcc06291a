import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A server on a port of its own, until the test is over. */
export interface Listening {
  /** Base URL of the API. */
  readonly baseUrl: string;
  /** Every request so far. */
  readonly requests: readonly IncomingMessage[];
}

type Answer = (...parameters: [...Parameters<RequestListener>, count: number]) => void;

/** Listens, and has every request answered by a function; requests are counted from 0. */
export async function listen(answer: Answer): Promise<Listening> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    // A client that is gone is no failure here.
    response.on("error", () => undefined);
    answer(request, response, requests.length - 1);
  });
  return { baseUrl: await addressOf(server, () => server.closeAllConnections()), requests };
}

/** Listens, and writes bytes to each client that connects and sends something: there is no HTTP but in the bytes. */
export async function listenWithBytes(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).once("data", () => answer(socket));
  });
  return addressOf(server as Server, () => {
    for (const socket of sockets) socket.destroy();
  });
}

/** Address of a port without a server. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/api/v3`;
}

async function addressOf(server: Server, disconnect: () => void): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    disconnect();
    await closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
}
