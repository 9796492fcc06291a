import { decodeOtpSecret, encodeOtpSecret } from "../../auth/totp.js";
import type { ApiResponse } from "../../http/api-response.js";
import type { Session } from "../../oauth/model.js";
import { disableTwoFactor, enableTwoFactor, generateOtpSecret, otpUri } from "../../oauth/two-factor.js";
import { forSudo } from "../sudo.js";
import { forUser, type WebRequest } from "../web-request.js";
import { QrCode } from "./qr-code.js";
import { recoveryCodesPath } from "./recovery-codes-page.js";
import { Actions, Confirmation, forSensitiveForm, settingsPage } from "./settings-page.js";
import { keepSecrets } from "./shown-secret.js";

const menuPath = "/settings/security";
const setupPath = "/settings/two_factor_authentication/setup";
const disablePath = "/settings/two_factor_authentication/disable";

/** `/settings/security`: whether two-factor authentication is on, and what can be done about it. */
export const showTwoFactorSettings = forUser(async (request, session) => {
  const { store } = request.services;
  const isOn = (await store.userRecord(session.user.login))?.twoFactor ?? false;
  const left = await store.countRecoveryCodes(session.user.id);
  const content = isOn ? (
    <>
      <p class="success">Two-factor authentication is on. A sign-in needs a code of your authenticator app.</p>
      <p>
        You have {left} recovery {left === 1 ? "code" : "codes"} left.
      </p>
      <div class="actions">
        <a class="button" href={request.path(recoveryCodesPath)}>
          Recovery codes
        </a>
        <a class="button" href={request.path(setupPath)}>
          Use another authenticator app
        </a>
      </div>
      <Confirmation
        request={request}
        action={disablePath}
        summary="Turn off…"
        text="Your password alone will be enough to sign in. Your recovery codes end."
        button="Turn off two-factor authentication"
      />
    </>
  ) : (
    <>
      <p class="notice">Two-factor authentication is off. Your password alone is enough to sign in.</p>
      <p>
        <a class="button primary" href={request.path(setupPath)}>
          Set up an authenticator app
        </a>
      </p>
    </>
  );
  return settingsPage(request, session, { title: "Two-factor authentication", menuPath, content });
});

/** Shows a new secret of one-time codes. It is stored when a code proves that the authenticator has it. */
export const showTwoFactorSetup = forSudo(async (request, session) =>
  setupPage(request, session, encodeOtpSecret(generateOtpSecret())),
);

/** Switches two-factor authentication on, and goes to the recovery codes. The form's token is bound to the secret. */
export const confirmTwoFactor = forSudo(
  async (request, session) => {
    const { form, services } = request;
    const secret = form.get("secret") ?? "";
    request.requireToken(setupPath, secret);
    const code = (form.get("otp") ?? "").replaceAll(/\s/g, "");
    const codes = await enableTwoFactor(services, session.user, secret, code);
    if (!codes) return setupPage(request, session, secret, "That code is not valid. Try the next one.");
    if (codes.length === 0) return request.redirect(request.path(menuPath));
    await keepSecrets(request, session, recoveryCodesPath, codes);
    return request.redirect(request.path(recoveryCodesPath));
  },
  () => setupPath,
);

/** Switches two-factor authentication off. */
export const disableTwoFactorAuthentication = forSensitiveForm(
  () => menuPath,
  async (request, { user }) => {
    await disableTwoFactor(request.services, user);
    return request.redirect(request.path(menuPath));
  },
);

function setupPage(request: WebRequest, session: Session, secret: string, problem?: string): ApiResponse {
  if (!decodeOtpSecret(secret)) throw new Error("A secret of one-time codes is not base 32.");
  const content = (
    <>
      <ol>
        <li>
          <p>Scan this code with an authenticator app.</p>
          <QrCode text={otpUri(session.user, secret)} />
          <p>
            Or type this key: <code id="otp-secret">{secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
          </p>
        </li>
        <li>
          <p>Then enter the code that the app shows.</p>
          <form method="post" action={request.path(setupPath)} class="panel">
            {request.token(setupPath, secret)}
            <input type="hidden" name="secret" value={secret} />
            <label for="otp">Authentication code</label>
            <input
              type="text"
              class="code"
              id="otp"
              name="otp"
              inputmode="numeric"
              autocomplete="one-time-code"
              spellcheck={false}
              required
            />
            <Actions submit="Turn on" cancel={request.path(menuPath)} />
          </form>
        </li>
      </ol>
    </>
  );
  const title = "Set up an authenticator app";
  return settingsPage(request, session, { title, menuPath, content, problem });
}
