import type { ApplicationRow } from "./applications.js";
import { statement } from "./statement.js";

export interface RegisteredApplicationRow extends ApplicationRow {
  callback_url: string | null;
  device_flow: number;
  consent: string;
  owner_id: number | null;
  owner_login: string | null;
}

const registeredColumns = `a.id, a.client_id, a.name, a.url, a.type, a.expire_user_tokens, a.callback_url,
  a.device_flow, a.consent, a.owner_id, o.login AS owner_login`;
const registeredTables = "applications a LEFT JOIN users o ON o.id = a.owner_id";

export const selectRegisteredApplication = statement<[clientId: string], RegisteredApplicationRow>(
  "select-registered-application",
  `SELECT ${registeredColumns} FROM ${registeredTables} WHERE a.client_id = $1`,
);

export const selectRegisteredApplicationById = statement<[id: number], RegisteredApplicationRow>(
  "select-registered-application-by-id",
  `SELECT ${registeredColumns} FROM ${registeredTables} WHERE a.id = $1`,
);

export const selectOwnedApplication = statement<[ownerId: number, id: number], RegisteredApplicationRow>(
  "select-owned-application",
  `SELECT ${registeredColumns} FROM ${registeredTables} WHERE a.owner_id = $1 AND a.id = $2`,
);

export const listOwnedApplications = statement<[ownerId: number], RegisteredApplicationRow>(
  "list-owned-applications",
  `SELECT ${registeredColumns} FROM ${registeredTables} WHERE a.owner_id = $1 ORDER BY a.id`,
);

export const updateOwnedApplication = statement<
  [
    ownerId: number,
    id: number,
    name: string,
    url: string,
    callbackUrl: string | null,
    deviceFlow: number,
    expireUserTokens: number,
  ]
>(
  "update-owned-application",
  `UPDATE applications SET name = $3, url = $4, callback_url = $5, device_flow = $6, expire_user_tokens = $7
   WHERE owner_id = $1 AND id = $2`,
);

export const deleteAuthorizationCodesOf = statement<[applicationId: number]>(
  "delete-authorization-codes-of",
  "DELETE FROM authorization_codes WHERE application_id = $1",
);

export const deleteDeviceCodesOf = statement<[applicationId: number]>(
  "delete-device-codes-of",
  "DELETE FROM device_codes WHERE application_id = $1",
);
