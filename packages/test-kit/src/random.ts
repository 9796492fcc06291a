/** Seed of random choices: the same each time, unless the variable SEED says otherwise. */
export const seed = Number(process.env.SEED ?? 20_201_113);

/** Factor of the runs of random tests; more with RUNS=10. */
const factor = Number(process.env.RUNS ?? 1);

/** Number of runs of a random test: as many as `count`, times RUNS. */
export const runCount = (count: number): number => Math.ceil(count * factor);

/** Whole numbers below a limit, the same ones for the same seed. */
export function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
