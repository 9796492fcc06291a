import type { FlowQueries } from "../oauth/flow-store.js";
import type { ApplicationProperties } from "../oauth/model.js";
import type {
  Application,
  ApplicationProfile,
  ApplicationRecord,
  ApplicationType,
  Authorization,
  ClientSecret,
  Email,
  Grant,
  ListedUser,
  Page,
  PageRequest,
  User,
  UserCredentials,
  UserRecord,
} from "./model.js";
import { type Reason, Refusal } from "./refusal.js";

/** A user to be stored. */
export interface NewUser extends Omit<User, "id" | "email"> {
  /** None by default. One of several is primary. */
  readonly emails?: readonly Email[];
  readonly passwordHash: string;
  readonly sealedOtpSecret: string | null;
  readonly createdAt: Date;
}

/** An application to be stored. */
export interface NewApplication extends Partial<ApplicationProperties> {
  readonly clientId: string;
  /** First client secret; {@link NewClientSecret} says what is stored of it. */
  readonly secretHash: string;
  readonly secretLastEight?: string | null;
  readonly name: string;
  readonly url: string;
  readonly type: ApplicationType;
  readonly expireUserTokens: boolean;
  readonly createdAt: Date;
}

/** A client secret to be stored. */
export interface NewClientSecret {
  /** SHA-256, in hexadecimal digits. */
  readonly hash: string;
  /** Left out for a secret that the server did not make. */
  readonly lastEight?: string;
  readonly createdAt: Date;
}

/** An application, and the one of its client secrets that was asked for. */
export interface ApplicationWithSecret {
  readonly application: Application;
  readonly secret: { readonly id: number; readonly hash: string; readonly lastUsedAt: Date | null };
}

/** An authorization to be stored; `applicationId` is `null` for a personal token. */
export interface NewAuthorization
  extends Pick<
    Authorization,
    "userId" | "note" | "noteUrl" | "fingerprint" | "scopes" | "createdAt" | "expiresAt" | "installation"
  > {
  readonly applicationId: number | null;
  /** Flow that makes the token; left out for a token of the API. */
  readonly origin?: "web" | "device";
  readonly tokenHash: string;
  readonly tokenLastEight: string;
}

/** The part of an authorization that a user can change. */
export type AuthorizationChange = Pick<Authorization, "note" | "noteUrl" | "fingerprint" | "scopes" | "updatedAt">;

/**
 * Thrown while the database cannot be used, for the reason in `cause`: it is away, too busy, or has no room. A change
 * may have been stored or not. The next call may find the database again.
 */
export class StoreUnavailableError extends Refusal<Extract<Reason, { readonly code: "unavailable" }>> {
  override readonly name = "StoreUnavailableError";

  constructor(override readonly cause: unknown) {
    super({ code: "unavailable", retryAfter: 1 });
  }
}

/** Failures under one name, which are forgotten together. */
export interface FailedLoginCount {
  readonly failures: number;
  readonly until: Date;
}

/** Valid token with the user it acts for. */
export interface TokenWithUser {
  readonly authorization: Authorization;
  readonly user: User;
  /** The user was suspended by an administrator; the token is refused then. */
  readonly suspended: boolean;
}

/** Token that takes the place of another one. */
export interface ReplacementToken {
  readonly hash: string;
  readonly lastEight: string;
  readonly updatedAt: Date;
  readonly expiresAt: Date | null;
}

/**
 * Queries of the store, in a transaction and outside of one. A lookup of something that belongs to a user or an
 * application takes the owner as its first argument, so that no caller can see what belongs to another.
 */
export interface Queries extends FlowQueries {
  /** Text stored under a name, for the server itself. */
  metadata(name: string): Promise<string | undefined>;
  /** Stores a text under a name, unless there is one. */
  insertMetadata(name: string, value: string): Promise<void>;
  /** Puts a text in the place of another. `false` when it is no longer that one, or there is none. */
  replaceMetadata(name: string, old: string, value: string): Promise<boolean>;

