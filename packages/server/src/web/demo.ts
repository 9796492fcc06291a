import type { UserSeed } from "../seeds/format.js";

/** Users whom the sign-in page introduces, with passwords that are no secret. For demonstrations only. */
export type DemoUsers = readonly Pick<UserSeed, "login" | "password" | "otp_secret">[];
