import { type MintedToken, mintToken } from "../auth/credentials.js";
import { findApplicationWithSecret, recordSecretUse } from "../auth/sign-in.js";
import { type DomainContext, nextUpdatedAt } from "./context.js";
import { expiryOf, isExpired } from "./expiry.js";
import { syncGrantScopes } from "./grant-scopes.js";
import type { Application, ApplicationProfile, Authorization, Page, PageRequest, User } from "./model.js";
import { Refusal, refuseField } from "./refusal.js";
import * as scopes from "./scopes.js";
import { findActiveInSlot, requireUnique, requireUniquePersonal } from "./slots.js";
import type { ApplicationWithSecret, Queries, Store } from "./store.js";

/** Authorization, with the plain text of its token when it was just created. */
export interface AuthorizationWithToken {
  readonly authorization: Authorization;
  readonly token?: string;
}

/** Request for a token. Empty strings count as left out, except for `noteUrl`, which is stored as sent. */
export interface AuthorizationRequest {
  readonly scopes?: scopes.SentScopes;
  readonly note?: string | undefined;
  readonly noteUrl?: string | undefined;
  readonly fingerprint?: string | undefined;
  /** When a personal token expires; never by default. The API has no such parameter. */
  readonly expiresAt?: Date | null;
}

/** Request for a new token, of an application or personal. */
export interface NewAuthorizationRequest extends AuthorizationRequest {
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
}

/** Request for a change. Fields that are `undefined` stay as they are. */
export interface AuthorizationPatchRequest extends AuthorizationRequest, scopes.ScopeChange {}

/** A page of a user's authorizations, of one application when a client id is given. */
export async function list(
  { store }: DomainContext,
  user: User,
  page: PageRequest,
  clientId: string | undefined,
): Promise<Page<Authorization>> {
  return store.listAuthorizations(user.id, page, await applicationId(store, clientId));
}

/** Returns the id of the application that a list is narrowed to. Refuses an unknown client id. */
export async function applicationId(store: Store, clientId: string | undefined): Promise<number | null> {
  if (clientId === undefined) return null;
  const application = await store.application(clientId);
  if (!application) throw new Refusal({ code: "not-found" });
  return application.id;
}

/** One authorization of a user. */
export async function get({ store }: DomainContext, user: User, id: number): Promise<Authorization> {
  return orNotFound(await store.authorization(user.id, id));
}

/** Creates a token: of the application whose client id and secret are sent, or else a personal one. */
export async function create(
  domain: DomainContext,
  user: User,
  request: NewAuthorizationRequest,
): Promise<AuthorizationWithToken> {
  const { clientId = "", clientSecret = "" } = request;
  if (clientSecret === "" && !isClientId(clientId)) return createPersonal(domain, user, request);
  const { shown, found } = await domain.store.transactionOf(user.id, async (queries) => {
    const found = await requireApplication(queries, clientId, clientSecret);
    const { application } = found;
    const accepted = scopes.validateScopes(scopes.listOf(request.scopes));
    if (await findActiveInSlot(domain, queries, user.id, application.id, request.fingerprint || null)) {
      refuseField("fingerprint", "already_exists");
    }
    return { found, shown: await createForApplication(domain, queries, user, application, request, accepted) };
  });
  await recordSecretUse(domain, found);
  return shown;
}

/** The token of an application and a fingerprint, made when it is not there. What is there is left as it is. */
export async function getOrCreate(
  domain: DomainContext,
  user: User,
  clientId: string,
  clientSecret: string,
  request: AuthorizationRequest,
): Promise<AuthorizationWithToken> {
  const authenticated = await requireApplication(domain.store, clientId, clientSecret);
  await recordSecretUse(domain, authenticated);
  const { application } = authenticated;
  const accepted = scopes.validateScopes(scopes.listOf(request.scopes));
  const fingerprint = request.fingerprint || null;
  const found = await domain.store.authorizationInSlot(user.id, application.id, fingerprint);
  if (found && !isExpired(found, domain.now())) return { authorization: found };
  return domain.store.transactionOf(user.id, async (queries) => {
    const madeMeanwhile = await findActiveInSlot(domain, queries, user.id, application.id, fingerprint);
    if (madeMeanwhile) return { authorization: madeMeanwhile };
    // An administrator may have deleted the application meanwhile.
    const current = await requireApplication(queries, clientId, clientSecret);
    return createForApplication(domain, queries, user, current.application, request, accepted);
  });
}

/**
 * Changes scopes, note or fingerprint. A request that changes nothing leaves the time of the last change.
 * `precondition` may refuse the authorization as it is then.
 */
