// Faults that no test noticed once, each with the test that notices it now. `node scripts/survivors.js` plants them.
import { data } from "./data-faults.js";
import { limits, operating } from "./limit-faults.js";
import { pages, reports } from "./page-faults.js";
import { description, security } from "./security-faults.js";

/** All faults. @type {import("./fault.js").Fault[]} */
export const faults = [...security, ...description, ...limits, ...data, ...operating, ...pages, ...reports];
