// Row 12: the administration socket with what no command sends.
import { request } from "node:http";
import { join } from "node:path";

const secret = "hunter2-hunter2";

/** Bodies, and what they are sent to. */
const inputs = [
  ["suspendUser", '{"login":"octocat\\u0000"}'],
  ["suspendUser", '{"login":"octocat\\ud800"}'],
  ["suspendUser", '{"login":1}'],
  ["suspendUser", '{"login":null}'],
  ["suspendUser", "{}"],
  ["suspendUser", "null"],
  ["suspendUser", "[]"],
  ["suspendUser", '"octocat"'],
  ["revokeToken", '{"login":"octocat","id":"1"}'],
  ["revokeToken", '{"login":"octocat","id":1.5}'],
  ["revokeToken", '{"token":null}'],
  ["listUsers", '{"after":"0"}'],
  ["listUsers", '{"after":1e400}'],
  ["listTokens", '{"login":"octocat","page":"1"}'],
  ["listTokens", '{"login":"octocat","page":-1}'],
  ["setPassword", `{"login":"octocat","password":"${secret}`],
  ["setPassword", `${secret}`],
  ["setPassword", `{"login":"octocat","password":["${secret}"]}`],
  ["setPassword", `{"login":"octocat","password":"${secret}\\ud800"}`],
  ["addUser", `{"login":"octo\\u0000cat","password":"${secret}"}`],
  ["addUser", "null"],
  ["addApplication", '{"name":"x\\u0000","url":"https://x.example"}'],
  ["rotateSecret", '{"client_id":{}}'],
  ["constructor", "{}"],
  ["__proto__", "{}"],
  ["%00", "{}"],
];

/** @type {import("../row.js").Row} */
export const administration = {
  number: 12,
  usesStore: true,
  name: "the administration socket",
  async run(scene, finding) {
    const socketPath = join(scene.folder, "admin.sock");
    const server = await scene.start(["--admin-socket", socketPath, "--log-level", "debug"]);
    /** @type {string[]} */
    const wrong = [];
    for (const [command, body] of inputs) {
      const status = await send(socketPath, `/${command}`, body ?? "");
      if (status < 400 || status >= 500) wrong.push(`${command} ${status}`);
    }
    finding.require(wrong.length === 0, `answered other than 4xx: ${wrong.join(", ")}`);
    finding.require(
      server.failures.length === 0,
      `${server.failures.length} lines of failures in the log: ${server.failures[0]?.slice(0, 200)}`,
    );
    // Ten characters of it are enough to know a password.
    finding.require(!server.log.includes(secret.slice(0, 6)), "a part of a password is in the log");
    finding.note(
      `${inputs.length} bad commands: ${wrong.length} not refused, ${server.failures.length} lines of failures`,
    );
  },
};

/** @param {string} socketPath @param {string} path @param {string} body @returns {Promise<number>} */
function send(socketPath, path, body) {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath, path, method: "POST" }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}
