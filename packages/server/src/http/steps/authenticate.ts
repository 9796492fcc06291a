import { type Caller, type OperationId, operationTable } from "@grantbook/contract";
import type { Callers } from "../../api/handler.js";
import { hashSecret } from "../../auth/credentials.js";
import {
  rejectTokenAsPassword,
  requireNotSuspended,
  signInApplication,
  signInUser,
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
    if (credentials.scheme === "basic") return signInUser(context.services, toLoginRequest(context, credentials));
    if (credentials.scheme === "token") await rejectTokenAsPassword(context.services, credentials.token);
    return refuseCredentials(credentials);
  },

  async application({ services, pathParams }, credentials) {
    if (credentials.scheme !== "basic") return refuseCredentials(credentials);
    const application = await signInApplication(services.store, credentials.name, credentials.password);
    // The response does not say if the other application exists.
    if (application.clientId !== pathParams.client_id) throw new Refusal({ code: "not-found" });
    return application;
  },

  async token(context, credentials) {
    const holder = await findTokenHolder(context, credentials);
    if (holder) {
      requireNotSuspended(holder);
      return { user: holder.user, scopes: holder.authorization.scopes };
    }
    if (credentials.scheme !== "basic") return refuseCredentials(credentials);
    return { user: await signInWithPassword(context, credentials), scopes: undefined };
  },

  /** Credentials are optional, and must be valid where there are any. */
  async anyone(context, credentials) {
    return credentials.scheme === "none" ? undefined : authenticators.token(context, credentials);
  },
};

/** User of the token that was sent; `undefined` for an unknown one, and for a password that looks like a token. */
async function findTokenHolder(
  { services: { store, now } }: RequestContext,
  credentials: Credentials,
): Promise<TokenWithUser | undefined> {
  const token =
    credentials.scheme === "token"
      ? credentials.token
      : credentials.scheme === "basic"
        ? tokenFromBasicAuth(credentials.name, credentials.password)
        : undefined;
  return token === undefined ? undefined : store.findToken(hashSecret(token), now());
}

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
