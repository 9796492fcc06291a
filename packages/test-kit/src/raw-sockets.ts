import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** Opens a connection whose half stays open until the test ends it. */
export async function openSocket(address: string | URL): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

/** Everything that comes until the server closes the connection. */
export async function readToEnd(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
  });
  await new Promise((resolve) => {
    socket.once("end", resolve);
    socket.once("close", resolve);
  });
  socket.destroy();
  return text;
}

/** Sends bytes, and returns the response up to the end of the connection. */
export async function exchange(address: string | URL, bytes: string | Buffer): Promise<string> {
  const socket = await openSocket(address);
  socket.write(bytes);
  return readToEnd(socket);
}

/** The head of a request: its lines, and the empty one. */
export const head = (...lines: string[]) => `${lines.join("\r\n")}\r\n\r\n`;

/** The status of the first answer in a text; 0 when there is none. */
export const statusOf = (text: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0);

/** The statuses of all answers in a text. */
export const statusesIn = (text: string) =>
  [...text.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status));
