// Row 18: generated requests that are wrong somewhere.
import { badInputs } from "../bad-inputs.js";
import { octocat } from "../row.js";
import { basic, closed, open, Wire } from "../sockets.js";

const senders = 8;
/** Milliseconds in which an input is answered or its connection closed. */
const answerMs = 30_000;

/** @type {import("../row.js").Row} */
export const badInputsRow = {
  number: 18,
  usesStore: true,
  name: "generated bad inputs",
  async run(scene, finding) {
    const inputs = badInputs(scene.inputs, scene.seed);
    const before = await stored(scene);
    const server = await scene.start();
    /** @type {Map<number, number>} */
    const statuses = new Map();
    /** @type {string[]} */
    const wrong = [];
    let next = 0;
    const send = async () => {
      for (let input = inputs[next]; input; input = inputs[next]) {
        next += 1;
        const found = await answersTo(server.port, input);
        for (const status of found) statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (found.some((status) => status >= 500)) wrong.push(`${found.join(" ")} for ${shown(input)}`);
        if (next % 500 === 0) await requireGood(server.port, finding);
      }
    };
    await Promise.all(Array.from({ length: senders }, send));
    await requireGood(server.port, finding);
    finding.require(wrong.length === 0, `${wrong.length} were answered wrongly: ${wrong.slice(0, 3).join("; ")}`);
    finding.require(
      server.failures.length === 0,
      `${server.failures.length} lines of failures in the log: ${server.failures[0]?.slice(0, 200)}`,
    );
    const ended = await server.stop(20_000);
    finding.require(ended.code === 0, `the server ended with ${ended.code}`);
    const after = await stored(scene);
    finding.require(after === before, `what is stored has changed: ${difference(before, after)}`);
    const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status || "none"}: ${count}`);
    finding.note(`${inputs.length} inputs, seed ${scene.seed}; answers ${counts.join(", ")}`);
  },
};

/** The statuses that an input is answered with; 0 when the connection is closed without, 599 when nothing happens. */
async function answersTo(/** @type {number} */ port, /** @type {Buffer} */ input) {
  const socket = await open(port);
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
  });
  socket.end(input);
  const isClosed = await closed(socket, answerMs);
  socket.destroy();
  const found = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
  if (!isClosed) return [...found, 599];
  return found.length === 0 ? [0] : found;
}

/** @param {number} port @param {import("../row.js").Finding} finding */
async function requireGood(port, finding) {
  const wire = await Wire.open(port);
  const answer = await wire.ask("GET", "/api/v3/authorizations", {
    Authorization: basic(octocat.login, octocat.password),
  });
  wire.close();
  finding.require(answer?.status === 200, `a good request was answered ${answer?.status ?? "not at all"}`);
}

/**
 * All rows but those of failed logins, of the check for writing and of the demo's samples, after a server has stored
 * three authorizations and its reference was read: every process stores the tokens of the samples anew, when it is
 * first asked for them. That updates a grant, whose time of the last update is left out.
 * @param {import("../row.js").Scene} scene
 */
async function stored(scene) {
  const server = await scene.start();
  const wire = await Wire.open(server.port);
  const headers = { Authorization: basic(octocat.login, octocat.password) };
  for (const note of ["first", "second", "third"]) {
    await wire.ask("POST", "/api/v3/authorizations", headers, JSON.stringify({ note, scopes: ["repo"] }));
  }
  await wire.ask("GET", "/docs/", headers);
  wire.close();
  await server.stop(20_000);
  const lines = (await scene.storage.dump()).split("\n");
  return lines
    .filter((line) => !/^(failed_logins|sqlite_)|write-check|docs: /.test(line))
    .map((line) => (line.startsWith("grants:") ? line.replace(/,\d+\)$|"updated_at":\d+/, "") : line))
    .join("\n");
}

/** @param {string} before @param {string} after */
function difference(before, after) {
  const [lost, added] = [before, after].map((text) => new Set(text.split("\n")));
  const gone = [...(lost ?? [])].filter((line) => !added?.has(line));
  const there = [...(added ?? [])].filter((line) => !lost?.has(line));
  return [...gone.map((line) => `- ${line}`), ...there.map((line) => `+ ${line}`)].slice(0, 4).join(" ").slice(0, 400);
}

/** @param {Buffer} input */
function shown(input) {
  return JSON.stringify(input.subarray(0, 200).toString("latin1"));
}
