import type { DeviceCode } from "../../oauth/model.js";
import * as sql from "../statements/device-codes.js";
import type { QueriesOf } from "./queries-of.js";
import { toCount, toDate, toScopes } from "./rows.js";

type Methods =
  | "insertDeviceCode"
  | "countDeviceCodes"
  | "deviceCode"
  | "pendingDeviceCode"
  | "pollDeviceCode"
  | "changeDeviceCode";

/** Queries for device codes. */
export const deviceCodeQueries: QueriesOf<Methods> = {
  async insertDeviceCode({ deviceHash, userCodeHash, applicationId, scopes, address, createdAt, expiresAt }) {
    // An expired code is remembered for an hour, so that polls learn that it has expired.
    await this.run(sql.deleteExpiredDeviceCodes, +createdAt - 60 * 60_000);
    const scopeText = scopes.join(" ");
    const rows = await this.run(
      sql.insertDeviceCode,
      deviceHash,
      userCodeHash,
      applicationId,
      scopeText,
      address,
      +createdAt,
      +expiresAt,
    );
    return rows.length > 0;
  },
  async countDeviceCodes(applicationId, now) {
    return toCount(await this.run(sql.countDeviceCodes, applicationId, +now));
  },
  async deviceCode(deviceHash) {
    const [row] = await this.run(sql.selectDeviceCode, deviceHash);
    return row && toDeviceCode(row);
  },
  async pendingDeviceCode(userCodeHash, now) {
    const [row] = await this.run(sql.selectPendingDeviceCode, userCodeHash, +now);
    return row && toDeviceCode(row);
  },
  async pollDeviceCode(id, at) {
    await this.run(sql.pollDeviceCode, id, +at);
  },
  async changeDeviceCode(id, from, to, userId) {
    return (await this.run(sql.changeDeviceCode, id, from, to, userId)).length > 0;
  },
};

function toDeviceCode(row: sql.DeviceCodeRow): DeviceCode {
  return {
    id: row.id,
    applicationId: row.application_id,
    scopes: toScopes(row.scopes),
    state: row.state as DeviceCode["state"],
    userId: row.user_id,
    address: row.address,
    createdAt: new Date(row.created_at),
    expiresAt: new Date(row.expires_at),
    polledAt: toDate(row.polled_at),
  };
}
