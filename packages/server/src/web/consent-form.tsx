import type { Child } from "hono/jsx";
import type { User } from "../domain/model.js";
import type { RegisteredApplication } from "../oauth/model.js";
import { describeScope } from "./scope-texts.js";
import type { WebRequest } from "./web-request.js";

/** What a user decides about. */
export interface ConsentProps {
  readonly request: WebRequest;
  readonly user: User;
  readonly application: RegisteredApplication;
  readonly scopes: readonly string[];
  /** Scopes that the application does not have yet. */
  readonly added: readonly string[];
  /** True when the application has access already. */
  readonly isKnown: boolean;
  /** Path of the form, its token, and its hidden fields. */
  readonly action: string;
  readonly hidden: Child;
  /** Where to come back to after a switch of the account. */
  readonly returnTo: string;
  readonly children?: Child;
}

/** Names the application, its owner and the account, says what is asked for, and has both decisions. */
export function ConsentForm(props: ConsentProps) {
  const { request, user, application, scopes, added, isKnown, action, hidden, returnTo, children } = props;
  const { name, url, ownerLogin, type } = application;
  return (
    <>
      <div class="panel">
        <p>
          <strong>{name}</strong>
          {ownerLogin ? ` by ${ownerLogin}` : ""} asks for access to the account <strong>{user.login}</strong>.
        </p>
        {type === "github" ? <GitHubAppAccess /> : <ScopeList scopes={scopes} added={isKnown ? added : []} />}
        {children}
      </div>
      <form method="post" action={action}>
        {hidden}
        <div class="actions">
          <button type="submit" name="authorize" value="0">
            Cancel
          </button>
          <button class="primary" type="submit" name="authorize" value="1" id="js-oauth-authorize-btn">
            Authorize {ownerLogin ?? name}
          </button>
        </div>
      </form>
      <p class="hint">
        Website of the application: <code>{url}</code>
      </p>
      <form class="inline" method="post" action={request.path("/logout")}>
        {request.token("/logout")}
        <input type="hidden" name="return_to" value={returnTo} />
        <p class="hint">
          Not {user.login}?{" "}
          <button class="plain" type="submit">
            Use another account
          </button>
        </p>
      </form>
    </>
  );
}

function GitHubAppAccess() {
  return (
    <ul>
      <li>Verify your identity</li>
      <li>Know which resources you can access</li>
      <li>Act on your behalf</li>
    </ul>
  );
}

function ScopeList({ scopes, added }: { readonly scopes: readonly string[]; readonly added: readonly string[] }) {
  if (scopes.length === 0) return <p>It gets your public data only.</p>;
  return (
    <>
      <p>{added.length > 0 ? "It has access already, and asks for more:" : "It will be able to:"}</p>
      <ul>
        {scopes.map((scope) => (
          <li>
            {describeScope(scope)} <code>{scope}</code> {added.includes(scope) && <span class="new">new</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
