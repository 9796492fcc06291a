import type { ServerOptions } from "@grantbook/server";
import type { ServerSettings } from "../options/serve-options.js";

/** Converts settings to the options of the server that limit callers, rehearse the removal, and extend flows. */
export function toServerOptions(settings: ServerSettings): Partial<ServerOptions> {
  const { sunset, brownout: brownouts, removal, "rate-limit": rateLimit, "tokens-per-hour": tokensPerHour } = settings;
  const windowMs = settings["failed-minutes"] * 60_000;
  return {
    sunset: { state: sunset, brownouts, ...(removal ? { removal } : {}) },
    loginLimits: {
      passwords: { maxFailures: settings["failed-passwords"], windowMs },
      codes: { maxFailures: settings["failed-codes"], windowMs },
      codesInAll: { maxFailures: settings["failed-codes-a-day"], windowMs: 24 * 60 * 60_000 },
    },
    passwordLimits: {
      maxRunning: settings["password-verifications"],
      maxWaiting: settings["password-queue"],
      cacheTtlMs: settings["password-memory"] * 1000,
    },
    oauthExtensions: settings["oauth-extension"],
    ...(settings["allow-otp-reuse"] ? { allowOtpReuse: true } : {}),
    ...(rateLimit === undefined ? {} : { rateLimit }),
    ...(tokensPerHour === undefined ? {} : { tokensPerHour }),
  };
}
