import { Refusal } from "../../domain/refusal.js";
import { forUser } from "../web-request.js";
import { Confirmation, Day, Form, forForm, settingsPage } from "./settings-page.js";

const menuPath = "/settings/sessions";

/** `/settings/sessions`: the browsers in which the user is signed in. */
export const showSessions = forUser(async (request, session) => {
  const { services } = request;
  const sessions = await services.store.listSessions(session.user.id, services.now());
  const content = (
    <>
      <p>You are signed in in these browsers. End a session that you do not know, and change your password.</p>
      <ul class="rows">
        {sessions.map(({ id, userAgent, address, createdAt, lastUsedAt }) => (
          <li>
            <div>
              <strong>{userAgent || "Unknown browser"}</strong>
              {id === session.id && (
                <>
                  {" "}
                  <span class="new">this browser</span>
                </>
              )}
              <p class="meta">
                {address || "unknown address"} · last used <Day date={lastUsedAt} /> · signed in{" "}
                <Day date={createdAt} />
              </p>
            </div>
            {id !== session.id && (
              <Form request={request} action={`${menuPath}/${id}/revoke`}>
                <button type="submit" aria-label={`End the session of ${address || "unknown address"}, number ${id}`}>
                  End
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Confirmation
          request={request}
          action={`${menuPath}/revoke-others`}
          summary="End all others…"
          text="You stay signed in here only."
          button="End all other sessions"
        />
      )}
    </>
  );
  return settingsPage(request, session, { title: "Sessions", menuPath, content });
});

/** Ends one session of the user. */
export const endSession = forForm(async (request, { user }) => {
  if (!(await request.services.store.deleteSession(user.id, request.id()))) throw new Refusal({ code: "not-found" });
  return request.redirect(request.path(menuPath));
});

/** Ends all sessions of the user but this one. */
export const endOtherSessions = forForm(async (request, { user, id }) => {
  await request.services.store.deleteOtherSessions(user.id, id);
  return request.redirect(request.path(menuPath));
});
