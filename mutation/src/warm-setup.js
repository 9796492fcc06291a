import { inject } from "vitest";

// A warm thread still has what Stryker noted in the file before: that fault would be planted while modules load.
const stryker = Reflect.get(globalThis, inject(/** @type {never} */ ("globalNamespace"))) ?? {};
stryker.activeMutant = undefined;
stryker.mutantCoverage = undefined;
