import type { Application, User } from "../domain/model.js";

/** Answer to a request for consent: show the page, or approve or deny without one. The last two are for tests. */
export type ConsentRule = "ask" | "always" | "never";

/** Properties of an application that only the sign-in flows use. */
export interface ApplicationProperties {
  /** Registered callback URLs, the default first. */
  readonly callbackUrls: readonly string[];
  readonly deviceFlow: boolean;
  readonly consent: ConsentRule;
  /** User who manages the application; `null` for one that an operator registered. */
  readonly ownerId: number | null;
}

/** Application with all its properties. */
export interface RegisteredApplication extends Application, ApplicationProperties {
  /** Login of the owner, where there is one. */
  readonly ownerLogin: string | null;
}

/** Browser session of a user. Its id is a secret of the browser; the store has its digest. */
export interface Session {
  readonly id: number;
  readonly user: User;
  /** An administrator locked the user out; the session opens nothing then. */
  readonly suspended: boolean;
  /** False until the second factor was given. Such a session only leads to the page that asks for it. */
  readonly signedIn: boolean;
  /** Until when sensitive actions need no password. */
  readonly sudoUntil: Date;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly address: string;
  readonly userAgent: string;
  /** What the next page shows once, sealed; see {@link ../web/flash.ts}. */
  readonly flash: string | null;
}

/** Authorization code, which an application exchanges for a token once. */
export interface AuthorizationCode {
  readonly applicationId: number;
  readonly userId: number;
  /** As the authorization request had it; `null` when it had none. */
  readonly redirectUri: string | null;
  readonly scopes: readonly string[];
  /** PKCE challenge of method S256, or `null`. */
  readonly challenge: string | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  /** Authorization that the code was exchanged for. */
  readonly authorizationId: number | null;
}

/** Progress of a device code. `used` is one whose token was given out. */
export type DeviceCodeState = "pending" | "approved" | "denied" | "used";

/** Device code, with which a device without a browser waits for a user's decision. */
export interface DeviceCode {
  readonly id: number;
  readonly applicationId: number;
  readonly scopes: readonly string[];
  readonly state: DeviceCodeState;
  /** User who decided. */
  readonly userId: number | null;
  /** Address that asked for the code. */
  readonly address: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Last poll that came in time. */
  readonly polledAt: Date | null;
}

/** Refresh token of an authorization. */
export interface RefreshToken {
  readonly authorizationId: number;
  readonly userId: number;
  readonly applicationId: number;
  /** True for one of the device flow, which needs no client secret. */
  readonly isOfDevice: boolean;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}
