export type { Clock } from "./clock.js";
export { type Grantbook, type GrantbookOptions, startGrantbook } from "./start-grantbook.js";