  user(id: number): Promise<User | undefined>;
  /** Logins are compared without regard to case. */
  credentials(login: string): Promise<UserCredentials | undefined>;
  /** A user with all that is recorded. Logins are compared without regard to case. */
  userRecord(login: string): Promise<UserRecord | undefined>;
  /** E-mail addresses of a user, in the order they were given. */
  listEmails(userId: number): Promise<readonly Email[]>;
  /** Login of the one user with a verified address, compared without regard to case; none when several have it. */
  loginOfEmail(email: string): Promise<string | undefined>;
  /** Stores a user with the e-mail addresses, in a transaction. `undefined` when the login is taken. */
  insertUser(user: NewUser): Promise<User | undefined>;
  /**
   * Notes that a user used the one-time code of a time step. `false` when the step, or a later one, was used before; of
   * concurrent calls one resolves to `true`.
   */
  useOtpStep(userId: number, step: number): Promise<boolean>;
  /** Users by id, those after one; at most `limit`. */
  listUsers(after: number, limit: number): Promise<readonly ListedUser[]>;
  setPasswordHash(userId: number, passwordHash: string): Promise<void>;
  /** `null` switches two-factor authentication off. */
  setOtpSecret(userId: number, sealedOtpSecret: string | null): Promise<void>;
  /** `null` lets the user in again. */
  setSuspended(userId: number, at: Date | null): Promise<void>;
  /** Counts the users who have a secret of one-time codes. */
  countOtpSecrets(): Promise<number>;
  /** Sealed seeds of one-time codes by user id, those after one; at most `limit`. */
  listOtpSecrets(
    after: number,
    limit: number,
  ): Promise<readonly { readonly userId: number; readonly sealedOtpSecret: string }[]>;
  /** Puts a sealed seed in the place of another. Does nothing when it is no longer that one. */
  replaceOtpSecret(userId: number, old: string, sealedOtpSecret: string): Promise<void>;

  /** Failed logins counted under a name, and until when they count; `undefined` when there are none. */
  failedLogins(name: string, now: Date): Promise<FailedLoginCount | undefined>;
  /** Counts a failure, and returns the count with it. The first one after the last count ended says until when. */
  countFailedLogin(name: string, now: Date, until: Date): Promise<FailedLoginCount>;
  forgetFailedLogins(name: string): Promise<void>;
  /** Deletes counts that have ended, at most `limit`, and says how many. */
  deleteExpiredFailedLogins(now: Date, limit: number): Promise<number>;
  /** Deletes counts beyond the `keep` that end last, at most `limit`, and says how many. */
  deleteExcessFailedLogins(keep: number, limit: number): Promise<number>;

  application(clientId: string): Promise<Application | undefined>;
  /** The same application, when it has a client secret with this digest. Costs the same whatever is missing. */
  applicationForSecret(clientId: string, secretHash: string): Promise<ApplicationWithSecret | undefined>;
  /** The oldest application of this name. */
  applicationByName(name: string): Promise<Application | undefined>;
  /** Stores an application with its client secret, in a transaction. `undefined` when the client id is taken. */
  insertApplication(application: NewApplication): Promise<Application | undefined>;
  /** Applications by id, those after one; at most `limit`. */
  listApplications(after: number, limit: number): Promise<readonly ApplicationRecord[]>;
  /** Deletes an application with its grants and authorizations, and says how many of the latter there were. */
  deleteApplication(applicationId: number): Promise<number>;

  insertClientSecret(applicationId: number, secret: NewClientSecret): Promise<void>;
  /** The newest first. */
  listClientSecrets(applicationId: number): Promise<readonly ClientSecret[]>;
  /** Whether there was one to delete. */
  deleteClientSecret(applicationId: number, id: number): Promise<boolean>;
  /** Stores a client secret in the place of all others, in a transaction. */
  replaceClientSecrets(applicationId: number, secret: NewClientSecret): Promise<void>;
  /** Records that a client secret was used. */
  touchClientSecret(applicationId: number, id: number, at: Date): Promise<void>;

