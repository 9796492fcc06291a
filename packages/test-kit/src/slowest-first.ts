import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Parts of the paths of slow tests, the slowest first. Where one begins last, the other processors wait for it. */
const slow = [
  "/scripts/attack/",
  "/scripts/review/generated/",
  "/scripts/packages/",
  "/apps/docs/src/browser.test.ts",
  "/apps/reference-server/src/",
  "/scripts/review/",
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
