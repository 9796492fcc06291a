import { BaseSequencer } from "vitest/node";

/** Maximum number of test files that judge one fault. */
const maxFiles = 12;

/**
 * Sequencer that runs the tests nearest to a fault first, and of those the quickest: most faults are then noticed by
 * the first file. At most `maxFiles` run for a fault: one that only a more distant test notices counts as a survivor.
 */
export class NearestFirst extends BaseSequencer {
  /** @override @param {import("vitest/node").TestSpecification[]} files */
  async sort(files) {
    const [file = "", ...others] = this.ctx.config.related ?? [];
    const { mode } = /** @type {{ mode?: string }} */ (this.ctx.getRootProject().getProvidedContext());
    if (mode !== "mutant" || others.length > 0) return files;
    /** @param {import("vitest/node").TestSpecification} specification */
    const rankOf = ({ moduleId, project }) => {
      const path = moduleId.slice(project.config.root.length);
      const { duration = 0 } = this.ctx.cache.getFileTestResults(`${project.name}:${path}`) ?? {};
      return [distance(file, moduleId), duration];
    };
    const ranked = files.map((test) => ({ test, rank: rankOf(test) }));
    ranked.sort((a, b) => (a.rank[0] ?? 0) - (b.rank[0] ?? 0) || (a.rank[1] ?? 0) - (b.rank[1] ?? 0));
    return ranked.slice(0, maxFiles).map(({ test }) => test);
  }
}

/**
 * Number of steps between the folders of a source and a test; below 0 for the test that has the name of the source, and
 * 0 for a contract test.
 * @param {string} source @param {string} test
 */
export function distance(source, test) {
  if (test.startsWith(source.replace(/\.\w+$/, "."))) return -1;
  if (test.includes("/packages/contract-tests/")) return 0;
  const [from, to] = [source, test].map((file) => file.split("/").slice(0, -1));
  if (!from || !to) return 0;
  const shared = from.findIndex((part, index) => part !== to[index]);
  const common = shared === -1 ? from.length : shared;
  return from.length + to.length - 2 * common;
}
