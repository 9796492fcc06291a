import { type Caller, type OperationId, operationTable } from "@grantbook/contract";
import type { Callers } from "../../api/handler.js";
import type { Identity } from "../../auth/identify.js";
import { Refusal } from "../../domain/refusal.js";
import type { RequestContext } from "../context.js";

/** Step that makes the identified caller that of an operation, or refuses it. */
export function authorize(id: OperationId): (context: RequestContext) => void {
  const toCaller: ToCaller<Caller> = toCallers[operationTable[id].caller];
  return (context) => {
    context.caller = toCaller(context.identity, context.pathParams.client_id);
  };
}

type ToCaller<C extends Caller> = (identity: Identity, clientId?: string) => Callers[C];

/** Caller of an operation, by the kind of its callers. */
export const toCallers: { readonly [C in Caller]: ToCaller<C> } = {
  user(identity) {
    if (identity.kind === "token") throw new Refusal({ code: "password-needed" });
    return requireUser(identity);
  },

  /** Missing credentials and those of another application or a token get 404: the response does not say what exists. */
  application(identity, clientId) {
    if (identity.kind === "application" && identity.application.clientId === clientId) return identity.application;
    throw new Refusal({ code: "not-found" });
  },

  token(identity) {
    if (identity.kind !== "token") return { user: requireUser(identity), scopes: undefined };
    const { user, authorization } = identity.holder;
    return { user, scopes: authorization.scopes };
  },

  /** Credentials are optional, and must be valid where there are any. */
  anyone(identity) {
    if (identity.kind === "none" || identity.kind === "application") return undefined;
    return toCallers.token(identity);
  },
};

/** An application is no user: what belongs to users is not found. */
function requireUser(identity: Exclude<Identity, { readonly kind: "token" }>) {
  if (identity.kind === "none") throw new Refusal({ code: "credentials-missing" });
  if (identity.kind === "application") throw new Refusal({ code: "not-found" });
  return identity.user;
}
