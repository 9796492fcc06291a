import { Refusal } from "../../domain/refusal.js";
import type { ApiResponse } from "../../http/api-response.js";
import type { Session } from "../../oauth/model.js";
import { register } from "../../oauth/owned-applications.js";
import { forSudo } from "../sudo.js";
import { forUser, type WebRequest } from "../web-request.js";
import { ApplicationFields, type ApplicationValues, readApplication } from "./application-fields.js";
import { Actions, Form, forSensitiveForm, settingsPage } from "./settings-page.js";
import { keepSecrets } from "./shown-secret.js";

const menuPath = "/settings/developers";
const newPath = "/settings/applications/new";

/** `/settings/developers`: the applications that the user manages. */
export const showOwnApplications = forUser(async (request, session) => {
  const applications = await request.services.store.listOwnedApplications(session.user.id);
  const content = (
    <>
      <p>You manage these applications: who asks users for access, and with which secrets.</p>
      <p>
        <a class="button primary" href={request.path(newPath)}>
          Register a new application
        </a>
      </p>
      {applications.length === 0 && <p class="panel">You manage no application.</p>}
      {applications.length > 0 && (
        <ul class="rows">
          {applications.map(({ id, name, type, clientId }) => (
            <li>
              <div>
                <a href={request.path(`/settings/applications/${id}`)}>{name}</a>
                <p class="meta">
                  {type === "github" ? "GitHub App" : "OAuth application"} · client id <code>{clientId}</code>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
  return settingsPage(request, session, { title: "Your applications", menuPath, content });
});

const empty: ApplicationValues = {
  name: "",
  url: "",
  callbackUrls: [],
  type: "oauth",
  deviceFlow: false,
  expireUserTokens: false,
};

/** `/settings/applications/new`: asks what a new application is. */
export const showNewApplication = forSudo(async (request, session) => newPage(request, session, empty));

/** Registers an application, and goes to its page, which shows the first client secret once. */
export const registerApplication = forSensitiveForm(
  () => newPath,
  async (request, session) => {
    const { values, problem } = readApplication(request.form);
    if (problem !== undefined) return newPage(request, session, values, problem);
    try {
      const { id, clientSecret } = await register(request.services, session.user, values);
      const path = `/settings/applications/${id}`;
      await keepSecrets(request, session, path, [clientSecret]);
      return request.redirect(request.path(path));
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason.code !== "too-many") throw error;
      return newPage(request, session, values, error.reason.problem);
    }
  },
);

function newPage(request: WebRequest, session: Session, values: ApplicationValues, problem?: string): ApiResponse {
  const content = (
    <Form request={request} action="/settings/applications" class="panel">
      <ApplicationFields values={values} canChooseType />
      <Actions submit="Register application" cancel={request.path(menuPath)} />
    </Form>
  );
  const title = "Register a new application";
  return settingsPage(request, session, { title, menuPath, content, problem });
}
