import type { Application } from "../domain/model.js";
import type {
  ApplicationProperties,
  AuthorizationCode,
  DeviceCode,
  RefreshToken,
  RegisteredApplication,
  Session,
} from "./model.js";

/** The part of an application that its owner can change. */
export type ApplicationChange = Pick<Application, "name" | "url" | "expireUserTokens"> &
  Pick<ApplicationProperties, "callbackUrls" | "deviceFlow">;

/** Session to be stored. */
export interface NewSession extends Omit<Session, "id" | "user" | "suspended" | "lastUsedAt" | "flash"> {
  readonly idHash: string;
  readonly userId: number;
}

/** Authorization code to be stored. */
export interface NewAuthorizationCode extends Omit<AuthorizationCode, "usedAt" | "authorizationId"> {
  readonly codeHash: string;
}

/** Device code to be stored. */
export interface NewDeviceCode
  extends Pick<DeviceCode, "applicationId" | "scopes" | "address" | "createdAt" | "expiresAt"> {
  readonly deviceHash: string;
  readonly userCodeHash: string;
}

/** Refresh token to be stored. */
export interface NewRefreshToken extends Omit<RefreshToken, "usedAt"> {
  readonly tokenHash: string;
}

/**
 * Queries of the sign-in flows. Secrets are passed and stored as digests. Rows that have ended are deleted by the
 * inserts, some at a time, so that a table stays as large as what is in use.
 */
export interface FlowQueries {
  /** Application with the properties that the flows use. */
  registeredApplication(clientId: string): Promise<RegisteredApplication | undefined>;
  registeredApplicationById(id: number): Promise<RegisteredApplication | undefined>;
  /** Application that a user manages. */
  ownedApplication(ownerId: number, id: number): Promise<RegisteredApplication | undefined>;
  /** Applications that a user manages, by id. There are few: a rule bounds them. */
  listOwnedApplications(ownerId: number): Promise<readonly RegisteredApplication[]>;
  /** Changes an application that a user manages. */
  updateOwnedApplication(ownerId: number, id: number, change: ApplicationChange): Promise<void>;
  /** Deletes all tokens of an application, and the codes that could still be exchanged for one. */
  deleteUserTokens(applicationId: number): Promise<void>;

  /** Stores a session. A user keeps the newest `limit`. */
  insertSession(session: NewSession, limit: number): Promise<void>;
  /** Session that has not expired. */
  session(idHash: string, now: Date): Promise<Session | undefined>;
  /** Signed-in sessions of a user that have not expired, the last used first. */
  listSessions(userId: number, now: Date): Promise<readonly Session[]>;
  /** Records that a session was used. */
  touchSession(id: number, at: Date): Promise<void>;
  /** Returns false when there was none to delete. */
  deleteSession(userId: number, id: number): Promise<boolean>;
  /** Deletes all sessions of a user except one. */
  deleteOtherSessions(userId: number, id: number): Promise<void>;

  /** Stores what the next page of a session shows once. */
  setFlash(sessionId: number, flash: string): Promise<void>;
  /** Deletes it. Returns false when it is no longer there; true for one of concurrent calls. */
  takeFlash(sessionId: number, flash: string): Promise<boolean>;

  /** Replaces the recovery codes of a user. */
  replaceRecoveryCodes(userId: number, codeHashes: readonly string[]): Promise<void>;
  /** Deletes a recovery code. Returns false when the user has none like it; true for one of concurrent calls. */
  useRecoveryCode(userId: number, codeHash: string): Promise<boolean>;
  countRecoveryCodes(userId: number): Promise<number>;

  insertAuthorizationCode(code: NewAuthorizationCode): Promise<void>;
  /** Code of an application, also a used or an expired one. */
  authorizationCode(applicationId: number, codeHash: string): Promise<AuthorizationCode | undefined>;
  /** Marks a code as used. Returns false when it was used before; true for one of concurrent calls. */
  useAuthorizationCode(codeHash: string, authorizationId: number, at: Date): Promise<boolean>;

  /** Stores a device code. Returns false when the user code is taken. */
  insertDeviceCode(code: NewDeviceCode): Promise<boolean>;
  /** Device codes of an application that have not expired. */
  countDeviceCodes(applicationId: number, now: Date): Promise<number>;
  /** Device code by the digest of the code that the device has, also an expired one. */
  deviceCode(deviceHash: string): Promise<DeviceCode | undefined>;
  /** Device code by the digest of the code that a user types, when it waits for a decision. */
  pendingDeviceCode(userCodeHash: string, now: Date): Promise<DeviceCode | undefined>;
  /** Records a poll that came in time. */
  pollDeviceCode(id: number, at: Date): Promise<void>;
  /** Changes the state. Returns false when it was no longer `from`; true for one of concurrent calls. */
  changeDeviceCode(id: number, from: DeviceCode["state"], to: DeviceCode["state"], userId: number): Promise<boolean>;

  insertRefreshToken(token: NewRefreshToken): Promise<void>;
  /** Refresh token, also a used or an expired one. */
  refreshToken(tokenHash: string): Promise<RefreshToken | undefined>;
  /** Marks a refresh token as used. Returns false when it was used before; true for one of concurrent calls. */
  useRefreshToken(tokenHash: string, at: Date): Promise<boolean>;

  /** Ids and scopes of the tokens that the flows made for a user and an application, the oldest first. */
  listFlowTokens(
    userId: number,
    applicationId: number,
  ): Promise<readonly { readonly id: number; readonly scopes: readonly string[] }[]>;
}
