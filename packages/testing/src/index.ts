export type { Clock } from "./clock.js";
export {
  type Grantbook,
  type GrantbookOptions,
  startGrantbook,
  type TestApplication,
  type TestUser,
} from "./start-grantbook.js";
