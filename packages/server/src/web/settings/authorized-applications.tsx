import * as grants from "../../domain/grants.js";
import { Refusal } from "../../domain/refusal.js";
import type { RegisteredApplication, Session } from "../../oauth/model.js";
import { describeScope } from "../scope-texts.js";
import { forUser, type WebRequest } from "../web-request.js";
import { Confirmation, Day, forForm, settingsPage } from "./settings-page.js";

const menuPath = "/settings/applications";
const perPage = 30;

/** `/settings/applications`: the applications that the user granted access. */
export const showAuthorizedApplications = forUser(async (request, session) => {
  const text = request.query.get("page") ?? "1";
  const page = /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : 1;
  const { items, lastPage } = await grants.list(request.services, session.user, { page, perPage }, undefined);
  const content = (
    <>
      <p>You have given these applications access to your account.</p>
      {items.length === 0 ? <p class="panel">No application has access to your account.</p> : null}
      {items.length > 0 && (
        <ul class="rows">
          {items.map(({ application: { name, clientId, url }, createdAt }) => (
            <li>
              <div>
                <a href={request.path(accessPath(clientId))}>{name}</a>
                <p class="meta">
                  {url} · since <Day date={createdAt} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div class="actions">
        {page > 1 && <a href={request.path(`${menuPath}?page=${Math.min(page - 1, lastPage)}`)}>Previous</a>}
        {page < lastPage && <a href={request.path(`${menuPath}?page=${page + 1}`)}>Next</a>}
      </div>
      {items.length > 0 && (
        <Confirmation
          request={request}
          action="/settings/applications/revoke-all"
          summary="Revoke all…"
          text="Every application loses its access, and all its tokens stop working at once."
          button="Revoke the access of all applications"
        />
      )}
    </>
  );
  return settingsPage(request, session, { title: "Authorized applications", menuPath, content });
});

/** Revokes the access of all applications. */
export const revokeAllApplications = forForm(async (request, { user }) => {
  await grants.removeAll(request.services, user);
  return request.redirect(request.path(menuPath));
});

/** `/settings/connections/applications/{client_id}`: the access of one application. Its users are sent here. */
export const showApplicationAccess = forUser(async (request, session) => {
  const { application, grant } = await findGrant(request, session);
  const { name, clientId, url, ownerLogin } = application;
  const content = (
    <>
      <div class="panel">
        <p>
          <strong>{name}</strong>
          {ownerLogin ? ` by ${ownerLogin}` : ""} · <code>{url}</code>
        </p>
        <p class="meta">
          Access since <Day date={grant.createdAt} />, last changed <Day date={grant.updatedAt} />
        </p>
      </div>
      <h2>Permissions</h2>
      <Permissions application={application} scopes={grant.scopes} />
      <Confirmation
        request={request}
        action={`${accessPath(clientId)}/revoke`}
        summary="Revoke access…"
        text={`${name} loses its access, and all its tokens stop working at once.`}
        button="Revoke access"
      />
    </>
  );
  return settingsPage(request, session, { title: name, menuPath, content });
});

/** Revokes the access of one application. */
export const revokeApplicationAccess = forForm(async (request, session) => {
  const { grant } = await findGrant(request, session);
  await grants.remove(request.services, session.user, grant.id);
  return request.redirect(request.path(menuPath));
});

async function findGrant(request: WebRequest, { user }: Session) {
  const { services, context } = request;
  const application = await services.store.registeredApplication(context.pathParams.client_id ?? "");
  const grant = application && (await services.store.grantOf(user.id, application.id));
  if (!grant) throw new Refusal({ code: "not-found" });
  return { application, grant };
}

function Permissions(props: { readonly application: RegisteredApplication; readonly scopes: readonly string[] }) {
  const { application, scopes } = props;
  if (application.type === "github") return <p>Verify your identity, and act on your behalf.</p>;
  if (scopes.length === 0) return <p>Read your public data only.</p>;
  return (
    <ul>
      {scopes.map((scope) => (
        <li>
          {describeScope(scope)} <code>{scope}</code>
        </li>
      ))}
    </ul>
  );
}

function accessPath(clientId: string): string {
  return `/settings/connections/applications/${encodeURIComponent(clientId)}`;
}
