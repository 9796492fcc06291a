// One run of load on one server, in which every answer is looked at.
import autocannon from "autocannon";

/**
 * @typedef {import("./process.js").Running} Running
 * @typedef {object} Load
 * @property {string} path
 * @property {string} [method] GET unless it says otherwise
 * @property {Record<string, string>} [headers]
 * @property {string} [body] of every request
 * @property {() => string} [nextBody] the body of the next request, where each has another
 * @property {number} [status] of every answer; 200 unless it says otherwise
 * @property {(body: string) => boolean} [isRight] of every answer's body
 * @property {(body: string) => void} [seen] is shown every answer's body
 * @property {number} [connections] 32 unless it says otherwise
 * @property {() => Promise<void>} [before] makes what a run needs
 */

/**
 * Loads a server for some seconds. Gives the number of answers, that in a second, the processor time of the server for each in microseconds,
 * and its memory afterwards in bytes. Throws when an answer was not right.
 * @param {Running} server @param {Load} load @param {number} seconds
 */
export async function run(server, load, seconds) {
  const { path, method = "GET", headers = {}, body, nextBody, status = 200, isRight, seen, before } = load;
  const { connections = 32 } = load;
  await before?.();
  const atFirst = await server.usage();
  const result = await autocannon({
    url: server.url + path,
    method: /** @type {any} */ (method),
    headers,
    connections,
    ...(body === undefined ? {} : { body }),
    duration: seconds,
    ...(isRight ? { verifyBody: (text) => isRight(String(text)) } : {}),
    ...(nextBody && {
      setupClient(client) {
        client.setBody(nextBody());
        client.on("body", (body) => {
          seen?.(String(body));
          client.setBody(nextBody());
        });
      },
    }),
  });
  const after = await server.usage();
  const { errors, timeouts, mismatches, statusCodeStats = {}, requests } = result;
  if (errors || timeouts || mismatches || Object.keys(statusCodeStats).join() !== String(status)) {
    const counts = JSON.stringify({ errors, timeouts, mismatches, statuses: statusCodeStats });
    throw new Error(`${method} ${path} on ${server.url} was not answered rightly: ${counts}`);
  }
  return {
    answers: requests.total,
    throughput: requests.total / result.duration,
    cpu: (after.cpu - atFirst.cpu) / requests.total,
    memory: after.memory,
  };
}
