import { deleteExpired } from "./delete-expired.js";
import { statement } from "./statement.js";

export interface DeviceCodeRow {
  id: number;
  application_id: number;
  scopes: string;
  state: string;
  user_id: number | null;
  address: string;
  created_at: number;
  expires_at: number;
  polled_at: number | null;
}

const deviceCodeColumns = "id, application_id, scopes, state, user_id, address, created_at, expires_at, polled_at";

export const deleteExpiredDeviceCodes = deleteExpired("device_codes", "id");

export const insertDeviceCode = statement<
  [
    deviceHash: string,
    userCodeHash: string,
    applicationId: number,
    scopes: string,
    address: string,
    createdAt: number,
    expiresAt: number,
  ],
  { id: number }
>(
  "insert-device-code",
  `INSERT INTO device_codes (device_hash, user_code_hash, application_id, scopes, address, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
);

export const countDeviceCodes = statement<[applicationId: number, now: number], { count: number }>(
  "count-device-codes",
  "SELECT count(*) AS count FROM device_codes WHERE application_id = $1 AND expires_at > $2",
);

export const selectDeviceCode = statement<[deviceHash: string], DeviceCodeRow>(
  "select-device-code",
  `SELECT ${deviceCodeColumns} FROM device_codes WHERE device_hash = $1`,
);

export const selectPendingDeviceCode = statement<[userCodeHash: string, now: number], DeviceCodeRow>(
  "select-pending-device-code",
  `SELECT ${deviceCodeColumns} FROM device_codes
   WHERE user_code_hash = $1 AND expires_at > $2 AND state = 'pending'`,
);

export const pollDeviceCode = statement<[id: number, at: number]>(
  "poll-device-code",
  "UPDATE device_codes SET polled_at = $2 WHERE id = $1",
);

export const changeDeviceCode = statement<[id: number, from: string, to: string, userId: number], { id: number }>(
  "change-device-code",
  "UPDATE device_codes SET state = $3, user_id = $4 WHERE id = $1 AND state = $2 RETURNING id",
);
