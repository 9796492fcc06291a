import * as authorizations from "../../domain/authorizations.js";
import type { Authorization } from "../../domain/model.js";
import { get } from "../../domain/personal-tokens.js";
import { forUser } from "../web-request.js";
import { Confirmation, Day, forForm, settingsPage } from "./settings-page.js";
import { ShownSecret, takeSecrets } from "./shown-secret.js";

const menuPath = "/settings/tokens";
const perPage = 30;

/** `/settings/tokens`: the personal tokens of the user, the newest first. A new token is shown here, once. */
export const showPersonalTokens = forUser(async (request, session) => {
  const { services, query } = request;
  const before = /^[1-9][0-9]{0,14}$/.test(query.get("before") ?? "") ? Number(query.get("before")) : undefined;
  const [token] = await takeSecrets(request, session);
  const found = await services.store.listPersonalTokens(
    session.user.id,
    before ?? Number.MAX_SAFE_INTEGER,
    perPage + 1,
  );
  const tokens = found.slice(0, perPage);
  const content = (
    <>
      {token !== undefined && <ShownSecret text={token} warning="Copy your token now. You will not see it again." />}
      <p>A personal access token works like a password of the API, for what its scopes allow.</p>
      <p>
        <a class="button primary" href={request.path("/settings/tokens/new")}>
          Generate a new token
        </a>
      </p>
      {tokens.length === 0 && <p class="panel">You have no personal access token.</p>}
      {tokens.length > 0 && (
        <ul class="rows">
          {tokens.map((entry) => (
            <li>
              <TokenEntry token={entry} path={request.path(`/settings/tokens/${entry.id}`)} now={services.now()} />
            </li>
          ))}
        </ul>
      )}
      {found.length > perPage && (
        <p>
          <a href={request.path(`${menuPath}?before=${tokens.at(-1)?.id}`)}>Older tokens</a>
        </p>
      )}
    </>
  );
  return settingsPage(request, session, {
    title: "Personal access tokens",
    menuPath,
    content,
    hasSecret: token !== undefined,
  });
});

function TokenEntry(props: { readonly token: Authorization; readonly path: string; readonly now: Date }) {
  const { token, path, now } = props;
  return (
    <div>
      <a href={path}>{token.note ?? `Token ${token.id}`}</a>
      {token.scopes.length > 0 ? <> — {token.scopes.join(", ")}</> : <> — public data only</>}
      <p class="meta">
        ends in <code>{token.tokenLastEight}</code> · created <Day date={token.createdAt} /> ·{" "}
        {token.expiresAt === null ? (
          "does not expire"
        ) : (
          <>
            {token.expiresAt <= now ? "expired" : "expires"} <Day date={token.expiresAt} />
          </>
        )}
      </p>
    </div>
  );
}

/** `/settings/tokens/{id}`: one personal token. */
export const showPersonalToken = forUser(async (request, session) => {
  const token = await get(request.services, session.user, request.id());
  const path = `${menuPath}/${token.id}`;
  const content = (
    <>
      <div class="panel">
        <TokenEntry token={token} path={request.path(path)} now={request.services.now()} />
      </div>
      <p>
        <a class="button" href={request.path(`${path}/regenerate`)}>
          Regenerate the token
        </a>
      </p>
      <Confirmation
        request={request}
        action={`${path}/delete`}
        summary="Delete…"
        text="Every program that uses this token loses its access at once."
        button="Delete this token"
      />
    </>
  );
  return settingsPage(request, session, { title: token.note ?? `Token ${token.id}`, menuPath, content });
});

/** Deletes a personal token. */
export const deletePersonalToken = forForm(async (request, { user }) => {
  const { id } = await get(request.services, user, request.id());
  await authorizations.remove(request.services, user, id);
  return request.redirect(request.path(menuPath));
});
