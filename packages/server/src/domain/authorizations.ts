import type { Application, Authorization, Page, PageRequest, User } from "./model.js";
import { Refusal, refuseField } from "./refusal.js";
import * as scopes from "./scopes.js";
import { applicationWithSecret } from "./sign-in.js";
import type { Queries, Store } from "./store.js";
import { type MintedToken, mintToken } from "./token.js";

/** What the rules work with. */
export interface Book {
  readonly store: Store;
  readonly now: () => Date;
}

/** An authorization as it is shown; the plain text is there when it was just made. */
export interface ShownAuthorization {
  readonly authorization: Authorization;
  readonly token?: string;
}

/** What a new token is asked for with. Empty strings count as left out, except as `note_url`, which is kept as sent. */
export interface AuthorizationRequest {
  readonly scopes?: scopes.SentScopes;
  readonly note?: string | undefined;
  readonly note_url?: string | undefined;
  readonly fingerprint?: string | undefined;
}

/** A page of a user's authorizations, of one application when a client id is given. */
export async function list(
  { store }: Book,
  user: User,
  page: PageRequest,
  clientId: string | undefined,
): Promise<Page<Authorization>> {
  return store.authorizations(user.id, page, await applicationId(store, clientId));
}

/** The id of an application that a list is narrowed to. Refuses a client id that names none. */
export async function applicationId(store: Store, clientId: string | undefined): Promise<number | null> {
  if (clientId === undefined) return null;
  const application = await store.application(clientId);
  if (!application) throw new Refusal({ code: "not-found" });
  return application.id;
}

/** One authorization of a user. */
export async function get({ store }: Book, user: User, id: number): Promise<Authorization> {
  return existing(await store.authorization(user.id, id));
}

/** Creates a token: of the application whose client id and secret are sent, or else a personal one. */
export async function create(
  book: Book,
  user: User,
  request: AuthorizationRequest & {
    readonly client_id?: string | undefined;
    readonly client_secret?: string | undefined;
  },
): Promise<ShownAuthorization> {
  const { client_id: clientId = "", client_secret: clientSecret = "" } = request;
  if (clientSecret === "" && !isClientId(clientId)) return createPersonal(book, user, request);
  return book.store.transactionOf(user.id, async (queries) => {
    const application = await named(queries, clientId, clientSecret);
    const accepted = scopes.accept(scopes.listOf(request.scopes));
    if (await liveInSlot(book, queries, user.id, application.id, request.fingerprint || null)) {
      refuseField("fingerprint", "already_exists");
    }
    return createForApplication(book, queries, user, application, request, accepted);
  });
}

/** The token of an application and a fingerprint, made when it is not there. What is there is left as it is. */
export async function getOrCreate(
  book: Book,
  user: User,
  clientId: string,
  clientSecret: string,
  request: AuthorizationRequest,
): Promise<ShownAuthorization> {
  const application = await named(book.store, clientId, clientSecret);
  const accepted = scopes.accept(scopes.listOf(request.scopes));
  const fingerprint = request.fingerprint || null;
  const found = await book.store.authorizationInSlot(user.id, application.id, fingerprint);
  if (found && !isExpired(found, book.now())) return { authorization: found };
  return book.store.transactionOf(user.id, async (queries) => {
    const madeMeanwhile = await liveInSlot(book, queries, user.id, application.id, fingerprint);
    if (madeMeanwhile) return { authorization: madeMeanwhile };
    // An administrator may have deleted the application meanwhile.
    const current = await named(queries, clientId, clientSecret);
    return createForApplication(book, queries, user, current, request, accepted);
  });
}

/**
 * Changes scopes, note or fingerprint. A request that changes nothing leaves the time of the last change. `precondition`
 * may refuse the authorization as it is then.
 */
export async function update(
  book: Book,
  user: User,
  id: number,
  request: AuthorizationRequest & scopes.ScopeChange,
  precondition: (current: Authorization) => void = () => undefined,
): Promise<Authorization> {
  return book.store.transactionOf(user.id, async (queries) => {
    const current = existing(await queries.authorization(user.id, id));
    precondition(current);
    const after = afterChange(current, request);
    if (sameAs(current, after)) return current;
    await refuseTaken(book, queries, current, after);
    await queries.updateAuthorization(user.id, id, { ...after, updatedAt: changeTime(book, current) });
    if (current.application) await followScopes(book, queries, user.id, current.application.id);
    return existing(await queries.authorization(user.id, id));
  });
}

/** Deletes a token. The grant of its application stays. `precondition` may refuse the authorization as it is then. */
export async function remove(
  book: Book,
  user: User,
  id: number,
  precondition: (current: Authorization) => void = () => undefined,
): Promise<void> {
  await book.store.transactionOf(user.id, async (queries) => {
    const authorization = existing(await queries.authorization(user.id, id));
    precondition(authorization);
    await removeIn(book, queries, authorization);
  });
}

/** As {@link remove}, in a transaction that is already there. */
export async function removeIn(
  book: Book,
  queries: Queries,
  { id, userId, application }: Authorization,
): Promise<void> {
  if (!(await queries.deleteAuthorization(userId, id))) throw new Refusal({ code: "not-found" });
  if (application) await followScopes(book, queries, userId, application.id);
}

/** True for 20 characters as client ids have them. GitHub ignores other values that come without a secret. */
function isClientId(text: string): boolean {
  return /^[0-9A-Za-z.]{20}$/.test(text);
}

