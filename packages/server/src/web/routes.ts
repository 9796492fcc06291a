import type { SiteRoute } from "../http/flow-routes.js";
import type { Services } from "../http/services.js";
import { authorize, showAuthorize } from "./authorize.js";
import {
  authorizeDevice,
  confirmDevice,
  showDevice,
  showDeviceConsent,
  showDeviceFailure,
  showDeviceSuccess,
} from "./device.js";
import { showHome } from "./home.js";
import type { PageRoute } from "./page-route.js";
import { htmlRenderer } from "./renderer.js";
import { settingsPages } from "./settings/routes.js";
import { showSignIn, showSignOut, signIn, signOut } from "./sign-in.js";
import { confirmSudo, showSudo } from "./sudo.js";
import { showTwoFactor, verifyTwoFactor } from "./two-factor.js";
import { pageStep } from "./web-request.js";

/** Every page. */
export const pages: readonly PageRoute[] = [
  ["GET", "/", showHome],
  ["GET", "/login", showSignIn],
  ["POST", "/session", signIn],
  ["GET", "/logout", showSignOut],
  ["POST", "/logout", signOut],
  ["GET", "/sessions/two-factor/app", showTwoFactor("one-time")],
  ["POST", "/sessions/two-factor/app", verifyTwoFactor("one-time")],
  ["GET", "/sessions/two-factor/recovery", showTwoFactor("recovery")],
  ["POST", "/sessions/two-factor/recovery", verifyTwoFactor("recovery")],
  ["GET", "/sessions/sudo", showSudo],
  ["POST", "/sessions/sudo", confirmSudo],
  ["GET", "/login/oauth/authorize", showAuthorize],
  ["POST", "/login/oauth/authorize", authorize],
  ["GET", "/login/device", showDevice],
  ["POST", "/login/device/confirmation", confirmDevice],
  ["GET", "/login/device/confirmation", showDeviceConsent],
  ["POST", "/login/device/authorize", authorizeDevice],
  ["GET", "/login/device/success", showDeviceSuccess],
  ["GET", "/login/device/failure", showDeviceFailure],
  ...settingsPages,
];

/** Routes of all pages. */
export function pageRoutes(services: Services): readonly SiteRoute[] {
  const render = htmlRenderer(services.baseUrls.site);
  return pages.map(([method, path, handler]) => ({
    method,
    path,
    operationId: undefined,
    route: path,
    documentationUrl: services.documentationUrl(),
    steps: [pageStep(handler)],
    findProblem: () => undefined,
    render,
  }));
}
