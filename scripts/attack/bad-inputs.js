// Requests that are wrong somewhere, made from a seed: none of them may change anything.
import fc from "fast-check";
import { monalisa, octocat } from "./row.js";
import { basic, head } from "./sockets.js";

/** @typedef {fc.Arbitrary<Buffer>} Requests */

const right = `Authorization: ${basic(octocat.login, octocat.password)}`;
const host = "Host: localhost";
const close = "Connection: close";
const api = "/api/v3";

/** @param {string} text every character a byte */
const bytes = (text) => Buffer.from(text, "latin1");
const anyByte = fc.integer({ min: 0, max: 255 });
/** Any bytes, as the characters of Latin-1. */
const latin1 = fc.string({ unit: anyByte.map((code) => String.fromCharCode(code)), maxLength: 60 });
const visible = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
});
const oddText = fc.oneof(
  latin1,
  visible,
  fc.constantFrom("", "\0", "%", "%00", "..", "\r", "\n", "\ufeff", "x".repeat(20_000)),
);

/** Request lines of any bytes, or with one part that is any text. */
const requestLines = fc
  .oneof(
    latin1,
    oddText.map((method) => `${method} ${api}/user HTTP/1.1`),
    oddText.map((target) => `GET ${target} HTTP/1.1`),
    oddText.map((version) => `GET ${api}/user ${version}`),
    fc.constantFrom(
      "GET",
      "GET /",
      "GET  / HTTP/1.1",
      "GET / HTTP/9.9",
      "get / HTTP/1.1",
      "CONNECT x:1 HTTP/1.1",
      "* * *",
    ),
  )
  .map((line) => bytes(head(line, host, right, close)));

/** A good request some of whose bytes are others. */
const spoiled = fc
  .tuple(
    fc.array(fc.tuple(fc.nat({ max: 400 }), anyByte), { minLength: 1, maxLength: 8 }),
    fc.option(fc.nat({ max: 300 })),
  )
  .map(([changes, length]) => {
    const request = bytes(
      head(`GET ${api}/authorizations HTTP/1.1`, host, right, "If-None-Match: *", "Accept: */*", close),
    );
    for (const [at, value] of changes) request[at % request.length] = value;
    return request.subarray(0, length ?? request.length);
  });

