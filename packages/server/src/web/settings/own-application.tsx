import { Refusal } from "../../domain/refusal.js";
import type { ApiResponse } from "../../http/api-response.js";
import type { RegisteredApplication, Session } from "../../oauth/model.js";
import * as owned from "../../oauth/owned-applications.js";
import { forUser, type UserHandler, type WebRequest } from "../web-request.js";
import { ApplicationFields, type ApplicationValues, readApplication } from "./application-fields.js";
import { ClientSecrets } from "./client-secrets.js";
import { Confirmation, Form, forSensitiveForm, settingsPage } from "./settings-page.js";
import { keepSecrets, ShownSecret, takeSecrets } from "./shown-secret.js";

const menuPath = "/settings/developers";

/** `/settings/applications/{id}`: an application that the user manages. A new client secret is shown here, once. */
export const showOwnApplication = forUser(async (request, session) => {
  const application = await owned.get(request.services, session.user, request.id());
  return applicationPage(request, session, application, { values: application });
});

/** Changes the application. */
export const updateApplication = ownForm(async (request, session) => {
  const application = await owned.get(request.services, session.user, request.id());
  const { values, problem } = readApplication(request.form, application.type);
  if (problem !== undefined) return applicationPage(request, session, application, { values, problem });
  await owned.update(request.services, session.user, application.id, values);
  return request.redirect(request.path(pathOf(request)));
});

/** Adds a client secret. */
export const addClientSecret = ownForm(async (request, session) => {
  const secret = await owned.addClientSecret(request.services, session.user, request.id());
  await keepSecrets(request, session, pathOf(request), [secret]);
  return request.redirect(request.path(pathOf(request)));
});

/** Deletes a client secret. */
export const deleteClientSecret = ownForm(async (request, { user }) => {
  await owned.deleteClientSecret(request.services, user, request.id(), request.id("secret_id"));
  return request.redirect(request.path(pathOf(request)));
});

/** Revokes the tokens of all users of the application. */
export const revokeUserTokens = ownForm(async (request, { user }) => {
  await owned.revokeUserTokens(request.services, user, request.id());
  return request.redirect(request.path(pathOf(request)));
});

/** Deletes the application. */
export const deleteApplication = ownForm(async (request, { user }) => {
  await owned.remove(request.services, user, request.id());
  return request.redirect(request.path(menuPath));
});

/** Form on the page of an application: what its rules refuse is said there. */
function ownForm(handler: UserHandler) {
  return forSensitiveForm(pathOf, async (request, session) => {
    try {
      return await handler(request, session);
    } catch (error) {
      if (!(error instanceof Refusal) || !("problem" in error.reason)) throw error;
      request.context.reason = error.reason.code;
      const application = await owned.get(request.services, session.user, request.id());
      return applicationPage(request, session, application, { values: application, problem: error.reason.problem });
    }
  });
}

function pathOf(request: WebRequest): string {
  return `/settings/applications/${request.id()}`;
}

async function applicationPage(
  request: WebRequest,
  session: Session,
  { id, name, clientId }: RegisteredApplication,
  { values, problem }: { readonly values: ApplicationValues; readonly problem?: string },
): Promise<ApiResponse> {
  const path = pathOf(request);
  const [secret] = await takeSecrets(request, session);
  const content = (
    <>
      {secret !== undefined && (
        <ShownSecret text={secret} warning="Copy the client secret now. You will not see it again." />
      )}
      <div class="panel">
        <p>
          Client id: <code id="client-id">{clientId}</code>
        </p>
      </div>
      <ClientSecrets request={request} path={path} secrets={await request.services.store.listClientSecrets(id)} />
      <h2>Properties</h2>
      <Form request={request} action={path} class="panel">
        <ApplicationFields values={values} />
        <div class="actions">
          <button class="primary" type="submit">
            Update application
          </button>
        </div>
      </Form>
      <Confirmation
        request={request}
        action={`${path}/revoke-user-tokens`}
        summary="Revoke all user tokens…"
        text={`The tokens of all users of ${name} stop working at once. Users can sign in again.`}
        button="Revoke all user tokens"
      />
      <Confirmation
        request={request}
        action={`${path}/delete`}
        summary="Delete the application…"
        text={`${name} is deleted, with the access that its users gave it. This cannot be undone.`}
        button="Delete this application"
      />
    </>
  );
  const page = { title: name, menuPath, content, problem, hasSecret: secret !== undefined } as const;
  return settingsPage(request, session, page);
}
