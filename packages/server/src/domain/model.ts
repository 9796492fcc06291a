/** User, with a login and a password. */
export interface User {
  readonly id: number;
  readonly login: string;
  readonly name: string | null;
  /** Address of the profile: the primary one, when it is public. */
  readonly email: string | null;
  readonly siteAdmin: boolean;
}

/** E-mail address of a user. */
export interface Email {
  readonly email: string;
  /** Exactly one of the addresses of a user is primary. */
  readonly primary: boolean;
  readonly verified: boolean;
  /** `null` for an address that is not primary. */
  readonly visibility: "public" | "private" | null;
}

/** Credentials of a user. */
export interface UserCredentials {
  readonly user: User;
  /** argon2id, in the PHC string format. */
  readonly passwordHash: string;
  /** Encrypted secret of one-time codes; `null` without two-factor authentication. */
  readonly sealedOtpSecret: string | null;
  /** The user was suspended by an administrator. */
  readonly suspended: boolean;
}

/** User as administrators see one. */
export interface UserRecord {
  readonly user: User;
  readonly twoFactor: boolean;
  /** `null` for a user who is not suspended. */
  readonly suspendedAt: Date | null;
  readonly createdAt: Date;
}

/** User as operators see them in a list. */
export interface ListedUser extends UserRecord {
  /** Also when it is private. */
  readonly primaryEmail: string | null;
}

/** `oauth` for an OAuth application, `github` for a GitHub App. */
export type ApplicationType = "oauth" | "github";

/** Application that acts for users. */
export interface Application {
  readonly id: number;
  readonly clientId: string;
  readonly name: string;
  readonly url: string;
  readonly type: ApplicationType;
  /** Tokens of its users expire, and come with a refresh token where a sign-in flow makes them. */
  readonly expireUserTokens: boolean;
}

/** Client secret of an application. Its plain text is not stored. */
export interface ClientSecret {
  readonly id: number;
  /** Last characters of a secret that the server made; `null` for one that was chosen elsewhere. */
  readonly lastEight: string | null;
  readonly createdAt: Date;
  /** Last use, with the precision of an hour; `null` for one that was never used. */
  readonly lastUsedAt: Date | null;
}

/** Application as administrators see one. */
export type ApplicationRecord = Omit<Application, "expireUserTokens"> & { readonly createdAt: Date };

/** Public part of an application. */
export type ApplicationProfile = Pick<Application, "id" | "clientId" | "name" | "url">;

/** Record of one token. Its plain text is not stored. */
export interface Authorization {
  readonly id: number;
  readonly userId: number;
  /** `null` for a personal token. */
  readonly application: ApplicationProfile | null;
  /** SHA-256 of the token, in hexadecimal digits; `null` when a web sign-in was never completed. */
  readonly tokenHash: string | null;
  readonly tokenLastEight: string | null;
  readonly note: string | null;
  readonly noteUrl: string | null;
  readonly fingerprint: string | null;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date | null;
  /** `null` for a token that is not scoped. */
  readonly installation: Installation | null;
}

/** Permissions of a scoped token of a GitHub App, and the account they are for. */
export interface Installation {
  readonly permissions: Readonly<Record<string, string>>;
  readonly repositorySelection: "all" | "selected";
  /** The account that the token is for, as it was when the token was made. */
  readonly account: User;
}

/** Consent of one user to one application. */
export interface Grant {
  readonly id: number;
  readonly application: ApplicationProfile;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Number of this page, from 1. */
  readonly page: number;
  /** Number of the last page; 1 for an empty list. */
  readonly lastPage: number;
}

/** Number and size of a page. */
export interface PageRequest {
  readonly page: number;
  readonly perPage: number;
}
