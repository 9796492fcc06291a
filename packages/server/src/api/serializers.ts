import { type components, operationTable } from "@grantbook/contract";
import type { Authorization, Grant, Installation, User, UserRecord } from "../domain/model.js";
import type { BaseUrls } from "./handler.js";

type Schemas = components["schemas"];

/** Stands in for the application of a personal token. */
const personal = {
  clientId: "0".repeat(20),
  url: operationTable["oauth-authorizations/create-authorization"].documentationUrl,
};

/** An authorization as it is answered. `token` is left out unless it may be shown. */
export function serializeAuthorization(
  { api }: BaseUrls,
  authorization: Authorization,
  token = "",
): Omit<Schemas["authorization"], "user" | "installation"> {
  const { application, note, noteUrl } = authorization;
  return {
    id: authorization.id,
    url: authorizationUrl(api, authorization),
    app: application
      ? { name: application.name, url: application.url, client_id: application.clientId }
      : { name: note ?? "", url: noteUrl || personal.url, client_id: personal.clientId },
    token,
    hashed_token: authorization.tokenHash,
    token_last_eight: authorization.tokenLastEight,
    note,
    note_url: noteUrl,
    created_at: timestamp(authorization.createdAt),
    updated_at: timestamp(authorization.updatedAt),
    scopes: [...authorization.scopes],
    fingerprint: authorization.fingerprint,
    expires_at: authorization.expiresAt && timestamp(authorization.expiresAt),
  };
}

/** URL of an authorization. */
export function authorizationUrl(api: string, { id }: Authorization): string {
  return `${api}/authorizations/${id}`;
}

/** A grant as it is answered to its user. */
export function serializeGrant({ api }: BaseUrls, grant: Grant): Schemas["application-grant"] {
  const { id, application, createdAt, updatedAt, scopes } = grant;
  return {
    id,
    url: `${api}/applications/grants/${id}`,
    app: { name: application.name, url: application.url, client_id: application.clientId },
    created_at: timestamp(createdAt),
    updated_at: timestamp(updatedAt),
    scopes: [...scopes],
  };
}

/** A user as an application is shown one. */
export function serializeUser({ site, api }: BaseUrls, user: User): Schemas["simple-user"] {
  const url = `${api}/users/${user.login}`;
  return {
    login: user.login,
    id: user.id,
    node_id: Buffer.from(`04:User${user.id}`).toString("base64"),
    avatar_url: `${site}/avatars/u/${user.id}`,
    gravatar_id: "",
    url,
    html_url: `${site}/${user.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: "User",
    site_admin: user.siteAdmin,
  };
}

/** A user with the public profile. There is nothing yet that could change it. */
export function serializePublicUser(baseUrls: BaseUrls, { user, createdAt }: UserRecord): Schemas["public-user"] {
  const made = timestamp(createdAt);
  return {
    ...serializeUser(baseUrls, user),
    name: user.name,
    company: null,
    blog: null,
    location: null,
    email: user.email,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: made,
    updated_at: made,
  };
}

/** Installation that a scoped token belongs to, as applications see it. */
export function serializeInstallation(
  baseUrls: BaseUrls,
  { permissions, repositorySelection, account }: Installation,
): Schemas["scoped-installation"] {
  return {
    permissions,
    repository_selection: repositorySelection,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    repositories_url: `${baseUrls.api}/users/${account.login}/repos`,
    account: serializeUser(baseUrls, account),
  };
}

let lastTime = { at: 0, text: "1970-01-01T00:00:00Z" };

/** To the second, as the API writes times. Most are asked for twice: when a thing was made, and last changed. */
function timestamp(date: Date): string {
  const at = date.getTime();
  if (at !== lastTime.at) lastTime = { at, text: `${date.toISOString().slice(0, 19)}Z` };
  return lastTime.text;
}
