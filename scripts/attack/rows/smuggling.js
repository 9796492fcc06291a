// Row 19: requests that hide another one, for a proxy and a server that disagree about where the first one ends.
import { octocat } from "../row.js";
import { basic, head, said, Wire } from "../sockets.js";

const authorization = `Authorization: ${basic(octocat.login, octocat.password)}`;
const inner = '{"note":"smuggled"}';
/** The hidden request: it would make a token. */
const hidden = `${head("POST /api/v3/authorizations HTTP/1.1", "Host: localhost", authorization, `Content-Length: ${inner.length}`)}${inner}`;
const ended = `0\r\n\r\n${hidden}`;
const length = `Content-Length: ${ended.length}`;
const chunked = "Transfer-Encoding: chunked";

/** @param {string[]} headers @param {string} body */
const post = (headers, body) =>
  head("POST /api/v3/authorizations HTTP/1.1", "Host: localhost", authorization, ...headers) + body;
const size = hidden.length.toString(16);

/**
 * Each is one request, or none: a server either takes the hidden one for a body, or refuses the whole.
 * @type {Record<string, string>}
 */
export const variants = {
  "a length and chunks": post([length, chunked], ended),
  "chunks and a length": post([chunked, length], ended),
  "chunks in capitals and a length": post(["TRANSFER-ENCODING: CHUNKED", length], ended),
  "an unknown encoding and a length": post(["Transfer-Encoding: xchunked", length], ended),
  "identity and a length": post(["Transfer-Encoding: identity", length], ended),
  "chunks before identity": post(["Transfer-Encoding: chunked, identity", length], ended),
  "chunks twice": post([chunked, "Transfer-Encoding: identity", length], ended),
  "a space before the colon": post(["Transfer-Encoding : chunked", length], ended),
  "a tab before the colon": post(["Transfer-Encoding\t: chunked", length], ended),
  "a vertical tab in the value": post(["Transfer-Encoding: \x0bchunked", length], ended),
  "a zero byte in the value": post(["Transfer-Encoding: chunked\0", length], ended),
  "a folded header": post(["X-Folded: x\r\n Transfer-Encoding: chunked", length], ended),
  "a value on the next line": post(["Transfer-Encoding:\r\n chunked", length], ended),
  "a header that begins with a space": post([` ${chunked}`, length], ended),
  "a bare line feed before chunks": post([`X-Line: x\n${chunked}`, length], ended),
  "a bare carriage return before chunks": post([`X-Line: x\r${chunked}`, length], ended),
  "line feeds alone": post([length, chunked], ended).replaceAll("\r\n", "\n"),
  "two lengths": post(["Content-Length: 2", length], ended),
  "two lengths in one header": post([`Content-Length: 2, ${ended.length}`], ended),
  "one length twice": post(["Content-Length: 2", "Content-Length: 2"], `{}${hidden}`),
  "a length with a sign": post(["Content-Length: +2"], `{}${hidden}`),
  "a negative length": post(["Content-Length: -1"], hidden),
  "a length in hexadecimal": post(["Content-Length: 0x2"], `{}${hidden}`),
  "a length with an exponent": post(["Content-Length: 2e0"], `{}${hidden}`),
  "a length with a space in it": post(["Content-Length: 2 0"], `{}${hidden}`),
  "a length before a space and a colon": post(["Content-Length : 2"], `{}${hidden}`),
  "a length with an underscore": post(["Content-Length: 0_2"], `{}${hidden}`),
  "an empty length": post(["Content-Length:"], hidden),
  "a chunk size with a sign": post([chunked], `+0\r\n\r\n${hidden}`),
  "a chunk size in hexadecimal with a prefix": post([chunked], `0x0\r\n\r\n${hidden}`),
  "a chunk size that overflows": post([chunked], `10000000000000000\r\n\r\n${ended}`),
  "a chunk size after a space": post([chunked], ` 0\r\n\r\n${hidden}`),
  "a line feed in a chunk extension": post([chunked], `0;x=\n\r\n\r\n${hidden}`),
  "a chunk without its end": post([chunked], `2\r\n{}0\r\n\r\n${hidden}`),
  "a chunk that ends with a line feed": post([chunked], `2\r\n{}\n0\r\n\r\n${hidden}`),
  "a last chunk that ends with line feeds": post([chunked], `2\r\n{}\r\n0\n\n${hidden}`),
  "a hidden request in a chunk": post([chunked], `${size}\r\n${hidden}\r\n0\r\n\r\n`),
  "a GET with a body":
    head("GET /api/v3/meta HTTP/1.1", "Host: localhost", `Content-Length: ${hidden.length}`) + hidden,
  "a HEAD with a body": head("HEAD /live HTTP/1.1", "Host: localhost", `Content-Length: ${hidden.length}`) + hidden,
  "a probe with a body": head("GET /live HTTP/1.1", "Host: localhost", `Content-Length: ${hidden.length}`) + hidden,
  "a body of a path that leads nowhere":
    head("POST /nowhere HTTP/1.1", "Host: localhost", `Content-Length: ${hidden.length}`) + hidden,
  "chunks in HTTP/1.0": head("POST /api/v3/authorizations HTTP/1.0", authorization, chunked, length) + ended,
  "a hidden request after an upgrade":
    head("GET /live HTTP/1.1", "Host: localhost", "Connection: Upgrade", "Upgrade: websocket").padEnd(1024) + hidden,
  "a wish for HTTP/2": post(
    [
      "Connection: Upgrade, HTTP2-Settings",
      "Upgrade: h2c",
      "HTTP2-Settings: AAMAAABkAAQAAP__",
      `Content-Length: ${hidden.length}`,
    ],
    hidden,
  ),
};

/** @type {import("../row.js").Row} */
export const smuggling = {
  number: 19,
  usesStore: false,
  name: "request smuggling",
  async run(scene, finding) {
    const server = await scene.start(["--keep-alive-timeout", "1", "--headers-timeout", "1", "--request-timeout", "2"]);
    await Promise.all(
      Object.entries(variants).map(async ([name, bytes]) => {
        const text = await said(server.port, bytes, 15_000);
        const answers = [...text.matchAll(/^HTTP\/1\.1 (?!1\d\d)\d{3}/gm)].length;
        finding.require(answers <= 1, `${name}: ${answers} answers`);
      }),
    );
    const wire = await Wire.open(server.port);
    const list = await wire.ask("GET", "/api/v3/authorizations", {
      Authorization: basic(octocat.login, octocat.password),
    });
    wire.close();
    const made = (list?.body.match(/smuggled/g) ?? []).length;
    finding.require(list?.status === 200 && made === 0, `${made} hidden requests were carried out`);
    finding.note(`${Object.keys(variants).length} variants: ${made} hidden requests carried out`);
  },
};
