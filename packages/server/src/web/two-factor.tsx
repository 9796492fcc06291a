import { signInWithCode } from "../auth/two-step-sign-in.js";
import { Refusal } from "../domain/refusal.js";
import type { ApiResponse } from "../http/api-response.js";
import { HtmlPage } from "./html-page.js";
import { localPath } from "./links.js";
import { Problem } from "./problem.js";
import type { PageHandler, WebRequest } from "./web-request.js";

/** The two kinds of codes, each with a page of its own. Ids and names of the fields are GitHub's. */
const kinds = {
  "one-time": {
    path: "/sessions/two-factor/app",
    field: "app_totp",
    name: "app_otp",
    label: "Authentication code",
    hint: "Open your authenticator app to see the code of this account.",
    problem: "Two-factor authentication failed. Wait for the next code if you have used this one.",
    other: "Use a recovery code",
  },
  recovery: {
    path: "/sessions/two-factor/recovery",
    field: "recovery_code",
    name: "recovery_code",
    label: "Recovery code",
    hint: "One of the codes you saved when you set up two-factor authentication. It is valid once.",
    problem: "That recovery code is not valid.",
    other: "Use your authenticator app",
  },
} as const;

type Kind = keyof typeof kinds;

/** Page that asks for a code of one kind. */
export function showTwoFactor(kind: Kind): PageHandler {
  return async (request) => {
    const returnTo = localPath(request.query.get("return_to"), request.path("/"));
    if (request.session) return request.redirect(returnTo);
    if (!request.pendingSession) return toSignIn(request, returnTo);
    return request.page(codePage(request, kind, returnTo));
  };
}

/** Verifies a code. The session that has it gets a new id. */
export function verifyTwoFactor(kind: Kind): PageHandler {
  return async (request) => {
    const { path, name, problem } = kinds[kind];
    request.requireToken(path);
    const { services, form, context, pendingSession } = request;
    const returnTo = localPath(form.get("return_to"), request.path("/"));
    if (!pendingSession) return toSignIn(request, returnTo);
    const { user } = pendingSession;
    const text = (form.get(name) ?? "").replaceAll(/\s/g, "");
    try {
      await signInWithCode(services, user, { kind, text }, context.address);
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason.code !== "one-time-code-needed") throw error;
      context.reason = error.reason.code;
      return request.page(codePage(request, kind, returnTo, problem), 422);
    }
    return request.redirect(returnTo, await request.startSession(user, { signedIn: true }));
  };
}

function toSignIn(request: WebRequest, returnTo: string): ApiResponse {
  return request.redirect(request.pathTo("/login", returnTo));
}

function codePage(request: WebRequest, kind: Kind, returnTo: string, problem?: string): HtmlPage {
  const { path, field, name, label, hint, other } = kinds[kind];
  const otherPath = kinds[kind === "recovery" ? "one-time" : "recovery"].path;
  const content = (
    <>
      <Problem text={problem} />
      <form class="panel" method="post" action={request.path(path)}>
        {request.token(path)}
        <input type="hidden" name="return_to" value={returnTo} />
        <label for={field}>{label}</label>
        <input
          type="text"
          class="code"
          id={field}
          name={name}
          inputmode={kind === "one-time" ? "numeric" : "text"}
          autocomplete={kind === "one-time" ? "one-time-code" : "off"}
          spellcheck={false}
          aria-describedby={`${field}_hint`}
          required
        />
        <p class="hint" id={`${field}_hint`}>
          {hint}
        </p>
        <div class="actions wide-buttons">
          <button class="primary" type="submit">
            Verify
          </button>
        </div>
      </form>
      <p>
        <a href={request.pathTo(otherPath, returnTo)}>{other}</a>
      </p>
    </>
  );
  return new HtmlPage("Two-factor authentication", content);
}