const headers = fc
  .array(
    fc.tuple(
      fc.oneof(
        oddText,
        fc.constantFrom(
          "Content-Length",
          "Transfer-Encoding",
          "If-Match",
          "Accept",
          "Range",
          "X-GitHub-OTP",
          "X-Forwarded-For",
          "Expect",
          "Upgrade",
        ),
      ),
      oddText,
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((pairs) =>
    bytes(
      head(
        `GET ${api}/authorizations HTTP/1.1`,
        host,
        right,
        ...pairs.map(([name, value]) => `${name}: ${value}`),
        close,
      ),
    ),
  );

const hosts = fc
  .tuple(
    fc.oneof(
      oddText,
      fc.domain(),
      fc.ipV4(),
      fc.ipV6(),
      fc.nat().map(String),
      fc.constantFrom("[::1", "[]", "xn--", "a@b", "a:b:c", "x:99999", "1.2.3.256"),
    ),
    fc.constantFrom("/", "/live", "/ready", "/docs", api, `${api}/user`, "/_grantbook/clock"),
  )
  .map(([name, path]) => bytes(head(`GET ${path} HTTP/1.1`, `Host: ${name}`, right, close)));

/** Credentials that are none. A wrong password of monalisa is counted, and then refused without being looked at. */
const credentials = fc
  .oneof(
    oddText,
    oddText.map((text) => `Basic ${text}`),
    oddText.map((text) => `token ${text}`),
    oddText.map((text) => `Bearer ${text}`),
    latin1.map((text) => `Basic ${Buffer.from(text.replaceAll(":", ""), "latin1").toString("base64")}`),
    latin1.map((text) => `Basic ${Buffer.from(`${monalisa.login}:${text}`, "latin1").toString("base64")}`),
    fc.constantFrom("Basic", "Basic =", "Basic Og==", "basic a b", `Basic ${basic("", "").slice(6)}`),
  )
  .map((value) =>
    bytes(
      head(`POST ${api}/authorizations HTTP/1.1`, host, `Authorization: ${value}`, "Content-Length: 12", close) +
        '{"note":"x"}',
    ),
  );

/** JSON that no operation takes: every one has a fault that does not depend on what else is in it. */
const badJson = fc.oneof(
  latin1.map((text) => bytes(`{"note":"x"${text.replaceAll("}", "")}`)),
  latin1.map((text) => bytes(`{"note":"\xff${text.replaceAll(/["\\]/g, "")}"}`)),
  fc
    .json({ maxDepth: 3 })
    .filter((json) => !json.startsWith("{"))
    .map((json) => Buffer.from(json)),
  fc
    .oneof(fc.integer(), fc.boolean(), fc.array(fc.string(), { minLength: 1 }), fc.constant({}))
    .map((note) => Buffer.from(JSON.stringify({ note }))),
  fc
    .oneof(fc.integer(), fc.boolean(), fc.constant({ a: 1 }), fc.array(fc.integer(), { minLength: 1 }))
    .map((scopes) => Buffer.from(JSON.stringify({ note: "x", scopes }))),
  fc
    .string({ unit: "binary", minLength: 1 })
    .map((scope) => Buffer.from(JSON.stringify({ note: "x", scopes: [`no such ${scope}`] }))),
  fc.constantFrom("\\u0000", "\\ud800", "\\udc00x").map((text) => Buffer.from(`{"note":"a${text}"}`)),
  fc.integer({ min: 256, max: 60_000 }).map((length) => Buffer.from(JSON.stringify({ note: "n".repeat(length) }))),
  fc
    .integer({ min: 100, max: 20_000 })
    .map((depth) => Buffer.from(`{"note":${"[".repeat(depth)}${"]".repeat(depth)}}`)),
  fc.integer({ min: 65_537, max: 70_000 }).map((length) => Buffer.alloc(length, "{")),
);
const bodies = fc
  .tuple(badJson, fc.constantFrom("POST", "PUT", "PATCH"), fc.integer({ min: -3, max: 3 }), fc.boolean())
  .map(([body, method, more, isShortened]) => {
    const path =
      method === "POST"
        ? `${api}/authorizations`
        : `${api}/authorizations/${method === "PUT" ? "clients/abcde12345fghij67890" : "1"}`;
    const length = Math.max(0, body.length + (isShortened ? more : 0));
    return Buffer.concat([
      bytes(head(`${method} ${path} HTTP/1.1`, host, right, `Content-Length: ${length}`, close)),
      body,
    ]);
  });

const segments = fc.oneof(
  visible.map(encodeURIComponent),
  latin1.map((text) => text.replaceAll(/[\s?#]/g, "")),
  fc.constantFrom(
    "..",
    ".",
    "%2e%2e",
    "%2f",
    "%00",
    "%ff",
    "%c0%af",
    "%",
    "%zz",
    "",
    "\\",
    ";",
    "0",
    "-1",
    "1e3",
    "9".repeat(400),
    "NaN",
    "__proto__",
  ),
);
const paths = fc
  .tuple(
    fc.constantFrom("", `${api}/`, `${api}/authorizations/`, `${api}/applications/grants/`, "/docs/", "/_grantbook/"),
    fc.array(segments, { minLength: 1, maxLength: 4 }),
  )
  .map(([start, parts]) => bytes(head(`GET ${start || "/"}${parts.join("/")} HTTP/1.1`, host, right, close)));

const queries = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom("page", "per_page", "client_id"), visible),
      fc.oneof(
        latin1.map((text) => text.replaceAll(/[\s#]/g, "")),
        segments,
        fc.integer().map(String),
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((pairs) =>
    bytes(
      head(`GET ${api}/authorizations?${pairs.map((pair) => pair.join("=")).join("&")} HTTP/1.1`, host, right, close),
    ),
  );

const kinds = { requestLines, spoiled, headers, hosts, credentials, bodies, paths, queries };

/** Bad inputs, the same ones for the same seed. @param {number} count @param {number} seed */
export function badInputs(count, seed) {
  return fc.sample(fc.oneof(...Object.values(kinds)), { numRuns: count, seed });
}
