import * as authorizations from "../../domain/authorizations.js";
import { get, regenerate } from "../../domain/personal-tokens.js";
import { Refusal } from "../../domain/refusal.js";
import type { ApiResponse } from "../../http/api-response.js";
import type { Parameters } from "../../http/parameters.js";
import type { Session } from "../../oauth/model.js";
import { normalizeScopes } from "../../oauth/scopes.js";
import { forSudo } from "../sudo.js";
import type { WebRequest } from "../web-request.js";
import { ExpiryField, parseExpiry } from "./expiry-field.js";
import { readScopes, ScopeTree } from "./scope-tree.js";
import { Actions, Form, forSensitiveForm, settingsPage } from "./settings-page.js";
import { keepSecrets } from "./shown-secret.js";

const menuPath = "/settings/tokens";
const newPath = "/settings/tokens/new";
const maxNote = 255;
const noFields: Parameters = new Map();

/** `/settings/tokens/new`: asks what a new personal token is for. */
export const showNewToken = forSudo(async (request, session) => newTokenPage(request, session, noFields));

/** Makes a personal token, and goes to the list, which shows it once. */
export const createToken = forSensitiveForm(
  () => newPath,
  async (request, session) => {
    const { form, services } = request;
    const note = (form.get("note") ?? "").trim();
    const expiresAt = parseExpiry(form, services.now());
    if (expiresAt === undefined) return newTokenPage(request, session, form, "Choose a day in the future.");
    if ([...note].length > maxNote)
      return newTokenPage(request, session, form, `A note has at most ${maxNote} characters.`);
    const scopes = normalizeScopes(readScopes(form));
    try {
      const { token = "" } = await authorizations.create(services, session.user, { note, scopes, expiresAt });
      await keepSecrets(request, session, menuPath, [token]);
    } catch (error) {
      return newTokenPage(request, session, form, noteProblem(error));
    }
    return request.redirect(request.path(menuPath));
  },
);

/** Asks when a regenerated token expires. */
export const showRegenerateToken = forSudo(async (request, session) => regeneratePage(request, session, noFields));

/** Replaces a personal token by a new one, which the list shows once. */
export const regenerateToken = forSensitiveForm(
  ({ ownPath }) => ownPath,
  async (request, session) => {
    const { form, services } = request;
    const expiresAt = parseExpiry(form, services.now());
    if (expiresAt === undefined) return regeneratePage(request, session, form, "Choose a day in the future.");
    const token = await regenerate(services, session.user, request.id(), expiresAt);
    await keepSecrets(request, session, menuPath, [token]);
    return request.redirect(request.path(menuPath));
  },
);

/** Sentence about a refused note. Throws any other error. */
function noteProblem(error: unknown): string {
  if (!(error instanceof Refusal)) throw error;
  const { reason } = error as Refusal;
  if (reason.code !== "values-refused") throw error;
  const isMissing = reason.errors.some(({ code }) => code === "missing_field");
  return isMissing ? "Say in a note what the token is for." : "You have a token with this note. Choose another note.";
}

function newTokenPage(request: WebRequest, session: Session, form: Parameters, problem?: string): ApiResponse {
  const content = (
    <Form request={request} action={menuPath} class="panel">
      <label for="note">Note</label>
      <input type="text" id="note" name="note" value={form.get("note")} aria-describedby="note_hint" required />
      <p class="hint" id="note_hint">
        What is this token for?
      </p>
      <ExpiryField form={form} now={request.services.now()} />
      <ScopeTree chosen={readScopes(form)} />
      <Actions submit="Generate token" cancel={request.path(menuPath)} />
    </Form>
  );
  const title = "New personal access token";
  return settingsPage(request, session, { title, menuPath, content, problem });
}

async function regeneratePage(
  request: WebRequest,
  session: Session,
  form: Parameters,
  problem?: string,
): Promise<ApiResponse> {
  const { id, note } = await get(request.services, session.user, request.id());
  const content = (
    <>
      <p>
        The token <strong>{note}</strong> gets a new value. Programs that use the old one lose their access at once.
      </p>
      <Form request={request} action={`${menuPath}/${id}/regenerate`} class="panel">
        <ExpiryField form={form} now={request.services.now()} />
        <Actions submit="Regenerate token" cancel={request.path(menuPath)} />
      </Form>
    </>
  );
  const title = "Regenerate a token";
  return settingsPage(request, session, { title, menuPath, content, problem });
}
