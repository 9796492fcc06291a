import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Parts of the paths of slow tests, the slowest first. Where one begins last, the other processors wait for it. */
const slow = [
  "/scripts/attack/",
  "/apps/reference-server/src/stress/",
  "/scripts/packages/packages.test.js",
  "/scripts/review/",
  // Not next to the other one that installs packages: it would wait for it.
  "/scripts/packages/",
  "/apps/docs/src/browser/",
  "/apps/reference-server/src/",
  "/packages/contract-tests/src/",
];

/** Sequencer that begins with slow files, also on a first run, when vitest knows nothing but their sizes. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a.moduleId) - rankOf(b.moduleId));
  }
}

/** Returns the place of a file in the order; equal for those that are not slow. */
export function rankOf(file: string): number {
  const index = slow.findIndex((part) => file.includes(part));
  return index === -1 ? slow.length : index;
}
