// Raw sockets to a server on this machine: what goes over the wire is what a row says, byte for byte.
import { connect } from "node:net";

/**
 * @typedef {import("node:net").Socket} Socket
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers names in lower case
 * @property {string} body
 */

/** Milliseconds that an answer may take before the attack gives up on it. */
const patienceMs = 30_000;

/**
 * Opens a connection. Gives the socket when it is open, or when it was refused: then it is destroyed.
 * @param {number} port @returns {Promise<Socket>}
 */
export function open(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    socket.on("error", () => undefined);
    socket.once("connect", () => resolve(socket));
    socket.once("close", () => resolve(socket));
  });
}

/** Bytes of a request without a body. @param {...string} lines the request line, and the headers */
export function head(...lines) {
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** Value of the Authorization header for Basic. @param {string} login @param {string} password */
export function basic(login, password) {
  return `Basic ${Buffer.from(`${login}:${password}`).toString("base64")}`;
}

/**
 * Everything the server says to these bytes until it closes the connection; what came so far when that takes too long.
 * @param {number} port @param {string | Buffer} bytes strings are sent as Latin-1 @returns {Promise<string>}
 */
export async function said(port, bytes, limitMs = patienceMs) {
  const socket = await open(port);
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
  });
  socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
  await closed(socket, limitMs);
  socket.destroy();
  return text;
}

/** The status of the first answer in a text; 0 when there is none. @param {string} text */
export function statusOf(text) {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
}

/**
 * Whether the server closes its side within a time.
 * @param {Socket} socket that is read @param {number} limitMs @returns {Promise<boolean>}
 */
export function closed(socket, limitMs) {
  return new Promise((resolve) => {
    if (socket.destroyed || socket.readableEnded) return resolve(true);
    const timer = setTimeout(() => resolve(false), limitMs);
    const end = () => {
      clearTimeout(timer);
      resolve(true);
    };
    socket.once("end", end);
    socket.once("close", end);
  });
}

/** A connection that is kept: requests are written, answers are read one by one. */
export class Wire {
  #bytes = Buffer.alloc(0);
  #isOver = false;
  #wake = () => {};
  /** @param {Socket} socket */
  constructor(socket) {
    this.socket = socket;
    socket.on("data", (chunk) => {
      this.#bytes = Buffer.concat([this.#bytes, /** @type {Buffer} */ (chunk)]);
      this.#wake();
    });
    const end = () => {
      this.#isOver = true;
      this.#wake();
    };
    socket.once("end", end);
    socket.once("close", end);
    if (socket.destroyed) end();
  }

  /** @param {number} port */
  static async open(port) {
    return new Wire(await open(port));
  }

  /** Whether the server has closed its side. */
  get isOver() {
    return this.#isOver;
  }

  /**
   * Sends a request, and gives its answer; nothing when the connection ends before it.
   * @param {string} method @param {string} path @param {Record<string, string>} [headers] @param {string} [body]
   */
  ask(method, path, headers = {}, body) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    if (body !== undefined) lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
    this.socket.write(head(`${method} ${path} HTTP/1.1`, "Host: localhost", ...lines) + (body ?? ""));
    return this.next();
  }

  /** The next answer; nothing when the connection ends before it, or it takes too long. */
  async next(limitMs = patienceMs) {
    const until = performance.now() + limitMs;
    for (;;) {
      const answer = this.#take();
      if (answer || this.#isOver) return answer;
      const leftMs = until - performance.now();
      if (leftMs <= 0) return undefined;
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve(undefined);
        };
      });
    }
  }

  close() {
    this.socket.destroy();
  }

  /** @returns {Answer | undefined} */
  #take() {
    const end = this.#bytes.indexOf("\r\n\r\n");
    if (end < 0) return undefined;
    const [line = "", ...lines] = this.#bytes.toString("latin1", 0, end).split("\r\n");
    const headers = Object.fromEntries(
      lines.map((text) => [text.slice(0, text.indexOf(":")).toLowerCase(), text.slice(text.indexOf(":") + 1).trim()]),
    );
    const from = end + 4;
    const body = headers["transfer-encoding"] ? chunked(this.#bytes, from) : sized(this.#bytes, from, headers);
    if (!body) return undefined;
    this.#bytes = this.#bytes.subarray(body.end);
    return { status: statusOf(line), headers, body: body.text };
  }
}

/** @param {Buffer} bytes @param {number} from @param {Record<string, string>} headers */
function sized(bytes, from, headers) {
  const end = from + Number(headers["content-length"] ?? 0);
  return end > bytes.length ? undefined : { end, text: bytes.toString("utf8", from, end) };
}

/** @param {Buffer} bytes @param {number} from */
function chunked(bytes, from) {
  const chunks = [];
  for (let at = from; ; ) {
    const line = bytes.indexOf("\r\n", at);
    if (line < 0) return undefined;
    const size = Number.parseInt(bytes.toString("latin1", at, line), 16);
    const end = line + 2 + size + 2;
    if (end > bytes.length) return undefined;
    if (size === 0) return { end, text: Buffer.concat(chunks).toString() };
    chunks.push(bytes.subarray(line + 2, end - 2));
    at = end;
  }
}
