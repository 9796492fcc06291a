import { renewRecoveryCodes } from "../../oauth/two-factor.js";
import { forSudo } from "../sudo.js";
import { Confirmation, forSensitiveForm, settingsPage } from "./settings-page.js";
import { keepSecrets, takeSecrets } from "./shown-secret.js";

/** Path of the page, below the public address. */
export const recoveryCodesPath = "/settings/auth/recovery-codes";

/** `/settings/auth/recovery-codes`: new recovery codes, once; or how many are left. */
export const showRecoveryCodes = forSudo(async (request, session) => {
  const codes = await takeSecrets(request, session);
  const left = await request.services.store.countRecoveryCodes(session.user.id);
  const content = (
    <>
      <p>A recovery code takes the place of a code of your authenticator app, once.</p>
      {codes.length > 0 ? (
        <div class="success" role="status">
          <p>Save these codes now, apart from your password. You will not see them again.</p>
          <ul class="codes" id="recovery-codes">
            {codes.map((code) => (
              <li>
                <code>{`${code}\n`}</code>
              </li>
            ))}
          </ul>
          <p>
            <button type="button" data-copy="recovery-codes" hidden aria-live="polite">
              Copy
            </button>
          </p>
        </div>
      ) : (
        <p class="panel">
          You have {left} recovery {left === 1 ? "code" : "codes"} left. They were shown when they were made.
        </p>
      )}
      <Confirmation
        request={request}
        action={recoveryCodesPath}
        summary="Generate new codes…"
        text="The codes that you have now stop working."
        button="Generate new recovery codes"
      />
    </>
  );
  const hasSecret = codes.length > 0;
  return settingsPage(request, session, {
    title: "Recovery codes",
    menuPath: "/settings/security",
    content,
    hasSecret,
  });
});

/** Replaces the recovery codes. */
export const generateNewRecoveryCodes = forSensitiveForm(
  () => recoveryCodesPath,
  async (request, session) => {
    const codes = await renewRecoveryCodes(request.services, session.user);
    await keepSecrets(request, session, recoveryCodesPath, codes);
    return request.redirect(request.path(recoveryCodesPath));
  },
);
