import { describe } from "vitest";
import { type Engine, engines } from "./engines.js";

/** Describes tests on each engine, or on those given. Those of an engine that is missing are skipped. */
export function describeEngines(define: (engine: Engine) => void, all: readonly Engine[] = engines): void {
  for (const engine of all) describe.skipIf(engine.missing)(engine.name, () => define(engine));
}
