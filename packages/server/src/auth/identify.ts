import type { Application, User } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import type { Store, TokenWithUser } from "../domain/store.js";
import { hashSecret, looksLikeToken } from "./credentials.js";
import { applicationWithSecret, type SignInServices, signIn } from "./sign-in.js";

/** Name and password of the Basic scheme (RFC 7617). */
export interface BasicCredentials {
  readonly scheme: "basic";
  readonly name: string;
  readonly password: string;
}

/** Credentials of a request; `unreadable` for those that cannot be parsed. */
export type Credentials =
  | { readonly scheme: "none" }
  | { readonly scheme: "unreadable" }
  | { readonly scheme: "token"; readonly token: string }
  | BasicCredentials;

/** What the credentials of a request stand for. */
export type Identity =
  | { readonly kind: "none" }
  | { readonly kind: "user"; readonly user: User }
  | { readonly kind: "application"; readonly application: Application }
  | { readonly kind: "token"; readonly holder: TokenWithUser };

/** Where credentials come from, and what came with them. */
export interface SignInOrigin {
  readonly address: string;
  /** One-time code. */
  readonly code: string | undefined;
  /** False where no user is let in: a password is then refused without being compared. */
  readonly takesPasswords: boolean;
}

const none: Identity = { kind: "none" };
const clientId = /^[0-9A-Za-z.]{20}$/;

/**
 * Identifies the caller by its credentials. A pair of name and password is the client id and secret of an application,
 * or has a token in it, or signs a user in, and only then counts as a login that can fail. Refuses as
 * `credentials-wrong` what is none of these, and like {@link signIn}.
 */
export async function identify(
  services: SignInServices,
  credentials: Credentials,
  { address, code, takesPasswords }: SignInOrigin,
): Promise<Identity> {
  if (credentials.scheme === "none") return none;
  if (credentials.scheme === "token") return requireIdentity(await findTokenHolder(services, credentials.token));
  if (credentials.scheme !== "basic") return requireIdentity(undefined);
  const { name, password } = credentials;
  // Most names cannot be a client id, and are not looked up as one.
  const application = clientId.test(name) ? await applicationWithSecret(services, name, password) : undefined;
  if (application) return { kind: "application", application };
  const token = tokenFromBasicAuth(name, password);
  const identity = token === undefined ? undefined : await findTokenHolder(services, token);
  if (identity) return identity;
  if (!takesPasswords) return requireIdentity(undefined);
  return { kind: "user", user: await signIn(services, { login: name, password, address, code }) };
}

function requireIdentity(identity: Identity | undefined): Identity {
  if (!identity) throw new Refusal({ code: "credentials-wrong" });
  return identity;
}

async function findTokenHolder(
  { store, now }: { readonly store: Store; readonly now: () => Date },
  token: string,
): Promise<Identity | undefined> {
  const holder = await store.findToken(hashSecret(token), now());
  return holder && { kind: "token", holder };
}

/** Token in a pair of name and password, where there is one: clients put it into either place. */
function tokenFromBasicAuth(name: string, password: string): string | undefined {
  const text = password === "" || password === "x-oauth-basic" ? name : password;
  return looksLikeToken(text) ? text : undefined;
}
