import { hashSecret } from "../auth/credentials.js";
import { deleteInTransaction } from "../domain/authorizations.js";
import type { Authorization } from "../domain/model.js";
import type { Queries } from "../domain/store.js";
import { object, text, wholeNumber } from "../validation.js";
import { clientIdSchema, requireApplication } from "./applications.js";
import { AdministrationError, command } from "./command.js";
import { type AdministrationTarget, pageSize } from "./target.js";
import { loginSchema, requireUser } from "./users.js";

/** A token in a list: what tells it from others, and never its text. */
export interface TokenEntry {
  readonly id: number;
  /** `null` for a personal token. */
  readonly client_id: string | null;
  readonly application: string | null;
  readonly note: string | null;
  readonly fingerprint: string | null;
  readonly scopes: readonly string[];
  readonly token_last_eight: string | null;
  readonly created_at: string;
  readonly expires_at: string | null;
}

/** Which token: a user's by its id, or any by its text. */
type TokenReference = { readonly login: string; readonly id: number } | { readonly token: string };

const listParameters = object(
  { login: loginSchema, client_id: clientIdSchema, page: { type: "integer", minimum: 1, maximum: 1_000_000_000 } },
  "login",
  "page",
);

const referenceParameters = {
  ...object({ login: loginSchema, id: wholeNumber, token: text(255) }),
  if: { required: ["token"] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  then: { maxProperties: 1, problem: "must be a token alone, or a login and an id" },
  else: { required: ["login", "id"] },
};

/** The commands for tokens. */
export function tokenCommands(target: AdministrationTarget) {
  const { store, now } = target;
  return {
    /** Lists a page of a user's tokens; of one application where its client id is given. */
    listTokens: command(
      listParameters,
      async (wanted: {
        readonly login: string;
        readonly client_id?: string;
        readonly page: number;
      }): Promise<{ readonly tokens: readonly TokenEntry[]; readonly last_page: number }> => {
        const { user } = await requireUser(store, wanted.login);
        const clientId = wanted.client_id;
        const application = clientId === undefined ? null : await requireApplication(store, clientId);
        const request = { page: wanted.page, perPage: pageSize };
        const { items, lastPage } = await store.listAuthorizations(user.id, request, application?.id ?? null);
        return { tokens: items.map(toTokenEntry), last_page: lastPage };
      },
    ),

    /** Deletes a token. */
    revokeToken: command(referenceParameters, async (wanted: TokenReference) =>
      store.transaction(async (queries) => {
        const { authorization, login } = await resolveToken(queries, wanted, now());
        await deleteInTransaction(target, queries, authorization);
        return { id: authorization.id, login };
      }),
    ),
  };
}

async function resolveToken(
  queries: Queries,
  wanted: TokenReference,
  now: Date,
): Promise<{ readonly authorization: Authorization; readonly login: string }> {
  if ("token" in wanted) {
    const holder = await queries.findToken(hashSecret(wanted.token), now);
    if (!holder) throw new AdministrationError("there is no such token, or it has expired");
    return { authorization: holder.authorization, login: holder.user.login };
  }
  const { user } = await requireUser(queries, wanted.login);
  const authorization = await queries.authorization(user.id, wanted.id);
  if (!authorization) throw new AdministrationError(`${user.login} has no token with the id ${wanted.id}`);
  return { authorization, login: user.login };
}

function toTokenEntry(authorization: Authorization): TokenEntry {
  const { id, application, note, fingerprint, scopes, tokenLastEight, createdAt, expiresAt } = authorization;
  return {
    id,
    client_id: application?.clientId ?? null,
    application: application?.name ?? null,
    note,
    fingerprint,
    scopes,
    token_last_eight: tokenLastEight,
    created_at: createdAt.toISOString(),
    expires_at: expiresAt?.toISOString() ?? null,
  };
}