async function createPersonal(book: Book, user: User, request: AuthorizationRequest): Promise<ShownAuthorization> {
  const note = request.note || null;
  if (note === null) refuseField("note", "missing_field");
  const accepted = scopes.accept(scopes.listOf(request.scopes));
  return book.store.transactionOf(user.id, async (queries) => {
    await refuseTakenPersonal(queries, user.id, { note, fingerprint: request.fingerprint || null });
    return insert(book, queries, user, null, request, accepted, mintToken("personal"));
  });
}

async function createForApplication(
  book: Book,
  queries: Queries,
  user: User,
  application: Application,
  request: AuthorizationRequest,
  accepted: readonly string[],
): Promise<ShownAuthorization> {
  const shown = await insert(book, queries, user, application, request, accepted, mintToken(application.type));
  await followScopes(book, queries, user.id, application.id);
  return shown;
}

async function insert(
  { now }: Book,
  queries: Queries,
  user: User,
  application: Application | null,
  request: AuthorizationRequest,
  accepted: readonly string[],
  token: MintedToken,
): Promise<ShownAuthorization> {
  const id = await queries.insertAuthorization({
    userId: user.id,
    applicationId: application?.id ?? null,
    tokenHash: token.hash,
    tokenLastEight: token.lastEight,
    note: request.note || null,
    noteUrl: request.note_url ?? null,
    fingerprint: request.fingerprint || null,
    scopes: accepted,
    createdAt: now(),
    expiresAt: expiryOf(application, now()),
    installation: null,
  });
  return { authorization: existing(await queries.authorization(user.id, id)), token: token.text };
}

const userTokenLifetime = 8 * 60 * 60 * 1000;
/** The last second that an RFC 3339 time can express. */
const maxTime = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Tokens of GitHub Apps last for eight hours, all others until they are deleted. */
export function expiryOf(application: Pick<Application, "type"> | null, now: Date): Date | null {
  return application?.type === "github" ? new Date(Math.min(now.getTime() + userTokenLifetime, maxTime)) : null;
}

/** When a change is made: now, but never before the last one, also when the clock was set back. */
export function changeTime({ now }: Book, { updatedAt }: { readonly updatedAt: Date }): Date {
  return new Date(Math.max(now().getTime(), updatedAt.getTime()));
}

function isExpired({ expiresAt }: Authorization, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** The authorization in a slot. An expired one is deleted, to make room. */
async function liveInSlot(
  { now }: Book,
  queries: Queries,
  userId: number,
  applicationId: number,
  fingerprint: string | null,
): Promise<Authorization | undefined> {
  const found = await queries.authorizationInSlot(userId, applicationId, fingerprint);
  if (!found || !isExpired(found, now())) return found;
  await queries.deleteAuthorization(userId, found.id);
  return undefined;
}

/** Brings the scopes of a grant in line with its tokens. After the last token they stay as they were. */
async function followScopes(book: Book, queries: Queries, userId: number, applicationId: number): Promise<void> {
  const { now } = book;
  const grant = await queries.ensureGrant(userId, applicationId, now());
  const inUse = await queries.scopesInUse(userId, applicationId, now());
  if (inUse && !sameList(inUse, grant.scopes)) await queries.updateGrant(grant.id, inUse, changeTime(book, grant));
}

/** Refuses a note or a fingerprint that another authorization has. */
async function refuseTaken(book: Book, queries: Queries, current: Authorization, wanted: Changeable): Promise<void> {
  const { id, userId, application } = current;
  if (!application) return refuseTakenPersonal(queries, userId, wanted, id);
  if (wanted.fingerprint === current.fingerprint) return;
  const holder = await liveInSlot(book, queries, userId, application.id, wanted.fingerprint);
  if (holder && holder.id !== id) refuseField("fingerprint", "already_exists");
}

async function refuseTakenPersonal(
  queries: Queries,
  userId: number,
  { note, fingerprint }: Pick<Authorization, "note" | "fingerprint">,
  ownId?: number,
): Promise<void> {
  if (!note) refuseField("note", "missing_field");
  const byNote = await queries.personalByNote(userId, note);
  if (byNote && byNote.id !== ownId) refuseField("note", "already_exists");
  if (fingerprint === null) return;
  const byFingerprint = await queries.personalByFingerprint(userId, fingerprint);
  if (byFingerprint && byFingerprint.id !== ownId) refuseField("fingerprint", "already_exists");
}

async function named(queries: Queries, clientId: string, clientSecret: string): Promise<Application> {
  const application = await applicationWithSecret(queries, clientId, clientSecret);
  if (!application) throw new Refusal({ code: "application-unknown" });
  return application;
}

function existing(authorization: Authorization | undefined): Authorization {
  if (!authorization) throw new Refusal({ code: "not-found" });
  return authorization;
}

type Changeable = Pick<Authorization, "scopes" | "note" | "noteUrl" | "fingerprint">;

function afterChange(current: Authorization, request: AuthorizationRequest & scopes.ScopeChange): Changeable {
  return {
    scopes: scopes.changed(current.scopes, request),
    note: request.note === undefined ? current.note : request.note || null,
    noteUrl: request.note_url ?? current.noteUrl,
    fingerprint: request.fingerprint === undefined ? current.fingerprint : request.fingerprint || null,
  };
}

function sameAs(current: Changeable, after: Changeable): boolean {
  return (
    sameList(current.scopes, after.scopes) &&
    current.note === after.note &&
    current.noteUrl === after.noteUrl &&
    current.fingerprint === after.fingerprint
  );
}

function sameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}