export async function update(
  domain: DomainContext,
  user: User,
  id: number,
  request: AuthorizationPatchRequest,
  precondition: (current: Authorization) => void = () => undefined,
): Promise<Authorization> {
  return domain.store.transactionOf(user.id, async (queries) => {
    const current = orNotFound(await queries.authorization(user.id, id));
    precondition(current);
    const after = applyPatch(current, request);
    if (isUnchanged(current, after)) return current;
    await requireUnique(domain, queries, current, after);
    await queries.updateAuthorization(user.id, id, { ...after, updatedAt: nextUpdatedAt(domain, current) });
    if (current.application) await syncGrantScopes(domain, queries, user.id, current.application.id);
    return orNotFound(await queries.authorization(user.id, id));
  });
}

/** Deletes a token. The grant of its application stays. `precondition` may refuse the authorization as it is then. */
export async function remove(
  domain: DomainContext,
  user: User,
  id: number,
  precondition: (current: Authorization) => void = () => undefined,
): Promise<void> {
  await domain.store.transactionOf(user.id, async (queries) => {
    const authorization = orNotFound(await queries.authorization(user.id, id));
    precondition(authorization);
    await deleteInTransaction(domain, queries, authorization);
  });
}

/** Deletes a token like {@link remove}, within a transaction. */
export async function deleteInTransaction(
  domain: DomainContext,
  queries: Queries,
  { id, userId, application }: Authorization,
): Promise<void> {
  if (!(await queries.deleteAuthorization(userId, id))) throw new Refusal({ code: "not-found" });
  if (application) await syncGrantScopes(domain, queries, userId, application.id);
}

/** True for 20 characters as client ids have them. GitHub ignores other values that come without a secret. */
function isClientId(text: string): boolean {
  return /^[0-9A-Za-z.]{20}$/.test(text);
}

async function createPersonal(
  domain: DomainContext,
  user: User,
  request: AuthorizationRequest,
): Promise<AuthorizationWithToken> {
  const note = request.note || null;
  if (note === null) refuseField("note", "missing_field");
  const accepted = scopes.validateScopes(scopes.listOf(request.scopes));
  return domain.store.transactionOf(user.id, async (queries) => {
    await requireUniquePersonal(queries, user.id, { note, fingerprint: request.fingerprint || null });
    return insertAuthorization(domain, queries, user, null, request, accepted, mintToken("personal"));
  });
}

/** Creates a token of an application, and adds its scopes to the grant. */
export async function createForApplication(
  domain: DomainContext,
  queries: Queries,
  user: User,
  application: Application,
  request: AuthorizationRequest,
  accepted: readonly string[],
): Promise<AuthorizationWithToken> {
  const shown = await insertAuthorization(
    domain,
    queries,
    user,
    application,
    request,
    accepted,
    mintToken(application.type),
  );
  await syncGrantScopes(domain, queries, user.id, application.id);
  return shown;
}

async function insertAuthorization(
  { now }: DomainContext,
  queries: Queries,
  user: User,
  application: Application | null,
  request: AuthorizationRequest,
  accepted: readonly string[],
  token: MintedToken,
): Promise<AuthorizationWithToken> {
  const createdAt = now();
  const created = {
    userId: user.id,
    tokenHash: token.hash,
    tokenLastEight: token.lastEight,
    note: request.note || null,
    noteUrl: request.noteUrl ?? null,
    fingerprint: request.fingerprint || null,
    scopes: accepted,
    createdAt,
    expiresAt: application ? expiryOf(application, createdAt) : (request.expiresAt ?? null),
    installation: null,
  };
  const id = await queries.insertAuthorization({ ...created, applicationId: application?.id ?? null });
  const authorization = { ...created, id, application: application && toProfile(application), updatedAt: createdAt };
  return { authorization, token: token.text };
}

const toProfile = ({ id, clientId, name, url }: Application): ApplicationProfile => ({ id, clientId, name, url });

async function requireApplication(
  queries: Queries,
  clientId: string,
  clientSecret: string,
): Promise<ApplicationWithSecret> {
  const found = await findApplicationWithSecret(queries, clientId, clientSecret);
  if (!found) throw new Refusal({ code: "application-unknown" });
  return found;
}

function orNotFound(authorization: Authorization | undefined): Authorization {
  if (!authorization) throw new Refusal({ code: "not-found" });
  return authorization;
}

type AuthorizationPatch = Pick<Authorization, "scopes" | "note" | "noteUrl" | "fingerprint">;

function applyPatch(current: Authorization, request: AuthorizationPatchRequest): AuthorizationPatch {
  return {
    scopes: scopes.applyScopeChange(current.scopes, request),
    note: request.note === undefined ? current.note : request.note || null,
    noteUrl: request.noteUrl ?? current.noteUrl,
    fingerprint: request.fingerprint === undefined ? current.fingerprint : request.fingerprint || null,
  };
}

function isUnchanged(current: AuthorizationPatch, after: AuthorizationPatch): boolean {
  return (
    scopes.isSameList(current.scopes, after.scopes) &&
    current.note === after.note &&
    current.noteUrl === after.noteUrl &&
    current.fingerprint === after.fingerprint
  );
}
