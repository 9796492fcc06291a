import type { Application, ApplicationProfile, ApplicationRecord, ApplicationType } from "../../domain/model.js";
import * as sql from "../statements/applications.js";
import type { QueriesOf } from "./queries-of.js";

type Methods =
  | "application"
  | "applicationForSecret"
  | "applicationByName"
  | "insertApplication"
  | "listApplications"
  | "setSecretHash"
  | "deleteApplication";

/** Queries for applications. */
export const applicationQueries: QueriesOf<Methods> = {
  async application(clientId) {
    const [row] = await this.run(sql.selectApplication, clientId);
    return row && toApplication(row);
  },
  async applicationForSecret(clientId, secretHash) {
    const [row] = await this.run(sql.selectApplicationForSecret, clientId, secretHash);
    return row?.id == null ? undefined : toApplication(row);
  },
  async applicationByName(name) {
    const [row] = await this.run(sql.selectApplicationByName, name);
    return row && toApplication(row);
  },
  async insertApplication(application) {
    const { clientId, secretHash, name, url, type } = application;
    const { expireUserTokens, callbackUrls = [], deviceFlow = false, consent = "ask", ownerId = null } = application;
    const [row] = await this.run(
      sql.insertApplication,
      clientId,
      secretHash,
      name,
      url,
      callbackUrls.length === 0 ? null : callbackUrls.join("\n"),
      type,
      +application.createdAt,
      expireUserTokens ? 1 : 0,
      deviceFlow ? 1 : 0,
      consent,
      ownerId,
    );
    return row && { id: row.id, clientId, secretHash, name, url, type, expireUserTokens };
  },
  async listApplications(after, limit) {
    return (await this.run(sql.listApplications, after, limit)).map(toApplicationRecord);
  },
  async setSecretHash(applicationId, secretHash) {
    await this.run(sql.setSecretHash, applicationId, secretHash);
  },
  async deleteApplication(applicationId) {
    const [authorizations] = await this.run(sql.countAuthorizationsOf, applicationId);
    await this.run(sql.deleteAuthorizationsOf, applicationId);
    await this.run(sql.deleteGrantsOf, applicationId);
    await this.run(sql.deleteApplication, applicationId);
    return authorizations?.count ?? 0;
  },
};

/** Maps a row to an application. */
export function toApplication(row: sql.ApplicationRow): Application {
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
