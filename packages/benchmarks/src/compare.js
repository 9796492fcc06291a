// Runs contestants in turns: what else happens on the machine meets all of them alike, and the ratios of one turn are
// worth more than any figure alone.
import { run } from "./load.js";

/**
 * @typedef {{ rounds: number, seconds: number, turns: number, calls: number, sizes: readonly number[], starts: number }} Effort
 * @typedef {import("./process.js").Running} Running
 * @typedef {import("./load.js").Load} Load
 * @typedef {{ name: string, server: Running, load: Load, baseline?: string }} Contestant
 *   `baseline` names whom it is compared with; the first of all unless it says otherwise
 * @typedef {{ median: number, least: number, most: number }} Spread
 * @typedef {{ name: string, baseline: string, answers: number, throughput: Spread, ratio: Spread, cpu: Spread, memory: number }} Figures
 */

/** Seconds until the code of a server is compiled. */
const warmUp = 2;

/**
 * @param {readonly Contestant[]} contestants
 * @param {Pick<Effort, "rounds" | "seconds">} effort
 * @returns {Promise<Figures[]>}
 */
export async function compare(contestants, { rounds, seconds }) {
  const [first] = contestants;
  if (!first) return [];
  for (const { server, load } of contestants) await run(server, load, warmUp);
  /** @type {Map<string, Awaited<ReturnType<typeof run>>>[]} */
  const results = [];
  for (let round = 0; round < rounds; round += 1) {
    const turn = new Map();
    for (const { name, server, load } of shuffled(contestants)) turn.set(name, await run(server, load, seconds));
    results.push(turn);
  }
  return contestants.map(({ name, baseline = first.name }) => {
    const own = results.map((turn) => of(turn, name));
    const ratios = results.map((turn) => of(turn, name).throughput / of(turn, baseline).throughput);
    return {
      name,
      baseline,
      answers: own.reduce((sum, { answers }) => sum + answers, 0),
      throughput: spread(own.map(({ throughput }) => throughput)),
      ratio: spread(ratios),
      cpu: spread(own.map(({ cpu }) => cpu)),
      memory: own.at(-1)?.memory ?? 0,
    };
  });
}

/** @template T @param {Map<string, T>} turn @param {string} name @returns {T} */
function of(turn, name) {
  const found = turn.get(name);
  if (!found) throw new Error(`There is nobody called ${name} to compare with.`);
  return found;
}

/** In any order: who comes after whom would matter. @template T @param {readonly T[]} items */
export function shuffled(items) {
  const drawn = items.map((item) => ({ item, lot: Math.random() }));
  return drawn.sort((left, right) => left.lot - right.lot).map(({ item }) => item);
}

/** @param {readonly number[]} values @returns {Spread} */
export function spread(values) {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return { median, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}
