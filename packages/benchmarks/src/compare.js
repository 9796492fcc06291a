// Measures subjects in rounds, each once a round in random order: other work on the machine then affects all of them
// alike, and the ratios within one round are more reliable than any absolute figure.
import { run } from "./load.js";
import { shuffle, summarize } from "./summarize.js";

/**
 * @typedef {object} Effort how much is measured
 * @property {number} rounds of all subjects
 * @property {number} seconds of load for each subject in a round
 * @property {number} turns of all clients
 * @property {number} calls of each client in a turn
 * @property {readonly number[]} sizes of the databases, in authorizations
 * @property {number} starts of the executable
 *
 * @typedef {import("./process.js").Running} Running
 * @typedef {import("./load.js").Load} Load
 * @typedef {import("./summarize.js").Summary} Summary
 *
 * @typedef {object} Subject
 * @property {string} name
 * @property {Running} server
 * @property {Load} load
 * @property {string} [baseline] name of the subject to compare with; default: the first subject
 *
 * @typedef {object} Figures
 * @property {string} name
 * @property {string} baseline
 * @property {number} responses in all rounds
 * @property {Summary} throughput in requests a second
 * @property {Summary} ratio to the baseline's throughput of the same round
 * @property {Summary} cpu microseconds of the server for each request
 * @property {number} memory of the server in bytes, after the last round
 */

/** Seconds of load after which V8 has compiled the code of a server. */
const warmUp = 2;

/**
 * Measures the subjects.
 * @param {readonly Subject[]} subjects
 * @param {Pick<Effort, "rounds" | "seconds">} effort
 * @returns {Promise<Figures[]>} in the order of the subjects
 */
export async function compare(subjects, { rounds, seconds }) {
  const [first] = subjects;
  if (!first) return [];
  for (const { server, load } of subjects) await run(server, load, warmUp);
  /** @type {Map<string, Awaited<ReturnType<typeof run>>>[]} */
  const results = [];
  for (let index = 0; index < rounds; index += 1) {
    const round = new Map();
    for (const { name, server, load } of shuffle(subjects)) round.set(name, await run(server, load, seconds));
    results.push(round);
  }
  return subjects.map(({ name, baseline = first.name }) => {
    const own = results.map((round) => resultOf(round, name));
    const ratios = results.map((round) => resultOf(round, name).throughput / resultOf(round, baseline).throughput);
    return {
      name,
      baseline,
      responses: own.reduce((sum, { responses }) => sum + responses, 0),
      throughput: summarize(own.map(({ throughput }) => throughput)),
      ratio: summarize(ratios),
      cpu: summarize(own.map(({ cpu }) => cpu)),
      memory: own.at(-1)?.memory ?? 0,
    };
  });
}

/** @template T @param {Map<string, T>} round @param {string} name @returns {T} */
function resultOf(round, name) {
  const found = round.get(name);
  if (!found) throw new Error(`There is no subject ${name} to compare with.`);
  return found;
}
