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
export { hasKey, type KeyProvider as Key, keyFits, matchesKeyCheckValue } from "./auth/encryption.js";
export { type AttemptLimit, defaultLoginLimits, type LoginLimits } from "./auth/login-throttle.js";
export { defaultPasswordLimits, type PasswordLimits, type PasswordStats } from "./auth/passwords.js";
export { decodeOtpSecret, generateTotp } from "./auth/totp.js";
export type { ApplicationType } from "./domain/model.js";
export { type Reason, Refusal } from "./domain/refusal.js";
export { type ReplacedToken, replaceTokenInSlot, type TokenSlot } from "./domain/replaced-tokens.js";
export { type Store, StoreUnavailableError } from "./domain/store.js";
export type { AccessLogEntry, OnResponse, ReceivedRequest } from "./http/access-log.js";
export type { ApiResponse } from "./http/api-response.js";
export { basePath, matchRequest } from "./http/base-path.js";
export type { ClientInfo } from "./http/context.js";
export { gitHubTimeline, type SunsetOptions } from "./http/deprecation.js";
export { newRequestId } from "./http/request-id.js";
export { type OAuthExtension, oauthExtensions } from "./oauth/extensions.js";
export type { SeedDifference } from "./seeds/differences.js";
export type { ApplicationSeed, Seed, SeedResult, UserSeed } from "./seeds/format.js";
export { requireSeed, seed, seedDifferences } from "./seeds/seed.js";
export { SeedError } from "./seeds/seed-error.js";
export type { SeedTarget } from "./seeds/storage.js";
export { createServer, type Server, type ServerOptions } from "./server.js";
