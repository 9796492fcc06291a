import { type Caller, type OperationId, operationTable } from "@grantbook/contract";
import type { Callers } from "../../api/handler.js";
import { hashSecret } from "../../auth/credentials.js";
import {
  applicationWithSecret,
  requireNotSuspended,
  signInWithoutToken,
  tokenFromBasicAuth,
} from "../../auth/sign-in.js";
import type { User } from "../../domain/model.js";
import { Refusal } from "../../domain/refusal.js";
import type { TokenWithUser } from "../../domain/store.js";
import { basePath } from "../base-path.js";
import type { RequestContext } from "../context.js";
import { type BasicCredentials, type Credentials, parseCredentials } from "../credentials.js";
import { rawPath } from "../url.js";

/** Step that authenticates the caller of an operation. */
export function authenticate(id: OperationId): (context: RequestContext) => Promise<void> {
  const authenticator: Authenticator<Caller> = authenticators[operationTable[id].caller];
  return async (context) => {
    context.caller = await authenticator(context, parseCredentials(context.request.headers.get("authorization")));
  };
}

const userPath = `${basePath}/authorizations`;

/**
 * Authenticates a user who sends credentials to an unknown path below the operations for users: clients send a request
 * that leads nowhere to be asked for a one-time code.
 */
export async function authenticateUserPath(context: RequestContext): Promise<void> {
  const header = context.request.headers.get("authorization");
  if (header === null || !rawPath(context.request.url).startsWith(userPath)) return;
  await authenticators.user(context, parseCredentials(header));
}

type Authenticator<C extends Caller> = (context: RequestContext, credentials: Credentials) => Promise<Callers[C]>;

const authenticators: { readonly [C in Caller]: Authenticator<C> } = {
  async user(context, credentials) {
    if (await findTokenHolder(context, credentials)) throw new Refusal({ code: "password-needed" });
    if (credentials.scheme !== "basic") return refuseCredentials(credentials);
    if (await isApplication(context, credentials)) throw new Refusal({ code: "not-found" });
    return signInWithPassword(context, credentials);
  },

  /** Missing credentials and those of another application or a token get 404: the response does not say what exists. */
  async application(context, credentials) {
    if (credentials.scheme === "none") throw new Refusal({ code: "not-found" });
    const application =
      credentials.scheme === "basic" &&
      (await applicationWithSecret(context.services.store, credentials.name, credentials.password));
    if (application && application.clientId === context.pathParams.client_id) return application;
    if (application || (await findTokenHolder(context, credentials))) throw new Refusal({ code: "not-found" });
    return refuseCredentials(credentials);
  },

  async token(context, credentials) {
    const holder = await findTokenHolder(context, credentials);
    if (holder) {
      requireNotSuspended(holder);
      return { user: holder.user, scopes: holder.authorization.scopes };
    }
    if (credentials.scheme !== "basic") return refuseCredentials(credentials);
    if (await isApplication(context, credentials)) throw new Refusal({ code: "not-found" });
    return { user: await signInWithPassword(context, credentials), scopes: undefined };
  },

  /** Credentials are optional, and must be valid where there are any. */
  async anyone(context, credentials) {
    if (credentials.scheme === "none") return undefined;
    if (credentials.scheme === "basic" && (await isApplication(context, credentials))) return undefined;
    return authenticators.token(context, credentials);
  },
};

/** User of the token that was sent; `undefined` for an unknown one, and for a password that looks like a token. */
async function findTokenHolder(context: RequestContext, credentials: Credentials): Promise<TokenWithUser | undefined> {
  const token =
    credentials.scheme === "token"
      ? credentials.token
      : credentials.scheme === "basic"
        ? tokenFromBasicAuth(credentials.name, credentials.password)
        : undefined;
  if (token === undefined) return undefined;
  const { store, now } = context.services;
  const holder = await store.findToken(hashSecret(token), now());
  context.token = holder?.authorization;
  return holder;
}

/**
 * True for the client id and secret of an application. Such a pair is no login, so it is never counted as a failed one.
 * Only names that can be a client id are looked up.
 */
async function isApplication({ services }: RequestContext, { name, password }: BasicCredentials): Promise<boolean> {
  return clientId.test(name) && (await applicationWithSecret(services.store, name, password)) !== undefined;
}

const clientId = /^[0-9A-Za-z.]{20}$/;

/** Signs in with a password that is known to be no valid token. */
function signInWithPassword(context: RequestContext, credentials: BasicCredentials): Promise<User> {
  return signInWithoutToken(context.services, toLoginRequest(context, credentials));
}

function toLoginRequest({ request, address }: RequestContext, { name, password }: BasicCredentials) {
  return { login: name, password, address, code: request.headers.get("x-github-otp") || undefined };
}

function refuseCredentials({ scheme }: Credentials): never {
  throw new Refusal({ code: scheme === "none" ? "credentials-missing" : "credentials-wrong" });
}
