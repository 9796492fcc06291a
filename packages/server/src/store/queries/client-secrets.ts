import type { ClientSecret } from "../../domain/model.js";
import * as sql from "../statements/client-secrets.js";
import type { QueriesOf } from "./queries-of.js";
import { hasRows, toDate } from "./rows.js";

type Methods =
  | "insertClientSecret"
  | "listClientSecrets"
  | "deleteClientSecret"
  | "replaceClientSecrets"
  | "touchClientSecret";

/** Queries for the client secrets of an application. */
export const clientSecretQueries: QueriesOf<Methods> = {
  async insertClientSecret(applicationId, { hash, lastEight = null, createdAt }) {
    await this.run(sql.insertClientSecret, applicationId, hash, lastEight, +createdAt);
  },
  async listClientSecrets(applicationId) {
    return (await this.run(sql.listClientSecrets, applicationId)).map(toClientSecret);
  },
  async deleteClientSecret(applicationId, id) {
    return hasRows(await this.run(sql.deleteClientSecret, applicationId, id));
  },
  async replaceClientSecrets(applicationId, { hash, lastEight = null, createdAt }) {
    await this.run(sql.deleteClientSecrets, applicationId);
    await this.run(sql.insertClientSecret, applicationId, hash, lastEight, +createdAt);
  },
  async touchClientSecret(applicationId, id, at) {
    await this.run(sql.touchClientSecret, applicationId, id, +at);
  },
};

function toClientSecret(row: sql.ClientSecretRow): ClientSecret {
  const { id, last_eight: lastEight, created_at: createdAt, last_used_at: lastUsedAt } = row;
  return { id, lastEight, createdAt: new Date(createdAt), lastUsedAt: toDate(lastUsedAt) };
}
