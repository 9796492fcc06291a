export type { Fault, Faults } from "@grantbook/server/development";
export type { Clock } from "./clock.js";
export type { TestApplication, TestUser } from "./seeded.js";
export type { SignedIn, SignInOptions, SignIns } from "./sign-in.js";
export { type Grantbook, type GrantbookOptions, startGrantbook } from "./start-grantbook.js";
export type { RecordedRequest } from "./with-faults.js";
