import { decodeOtpSecret, generateTotp } from "../auth/totp.js";
import { signInWithPassword } from "../auth/two-step-sign-in.js";
import { Refusal } from "../domain/refusal.js";
import type { ApiResponse } from "../http/api-response.js";
import { clearSessionCookie } from "./cookie.js";
import { HtmlPage } from "./html-page.js";
import { localPath } from "./links.js";
import { Problem } from "./problem.js";
import type { WebRequest } from "./web-request.js";

/** Page that asks for login and password. `login` fills in the login, `return_to` is where to go on. */
export async function showSignIn(request: WebRequest): Promise<ApiResponse> {
  const returnTo = localPath(request.query.get("return_to"), request.path("/"));
  if (request.session) return request.redirect(returnTo);
  return request.page(signInPage(request, returnTo, request.query.get("login") ?? ""));
}

/** Verifies login and password, and starts a session: of a user who is signed in, or who has to give a code. */
export async function signIn(request: WebRequest): Promise<ApiResponse> {
  request.requireToken("/session");
  const { services, form, context } = request;
  const returnTo = localPath(form.get("return_to"), request.path("/"));
  const login = form.get("login") ?? "";
  try {
    const attempt = { login, password: form.get("password") ?? "", address: context.address };
    const { user, needsCode } = await signInWithPassword(services, attempt);
    const cookie = await request.startSession(user, { signedIn: !needsCode });
    return request.redirect(needsCode ? request.pathTo("/sessions/two-factor/app", returnTo) : returnTo, cookie);
  } catch (error) {
    if (!isWrongLogin(error)) throw error;
    context.reason = error.reason.code;
    return request.page(signInPage(request, returnTo, login, "Incorrect username or password."), 422);
  }
}

/** Asks before the session ends. */
export async function showSignOut(request: WebRequest): Promise<ApiResponse> {
  if (!request.session) return request.redirect(request.path("/login"));
  const content = (
    <form method="post" action={request.path("/logout")}>
      {request.token("/logout")}
      <button class="primary full" type="submit">
        Sign out
      </button>
    </form>
  );
  return request.page(new HtmlPage("Are you sure you want to sign out?", content, { user: request.session.user }));
}

/** Ends the session, and goes to the sign-in page. */
export async function signOut(request: WebRequest): Promise<ApiResponse> {
  request.requireToken("/logout");
  const { anySession, services, form } = request;
  if (anySession) await services.store.deleteSession(anySession.user.id, anySession.id);
  const returnTo = localPath(form.get("return_to"), "");
  return request.redirect(returnTo === "" ? request.path("/login") : request.pathTo("/login", returnTo), {
    "Set-Cookie": clearSessionCookie(services.baseUrls.site),
  });
}

/** True for the refusal of a wrong password. */
export function isWrongLogin(error: unknown): error is Refusal {
  return error instanceof Refusal && error.reason.code === "credentials-wrong";
}

function signInPage(request: WebRequest, returnTo: string, login: string, problem?: string): HtmlPage {
  const content = (
    <>
      <Problem text={problem} />
      <form class="panel" method="post" action={request.path("/session")}>
        {request.token("/session")}
        <input type="hidden" name="return_to" value={returnTo} />
        <label for="login_field">Username or email address</label>
        <input
          type="text"
          id="login_field"
          name="login"
          value={login}
          autocomplete="username"
          autocapitalize="off"
          spellcheck={false}
          required
        />
        <label for="password">Password</label>
        <input type="password" id="password" name="password" autocomplete="current-password" required />
        <div class="actions wide-buttons">
          <button class="primary" type="submit" name="commit" value="Sign in">
            Sign in
          </button>
        </div>
      </form>
      <DemoUsers request={request} />
    </>
  );
  return new HtmlPage("Sign in", content);
}

function DemoUsers({ request }: { readonly request: WebRequest }) {
  const { demoUsers, now } = request.services;
  if (demoUsers.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="demo">
      <h2 id="demo">This is a demonstration</h2>
      <p>Sign in as:</p>
      <ul>
        {demoUsers.map(({ login, password, otp_secret: secret }) => {
          const decoded = secret === undefined ? undefined : decodeOtpSecret(secret);
          return (
            <li>
              <code>{login}</code> with the password <code>{password}</code>
              {decoded && (
                <>
                  {" "}
                  and the code <code>{generateTotp(decoded, now())}</code>, which changes every 30 seconds
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
