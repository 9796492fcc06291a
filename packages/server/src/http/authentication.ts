import type { Caller } from "@grantbook/contract";
import type { User } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import {
  refuseToken,
  requireNotSuspended,
  type SignInServices,
  signInApplication,
  signInUser,
  tokenInPair,
} from "../domain/sign-in.js";
import type { TokenHolder } from "../domain/store.js";
import { hashSecret } from "../domain/token.js";
import type { Callers } from "../operations/handler.js";

interface BasicCredentials {
  readonly scheme: "basic";
  readonly name: string;
  readonly password: string;
}

type Credentials =
  | { readonly scheme: "none" | "unreadable" }
  | { readonly scheme: "token"; readonly token: string }
  | BasicCredentials;

/** Keeps a byte order mark: it is a character of the name, as any other. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What finding out who calls goes by. */
export interface Knock {
  readonly request: Request;
  readonly path: Record<string, string>;
  /** The address of the client. */
  readonly address: string;
}

/** Finds out who calls, for an operation of this kind of caller. Throws a `Refusal`. */
export function authenticate<C extends Caller>(services: SignInServices, caller: C, knock: Knock): Promise<Callers[C]> {
  const find: Finder<C> = finders[caller];
  return find(services, credentialsOf(knock.request.headers.get("authorization")), knock);
}

type Finder<C extends Caller> = (
  services: SignInServices,
  credentials: Credentials,
  knock: Knock,
) => Promise<Callers[C]>;

const finders: { readonly [C in Caller]: Finder<C> } = {
  async user(services, credentials, knock) {
    if (credentials.scheme === "basic") return signInWithPassword(services, credentials, knock);
    if (credentials.scheme === "token") await refuseToken(services, credentials.token);
    return refuseCredentials(credentials);
  },

  async application({ store }, credentials, { path }) {
    if (credentials.scheme !== "basic") return refuseCredentials(credentials);
    const application = await signInApplication(store, credentials.name, credentials.password);
    // Whether the other application exists is not told.
    if (application.clientId !== path.client_id) throw new Refusal({ code: "not-found" });
    return application;
  },

  async token(services, credentials, knock) {
    const holder = await holderOf(services, credentials);
    if (holder) {
      requireNotSuspended(holder);
      return { user: holder.user, scopes: holder.authorization.scopes };
    }
    if (credentials.scheme !== "basic") return refuseCredentials(credentials);
    return { user: await signInWithPassword(services, credentials, knock), scopes: undefined };
  },

  /** Nobody has to sign in, but whoever tries to must be right. */
  async anyone(services, credentials, knock) {
    return credentials.scheme === "none" ? undefined : finders.token(services, credentials, knock);
  },
};

/** Who has the token that was sent; nobody where it is none, or a password that looks like one. */
async function holderOf({ store, now }: SignInServices, credentials: Credentials): Promise<TokenHolder | undefined> {
  const token =
    credentials.scheme === "token"
      ? credentials.token
      : credentials.scheme === "basic"
        ? tokenInPair(credentials.name, credentials.password)
        : undefined;
  return token === undefined ? undefined : store.anyToken(hashSecret(token), now());
}

function signInWithPassword(
  services: SignInServices,
  { name: login, password }: BasicCredentials,
  { request, address }: Knock,
): Promise<User> {
  return signInUser(services, { login, password, address, code: request.headers.get("x-github-otp") || undefined });
}

function refuseCredentials({ scheme }: Credentials): never {
  throw new Refusal({ code: scheme === "none" ? "credentials-missing" : "credentials-wrong" });
}

/**
 * The credentials of an Authorization header. The scheme is compared without case (RFC 9110, section 11.1). A header
 * that was sent twice reaches us joined by a comma, which base 64 does not have, so that it is refused.
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
export function credentialsOf(header: string | null): Credentials {
  if (header === null) return { scheme: "none" };
  const [, scheme = "", value = ""] = /^(\S+) +(\S+) *$/.exec(header) ?? [];
  switch (scheme.toLowerCase()) {
    case "bearer":
    case "token":
      return { scheme: "token", token: value };
    case "basic":
      return basicCredentials(value);
    default:
      return { scheme: "unreadable" };
  }
}

function basicCredentials(value: string): Credentials {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return { scheme: "unreadable" };
  let text: string;
  try {
    text = decoder.decode(Buffer.from(value, "base64"));
  } catch {
    return { scheme: "unreadable" };
  }
  const colon = text.indexOf(":");
  if (colon < 0 || text.includes("\0")) return { scheme: "unreadable" };
  return { scheme: "basic", name: text.slice(0, colon), password: text.slice(colon + 1) };
}
