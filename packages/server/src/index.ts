export {
  type Administration,
  AdministrationError,
  type AdministrationTarget,
  type ApplicationEntry,
  command as administrationCommand,
  createAdministration,
  noParameters,
  type TokenEntry,
  type UserEntry,
} from "./administration/index.js";
export { type AttemptLimit, defaultLoginLimits, type LoginLimits } from "./auth/login-throttle.js";
export type { ApplicationType } from "./domain/model.js";
export { codeAt, decodeSeed } from "./domain/one-time-passwords.js";
export { defaultPasswordLimits, type PasswordFigures, type PasswordLimits } from "./domain/passwords.js";
export { type Reason, Refusal } from "./domain/refusal.js";
export { hasKey, type Key, keyFits } from "./domain/seal.js";
export type { ApplicationSeed, Seed, SeedResult, SeedTarget, UserSeed } from "./domain/seed.js";
export { type Store, StoreUnavailableError } from "./domain/store.js";
export type { Connection } from "./http/operation.js";
export type { Answer } from "./http/refusals.js";
export { type Rehearsal, vendorTimeline } from "./http/removal.js";
export type { OnAnswer, RequestReport } from "./http/report.js";
export { requireSeed, SeedError, seed } from "./seed.js";
export { basePath, createServer, type Server, type ServerOptions } from "./server.js";
