import type { ApiResponse } from "../http/api-response.js";
import { decideConsent } from "../oauth/consent.js";
import { decideDeviceCode, findUserCode, reviewUserCode } from "../oauth/device-flow.js";
import type { DeviceCode, Session } from "../oauth/model.js";
import { ConsentForm } from "./consent-form.js";
import { createFormToken, formTokenField, isFormToken } from "./form-token.js";
import { HtmlPage } from "./html-page.js";
import { Problem } from "./problem.js";
import { forSudo } from "./sudo.js";
import { forUser, type WebRequest } from "./web-request.js";

const start = "/login/device";
const confirmation = "/login/device/confirmation";
const decision = "/login/device/authorize";

/** Page that asks for the code that a device shows. A code in the address is never filled in. */
export const showDevice = forUser(async (request, session) => request.page(codePage(request, session)));

/** Finds the code, and goes on to the page that shows what it is for. */
export const confirmDevice = forUser(async (request, session) => {
  request.requireToken(start);
  const userCode = readUserCode(request);
  const found = await findUserCode(request.services, session.user, userCode, request.context.address);
  if (!found) {
    request.context.reason = "incorrect_user_code";
    return request.page(codePage(request, session, "That code is not valid, or it has expired."), 422);
  }
  const application = await request.services.store.registeredApplicationById(found.applicationId);
  // Rules for tests that decide without a page.
  if (application && application.consent !== "ask") {
    return settle(request, session, found, application.consent === "always");
  }
  // Proves that this browser's user typed the code: a link alone leads to no decision (RFC 8628, section 5.4).
  const query = new URLSearchParams({
    user_code: userCode,
    [formTokenField]: createFormToken(request.browserId, confirmation, userCode),
  });
  return request.redirect(`${request.path(confirmation)}?${query}`);
});

/** Page that says which application asks, from where and for what. */
export const showDeviceConsent = forSudo(
  async (request, session) => {
    const { query, browserId, services } = request;
    const userCode = query.get("user_code") ?? "";
    const isTyped = isFormToken(query.get(formTokenField), browserId, confirmation, userCode);
    const found = isTyped ? await reviewUserCode(services, userCode) : undefined;
    const application = found && (await services.store.registeredApplicationById(found.applicationId));
    if (!found || !application) return request.redirect(request.path(start));
    const grant = await services.store.grantOf(session.user.id, application.id);
    const decided = decideConsent({ application, grant, requested: found.scopes, mustAsk: true });
    if (decided.kind !== "ask") return request.redirect(request.path(start));
    const hidden = (
      <>
        {request.token(decision, userCode)}
        <input type="hidden" name="user_code" value={userCode} />
      </>
    );
    const content = (
      <ConsentForm
        request={request}
        user={session.user}
        application={application}
        scopes={decided.scopes}
        added={decided.added}
        isKnown={grant !== undefined}
        action={request.path(decision)}
        hidden={hidden}
        returnTo={request.path(start)}
      >
        <p class="notice">
          A device at the address <code>{found.address || "unknown"}</code> asked for this at{" "}
          {found.createdAt.toISOString().slice(0, 16).replace("T", " ")} UTC. Go on only if it is yours: never use a
          code that someone sent you.
        </p>
      </ConsentForm>
    );
    return request.page(new HtmlPage(`Authorize ${application.name}`, content, { user: session.user }));
  },
  () => start,
);

/** The user's decision. */
export const authorizeDevice = forSudo(
  async (request, session) => {
    const userCode = readUserCode(request);
    request.requireToken(decision, userCode);
    const found = await reviewUserCode(request.services, userCode);
    if (!found)
      return request.page(codePage(request, session, "That code has expired. Ask the device for another one."), 422);
    return settle(request, session, found, request.form.get("authorize") === "1");
  },
  () => start,
);

/** The last page of the flow. */
export const showDeviceSuccess = forUser(async (request, { user }) => {
  const content = <p class="success">Congratulations, you're all set! Your device is now connected.</p>;
  return request.page(new HtmlPage("Device connected", content, { user }));
});

/** The last page of a flow that the user stopped. */
export const showDeviceFailure = forUser(async (request, { user }) => {
  const content = <p class="notice">The device gets no access. You can close this page.</p>;
  return request.page(new HtmlPage("Access denied", content, { user }));
});

async function settle(
  request: WebRequest,
  { user }: Session,
  code: DeviceCode,
  isApproved: boolean,
): Promise<ApiResponse> {
  const { services } = request;
  const application = await services.store.registeredApplicationById(code.applicationId);
  if (application) await decideDeviceCode(services, application, user, code, isApproved);
  return request.redirect(request.path(isApproved ? "/login/device/success" : "/login/device/failure"));
}

function readUserCode({ form }: WebRequest): string {
  return form.get("user_code") ?? "";
}

function codePage(request: WebRequest, { user }: Session, problem?: string): HtmlPage {
  const content = (
    <>
      <Problem text={problem} />
      <form class="panel" method="post" action={request.path(confirmation)}>
        {request.token(start)}
        <label for="user_code">Code that your device shows</label>
        <input
          type="text"
          class="code"
          id="user_code"
          name="user_code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="user_code_hint"
          required
        />
        <p class="hint" id="user_code_hint">
          Eight letters and digits, such as 1A2B-3C4D. Never use a code that someone sent you.
        </p>
        <div class="actions wide-buttons">
          <button class="primary" type="submit" name="commit" value="Continue">
            Continue
          </button>
        </div>
      </form>
    </>
  );
  return new HtmlPage("Connect a device", content, { user });
}
