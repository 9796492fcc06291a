import type { ServerOptions } from "@grantbook/server";
import type { ServerSettings } from "../options/serve-options.js";

/** Converts settings to the options of the server that limit callers and rehearse the removal of operations. */
export function toServerOptions(
  settings: ServerSettings,
): Pick<ServerOptions, "sunset" | "rateLimit" | "loginLimits" | "passwordLimits"> {
  const { sunset, brownout: brownouts, removal, "rate-limit": rateLimit } = settings;
  const within = settings["failed-minutes"] * 60_000;
  return {
    sunset: { state: sunset, brownouts, ...(removal ? { removal } : {}) },
    loginLimits: {
      passwords: { failures: settings["failed-passwords"], within },
      codes: { failures: settings["failed-codes"], within },
      codesInAll: { failures: settings["failed-codes-a-day"], within: 24 * 60 * 60_000 },
    },
    passwordLimits: {
      running: settings["password-verifications"],
      waiting: settings["password-queue"],
      remembered: settings["password-memory"] * 1000,
    },
    ...(rateLimit === undefined ? {} : { rateLimit }),
  };
}
