import type { Application, ApplicationProfile, ApplicationRecord, ApplicationType } from "../../domain/model.js";
import * as sql from "../statements/applications.js";
import { insertClientSecret } from "../statements/client-secrets.js";
import type { QueriesOf } from "./queries-of.js";
import { onlyRow, toCount, toDate } from "./rows.js";

type Methods =
  | "application"
  | "applicationForSecret"
  | "applicationByName"
  | "insertApplication"
  | "listApplications"
  | "deleteApplication";

/** Queries for applications. */
export const applicationQueries: QueriesOf<Methods> = {
  async application(clientId) {
    const [row] = await this.run(sql.selectApplication, clientId);
    return row && toApplication(row);
  },
  async applicationForSecret(clientId, secretHash) {
    const row = onlyRow(await this.run(sql.selectApplicationForSecret, clientId, secretHash));
    if (!hasSecret(row)) return undefined;
    const { secret_id: id, secret_hash: hash, last_used_at: lastUsedAt } = row;
    return { application: toApplication(row), secret: { id, hash, lastUsedAt: toDate(lastUsedAt) } };
  },
  async applicationByName(name) {
    const [row] = await this.run(sql.selectApplicationByName, name);
    return row && toApplication(row);
  },
  async insertApplication(application) {
    const { clientId, secretHash, name, url, type, createdAt } = application;
    const { expireUserTokens, callbackUrls = [], deviceFlow = false, consent = "ask", ownerId = null } = application;
    const [row] = await this.run(
      sql.insertApplication,
      clientId,
      name,
      url,
      joinUrls(callbackUrls),
      type,
      +createdAt,
      expireUserTokens ? 1 : 0,
      deviceFlow ? 1 : 0,
      consent,
      ownerId,
    );
    if (!row) return undefined;
    await this.run(insertClientSecret, row.id, secretHash, application.secretLastEight ?? null, +createdAt);
    return { id: row.id, clientId, name, url, type, expireUserTokens };
  },
  async listApplications(after, limit) {
    return (await this.run(sql.listApplications, after, limit)).map(toApplicationRecord);
  },
  async deleteApplication(applicationId) {
    const authorizations = toCount(await this.run(sql.countAuthorizationsOf, applicationId));
    await this.run(sql.deleteAuthorizationsOf, applicationId);
    await this.run(sql.deleteGrantsOf, applicationId);
    await this.run(sql.deleteApplication, applicationId);
    return authorizations;
  },
};

type SecretLookupRow = { [Column in keyof sql.ApplicationWithSecretRow]: sql.ApplicationWithSecretRow[Column] | null };

/** True for a row that has all columns: an application, and a client secret of it. */
function hasSecret(row: SecretLookupRow): row is sql.ApplicationWithSecretRow {
  return row.secret_id !== null;
}

/** Maps a row to an application. */
export function toApplication(row: sql.ApplicationRow): Application {
  return {
    id: row.id,
    clientId: row.client_id,
    name: row.name,
    url: row.url,
    type: toApplicationType(row.type),
    expireUserTokens: row.expire_user_tokens === 1,
  };
}

/** Callback URLs as they are stored. A URL has no line break. */
export function joinUrls(urls: readonly string[]): string | null {
  return urls.length === 0 ? null : urls.join("\n");
}

/** Stored callback URLs as a list. */
export function splitUrls(text: string | null): readonly string[] {
  return text === null || text === "" ? [] : text.split("\n");
}

function toApplicationRecord(row: sql.ApplicationRecordRow): ApplicationRecord {
  const { id, client_id: clientId, name, url, created_at: createdAt } = row;
  return { id, clientId, name, url, type: toApplicationType(row.type), createdAt: new Date(createdAt) };
}

function toApplicationType(type: string): ApplicationType {
  return type === "github" ? "github" : "oauth";
}

/** Maps the columns of the application in a row of an authorization or a grant. */
export function toApplicationProfile(row: sql.ApplicationProfileRow): ApplicationProfile {
  return {
    id: row.application_id,
    clientId: row.application_client_id,
    name: row.application_name,
    url: row.application_url,
  };
}
