import type { ConsentRule, RegisteredApplication } from "../../oauth/model.js";
import { deleteAuthorizationsOf } from "../statements/applications.js";
import * as sql from "../statements/registered-applications.js";
import { joinUrls, splitUrls, toApplication } from "./applications.js";
import type { QueriesOf } from "./queries-of.js";

type Methods =
  | "registeredApplication"
  | "registeredApplicationById"
  | "ownedApplication"
  | "listOwnedApplications"
  | "updateOwnedApplication"
  | "deleteUserTokens";

/** Queries for applications as the sign-in flows and their owners see them. */
export const registeredApplicationQueries: QueriesOf<Methods> = {
  async registeredApplication(clientId) {
    const [row] = await this.run(sql.selectRegisteredApplication, clientId);
    return row && toRegisteredApplication(row);
  },
  async registeredApplicationById(id) {
    const [row] = await this.run(sql.selectRegisteredApplicationById, id);
    return row && toRegisteredApplication(row);
  },
  async ownedApplication(ownerId, id) {
    const [row] = await this.run(sql.selectOwnedApplication, ownerId, id);
    return row && toRegisteredApplication(row);
  },
  async listOwnedApplications(ownerId) {
    return (await this.run(sql.listOwnedApplications, ownerId)).map(toRegisteredApplication);
  },
  async updateOwnedApplication(ownerId, id, { name, url, callbackUrls, deviceFlow, expireUserTokens }) {
    const [callback, device, expire] = [joinUrls(callbackUrls), deviceFlow ? 1 : 0, expireUserTokens ? 1 : 0];
    await this.run(sql.updateOwnedApplication, ownerId, id, name, url, callback, device, expire);
  },
  async deleteUserTokens(applicationId) {
    await this.run(sql.deleteAuthorizationCodesOf, applicationId);
    await this.run(sql.deleteDeviceCodesOf, applicationId);
    await this.run(deleteAuthorizationsOf, applicationId);
  },
};

function toRegisteredApplication(row: sql.RegisteredApplicationRow): RegisteredApplication {
  return {
    ...toApplication(row),
    callbackUrls: splitUrls(row.callback_url),
    deviceFlow: row.device_flow === 1,
    consent: row.consent as ConsentRule,
    ownerId: row.owner_id,
    ownerLogin: row.owner_login,
  };
}