  authorization(userId: number, id: number): Promise<Authorization | undefined>;
  /** Personal ones first, then application by application, by fingerprint with none first, then by id. */
  listAuthorizations(userId: number, page: PageRequest, applicationId: number | null): Promise<Page<Authorization>>;
  /** The authorization in the slot of an application and a fingerprint; having none is a slot of its own. */
  authorizationInSlot(
    userId: number,
    applicationId: number,
    fingerprint: string | null,
  ): Promise<Authorization | undefined>;
  personalByNote(userId: number, note: string): Promise<{ readonly id: number } | undefined>;
  personalByFingerprint(userId: number, fingerprint: string): Promise<{ readonly id: number } | undefined>;
  /** Union of the scopes of an application's live authorizations, oldest first; `undefined` when there are none. */
  scopesInUse(userId: number, applicationId: number, now: Date): Promise<readonly string[] | undefined>;
  insertAuthorization(authorization: NewAuthorization): Promise<number>;
  updateAuthorization(userId: number, id: number, change: AuthorizationChange): Promise<void>;
  /** Whether there was one to delete. */
  deleteAuthorization(userId: number, id: number): Promise<boolean>;
  deleteAuthorizations(userId: number, applicationId: number): Promise<void>;

  /** The live token of an application with this digest, and its user. An expired one is not found. */
  token(application: ApplicationProfile, tokenHash: string, now: Date): Promise<TokenWithUser | undefined>;
  /** The live token with this digest, of any kind, and its user. */
  findToken(tokenHash: string, now: Date): Promise<TokenWithUser | undefined>;
  /** Puts a new token in the place of an old one; `false` when the old one is no longer there. */
  replaceToken(applicationId: number, oldHash: string, token: ReplacementToken): Promise<boolean>;
  /** Puts a new token in the place of a personal one. */
  replacePersonalToken(userId: number, id: number, token: ReplacementToken): Promise<void>;
  /** Personal tokens of a user by id, the newest first, those before one; at most `limit`. */
  listPersonalTokens(userId: number, before: number, limit: number): Promise<readonly Authorization[]>;

  grant(userId: number, id: number): Promise<Grant | undefined>;
  /** In the order they were granted. */
  listGrants(userId: number, page: PageRequest, applicationId: number | null): Promise<Page<Grant>>;
  grantOf(userId: number, applicationId: number): Promise<Grant | undefined>;
  /** The grant of a user and an application, which is made when there is none; to be called in a transaction. */
  ensureGrant(userId: number, applicationId: number, now: Date): Promise<Grant>;
  updateGrant(id: number, scopes: readonly string[], updatedAt: Date): Promise<void>;
  /** Whether there was one to delete. */
  deleteGrant(userId: number, id: number): Promise<boolean>;
  /** Deletes all grants of a user, with all tokens of applications. */
  deleteGrants(userId: number): Promise<void>;
}

/**
 * Port for everything that is stored. It has one implementation, over SQL, for every engine that has a driver. All
 * promises may reject with a {@link StoreUnavailableError}.
 */
export interface Store extends Queries {
  /**
   * Runs work that is stored whole or not at all. It is not stored when the work throws. No other transaction runs
   * meanwhile, in any process. Transactions do not nest: the queries of the work cannot start one. After a conflict of
   * transactions the work runs again from its beginning, its other effects included.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** The same for work on what one user has: transactions of other users may run meanwhile, and none of this one. */
  transactionOf<T>(userId: number, work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Deletes all users and applications and all they have. Identifiers start anew; metadata stays. */
  clear(): Promise<void>;
  /**
   * Proves that a write can be stored: writes one row of metadata, as durably as any other write. Rejects with a
   * {@link StoreUnavailableError} otherwise. Costs one synced write, so ask rarely, as a readiness probe does.
   */
  checkWritable(): Promise<void>;
  /** Ends the connection; what was acknowledged is on disk. */
  close(): Promise<void>;
}
