// One run of load on one server. Every response is verified.
import autocannon from "autocannon";

/**
 * @typedef {import("./process.js").Running} Running
 * @typedef {object} Load
 * @property {string} path
 * @property {string} [method] default: GET
 * @property {Record<string, string>} [headers]
 * @property {string} [body] of every request
 * @property {() => string} [nextBody] returns the body of the next request, where each has another
 * @property {() => Record<string, string>} [nextHeaders] returns the headers of the next request, where each has others
 * @property {number} [status] of every response; default: 200
 * @property {(body: string) => boolean} [verify] tells whether a response body is the expected one
 * @property {(body: string) => void} [onBody] is called with every response body
 * @property {number} [connections] default: 32
 * @property {() => Promise<void>} [before] prepares a run
 */

/**
 * Loads a server for some seconds. Returns the number of responses, the throughput in responses a second, the CPU time
 * of the server for each response in microseconds, and its memory afterwards in bytes.
 * @param {Running} server @param {Load} load @param {number} seconds
 * @throws {Error} when a response was not the expected one
 */
export async function run(server, load, seconds) {
  const {
    path,
    method = "GET",
    headers = {},
    body,
    nextBody,
    nextHeaders,
    status = 200,
    verify,
    onBody,
    before,
  } = load;
  const { connections = 32 } = load;
  /** @param {{ setBody(body: string): void, setHeaders(headers: Record<string, string>): void }} client */
  const prepare = (client) => {
    if (nextBody) client.setBody(nextBody());
    if (nextHeaders) client.setHeaders(nextHeaders());
  };
  await before?.();
  const usageBefore = await server.usage();
  const result = await autocannon({
    url: server.url + path,
    method: /** @type {any} */ (method),
    headers,
    connections,
    ...(body === undefined ? {} : { body }),
    duration: seconds,
    ...(verify ? { verifyBody: (text) => verify(String(text)) } : {}),
    ...((nextBody || nextHeaders) && {
      setupClient(client) {
        prepare(client);
        client.on("body", (body) => {
          onBody?.(String(body));
          prepare(client);
        });
      },
    }),
  });
  const usageAfter = await server.usage();
  const { errors, timeouts, mismatches, statusCodeStats = {}, requests } = result;
  if (errors || timeouts || mismatches || Object.keys(statusCodeStats).join() !== String(status)) {
    const counts = JSON.stringify({ errors, timeouts, mismatches, statuses: statusCodeStats });
    throw new Error(`${method} ${path} on ${server.url} had unexpected responses: ${counts}`);
  }
  return {
    responses: requests.total,
    throughput: requests.total / result.duration,
    cpu: (usageAfter.cpu - usageBefore.cpu) / requests.total,
    memory: usageAfter.memory,
  };
}
