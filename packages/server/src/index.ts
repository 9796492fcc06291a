export type { ApplicationType } from "./domain/model.js";
export { codeAt, decodeSeed } from "./domain/one-time-passwords.js";
export { defaultPasswordLimits, type PasswordLimits } from "./domain/passwords.js";
export { type Reason, Refusal } from "./domain/refusal.js";
export { keyFits } from "./domain/seal.js";
export { type ApplicationSeed, type Seed, type SeedResult, seed, type UserSeed } from "./domain/seed.js";
export type { Store } from "./domain/store.js";
export { basePath, createServer, type Server, type ServerOptions } from "./server.js";
