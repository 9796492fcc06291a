import type { Application, ApplicationType, User } from "../domain/model.js";
import type { ApplicationRow, UserRow } from "./statements.js";

/** Maps the columns of a user. */
export function toUser(row: UserRow): User {
  return {
    id: row.user_id,
    login: row.login,
    name: row.user_name,
    email: row.email,
    siteAdmin: row.site_admin === 1,
  };
}

/** Maps the columns of an application. */
export function toApplication(row: ApplicationRow): Application {
  return {
    id: row.id,
    clientId: row.client_id,
    secretHash: row.secret_hash,
    name: row.name,
    url: row.url,
    type: toApplicationType(row.type),
    expireUserTokens: row.expire_user_tokens === 1,
  };
}

/** Maps the type of an application. */
export function toApplicationType(type: string): ApplicationType {
  return type === "github" ? "github" : "oauth";
}

/** Scopes are stored as RFC 6749 writes them, with spaces between. */
export function toScopes(scopes: string): string[] {
  return scopes === "" ? [] : scopes.split(" ");
}
