import { signInWithPassword } from "../auth/two-step-sign-in.js";
import type { Session } from "../oauth/model.js";
import { isInSudoMode } from "../oauth/sessions.js";
import { HtmlPage } from "./html-page.js";
import { localPath } from "./links.js";
import { Problem } from "./problem.js";
import { isWrongLogin } from "./sign-in.js";
import { forUser, type PageHandler, type UserHandler, type WebRequest } from "./web-request.js";

const path = "/sessions/sudo";

/**
 * Handler of a sensitive action: a user whose password is too long ago gives it again, and comes back. After a form the
 * user comes back to `from`, the page with the form.
 */
export function forSudo(handler: UserHandler, from: (request: WebRequest) => string = () => "/"): PageHandler {
  return forUser(async (request, session) => {
    if (isInSudoMode(session, request.services.now())) return handler(request, session);
    return request.redirect(request.pathTo(path, request.comeBackTo(from)));
  }, from);
}

/** Page that asks for the password again. */
export const showSudo = forUser(async (request, session) => {
  const returnTo = localPath(request.query.get("return_to"), request.path("/"));
  if (isInSudoMode(session, request.services.now())) return request.redirect(returnTo);
  return request.page(sudoPage(request, session, returnTo));
});

/** Verifies the password, counted by the same throttle as a sign-in. The session gets a new id. */
export const confirmSudo = forUser(async (request, session) => {
  request.requireToken(path);
  const { services, form, context } = request;
  const returnTo = localPath(form.get("return_to"), request.path("/"));
  try {
    const { login } = session.user;
    const password = form.get("sudo_password") ?? "";
    await signInWithPassword(services, { login, password, address: context.address });
  } catch (error) {
    if (!isWrongLogin(error)) throw error;
    context.reason = error.reason.code;
    return request.page(sudoPage(request, session, returnTo, "Incorrect password."), 422);
  }
  return request.redirect(returnTo, await request.startSession(session.user, { signedIn: true }));
});

function sudoPage(request: WebRequest, { user }: Session, returnTo: string, problem?: string): HtmlPage {
  const content = (
    <>
      <Problem text={problem} />
      <form class="panel" method="post" action={request.path(path)}>
        {request.token(path)}
        <input type="hidden" name="return_to" value={returnTo} />
        <label for="sudo_password">Password of {user.login}</label>
        <input type="password" id="sudo_password" name="sudo_password" autocomplete="current-password" required />
        <div class="actions wide-buttons">
          <button class="primary" type="submit">
            Confirm
          </button>
        </div>
      </form>
      <p class="hint">You will not be asked again for two hours of sensitive actions.</p>
    </>
  );
  return new HtmlPage("Confirm access", content, { user });
}
