// Process that sends one request again and again at an even rate. It writes to sockets itself: node:http would take
// longer for a request than the server that is measured.
import { once } from "node:events";
import { connect } from "node:net";

/**
 * @typedef {object} Task
 * @property {string} url of the server
 * @property {string} request as it is sent
 * @property {number} status of every response
 * @property {number} connections
 * @property {number} rate in requests a second
 * @property {number} seconds
 *
 * @typedef {{ times: number[], delays: number[] }} Measured for each request, in milliseconds: the time from when it
 * was due to the end of its response, and how late this process was for it
 */

/** Milliseconds of a pause when nothing is due. */
const pauseMs = 0.05;
const pause = new Int32Array(new SharedArrayBuffer(4));

/** @param {Task} task @returns {Promise<Measured>} */
async function sendEvenly({ url, request, status, connections, rate, seconds }) {
  const count = Math.round(rate * seconds);
  /** @type {Measured} */
  const measured = { times: [], delays: [] };
  /** @type {number[]} due times of requests that wait for a connection */
  const waiting = [];
  const free = await Promise.all(Array.from({ length: connections }, () => open(url, status)));
  const opened = [...free];
  const bytes = Buffer.from(request);

  /** @param {Connection} connection @param {number} due */
  function send(connection, due) {
    connection.onResponse = () => {
      measured.times.push(performance.now() - due);
      const next = waiting.shift();
      if (next === undefined) free.push(connection);
      else send(connection, next);
    };
    connection.socket.write(bytes);
  }

  const began = performance.now();
  for (let sent = 0; measured.times.length < count; ) {
    const now = performance.now();
    for (; sent < count && began + (sent * 1000) / rate <= now; sent += 1) {
      const due = began + (sent * 1000) / rate;
      measured.delays.push(now - due);
      const connection = free.pop();
      if (connection) send(connection, due);
      else waiting.push(due);
    }
    Atomics.wait(pause, 0, 0, pauseMs);
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const { socket } of opened) socket.destroy();
  return measured;
}

/** @typedef {{ socket: import("node:net").Socket, onResponse: () => void }} Connection */

/** @param {string} url @param {number} status @returns {Promise<Connection>} */
async function open(url, status) {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, "connect");
  /** @type {Connection} */
  const connection = { socket, onResponse: () => undefined };
  let text = "";
  socket.setEncoding("latin1");
  socket.on("data", (part) => {
    text += part;
    const end = text.indexOf("\r\n\r\n");
    if (end === -1) return;
    const [, length] = /\r\ncontent-length: (\d+)/i.exec(text) ?? [];
    if (!text.startsWith(`HTTP/1.1 ${status} `) || length === undefined) {
      throw new Error(`The server sent ${text.slice(0, end)} instead of a response of status ${status} with a length.`);
    }
    if (text.length < end + 4 + Number(length)) return;
    text = "";
    connection.onResponse();
  });
  socket.on("close", () => {
    if (text !== "") throw new Error("The server closed a connection before the end of its response.");
  });
  return connection;
}

process.once("message", async (task) => {
  const measured = await sendEvenly(/** @type {Task} */ (task));
  process.send?.(measured, () => process.disconnect());
});
