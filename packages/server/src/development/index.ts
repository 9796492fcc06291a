/** Faults that servers for development and tests inject. */
export { type Fault, FaultError, Faults, type InjectedFault } from "./faults.js";
export { type FaultyRequest, respondWithFaults } from "./respond-with-faults.js";
