import type { PageRoute } from "../page-route.js";
import { forUser } from "../web-request.js";
import {
  revokeAllApplications,
  revokeApplicationAccess,
  showApplicationAccess,
  showAuthorizedApplications,
} from "./authorized-applications.js";
import { createToken, regenerateToken, showNewToken, showRegenerateToken } from "./new-token.js";
import {
  addClientSecret,
  deleteApplication,
  deleteClientSecret,
  revokeUserTokens,
  showOwnApplication,
  updateApplication,
} from "./own-application.js";
import { registerApplication, showNewApplication, showOwnApplications } from "./own-applications.js";
import { deletePersonalToken, showPersonalToken, showPersonalTokens } from "./personal-tokens.js";
import { generateNewRecoveryCodes, recoveryCodesPath, showRecoveryCodes } from "./recovery-codes-page.js";
import { endOtherSessions, endSession, showSessions } from "./sessions.js";
import {
  confirmTwoFactor,
  disableTwoFactorAuthentication,
  showTwoFactorSettings,
  showTwoFactorSetup,
} from "./two-factor-settings.js";

const toFirstPage = forUser(async (request) => request.redirect(request.path("/settings/applications")));

/** Every page of the settings. Paths without parameters come before those that have one in the same place. */
export const settingsPages: readonly PageRoute[] = [
  ["GET", "/settings", toFirstPage],
  ["GET", "/settings/applications", showAuthorizedApplications],
  ["POST", "/settings/applications/revoke-all", revokeAllApplications],
  ["GET", "/settings/connections/applications/:client_id", showApplicationAccess],
  ["POST", "/settings/connections/applications/:client_id/revoke", revokeApplicationAccess],
  ["GET", "/settings/tokens", showPersonalTokens],
  ["POST", "/settings/tokens", createToken],
  ["GET", "/settings/tokens/new", showNewToken],
  ["GET", "/settings/tokens/:id", showPersonalToken],
  ["POST", "/settings/tokens/:id/delete", deletePersonalToken],
  ["GET", "/settings/tokens/:id/regenerate", showRegenerateToken],
  ["POST", "/settings/tokens/:id/regenerate", regenerateToken],
  ["GET", "/settings/developers", showOwnApplications],
  ["GET", "/settings/applications/new", showNewApplication],
  ["POST", "/settings/applications", registerApplication],
  ["GET", "/settings/applications/:id", showOwnApplication],
  ["POST", "/settings/applications/:id", updateApplication],
  ["POST", "/settings/applications/:id/secrets", addClientSecret],
  ["POST", "/settings/applications/:id/secrets/:secret_id/delete", deleteClientSecret],
  ["POST", "/settings/applications/:id/revoke-user-tokens", revokeUserTokens],
  ["POST", "/settings/applications/:id/delete", deleteApplication],
  ["GET", "/settings/security", showTwoFactorSettings],
  ["GET", "/settings/two_factor_authentication/setup", showTwoFactorSetup],
  ["POST", "/settings/two_factor_authentication/setup", confirmTwoFactor],
  ["POST", "/settings/two_factor_authentication/disable", disableTwoFactorAuthentication],
  ["GET", recoveryCodesPath, showRecoveryCodes],
  ["POST", recoveryCodesPath, generateNewRecoveryCodes],
  ["GET", "/settings/sessions", showSessions],
  ["POST", "/settings/sessions/revoke-others", endOtherSessions],
  ["POST", "/settings/sessions/:id/revoke", endSession],
];
