import { createHash } from "node:crypto";
import type { ApplicationCredentials, UserCredentials } from "@grantbook/client";
import { authorizationsOf, grantsOf } from "@grantbook/test-kit/arrange";
import type { TestServer } from "@grantbook/test-kit/test-server";
import { expect } from "vitest";

/** One live token. */
export interface ModelAuthorization {
  readonly id: number;
  readonly user: UserCredentials;
  /** `null` for a personal token. */
  readonly application: ApplicationCredentials | null;
  readonly createdAt: number;
  updatedAt: number;
  token: string;
  note: string | null;
  fingerprint: string | null;
  scopes: readonly string[];
}

export interface ModelGrant {
  readonly user: UserCredentials;
  readonly application: ApplicationCredentials;
  readonly createdAt: number;
  updatedAt: number;
  scopes: readonly string[];
  /** Known once it was listed. */
  id?: number;
}

/** A change of an authorization, as a request says it. */
export interface Change {
  readonly scopes?: string[];
  readonly add_scopes?: string[];
  readonly remove_scopes?: string[];
  readonly note?: string;
  readonly fingerprint?: string;
}

/** Parameters of a new authorization. */
export type NewAuthorization = Pick<ModelAuthorization, "user" | "application" | "note" | "fingerprint" | "scopes">;

/**
 * The rules of authorizations, grants and tokens in memory: short, without regard to speed, and written from the
 * description alone, so that the server can be compared with them.
 */
export class Model {
  now: number;
  /** In the order they were made. */
  authorizations: ModelAuthorization[] = [];
  grants: ModelGrant[] = [];
  /** Every token there ever was. */
  readonly tokens: string[] = [];
  /** Last response for an authorization, by its id. */
  readonly copies = new Map<number, { readonly etag: string; readonly json: string }>();
  /** Of all authorizations there ever were. */
  highestId = 0;

  /** The applications, in the order they were registered. */
  constructor(
    readonly applications: readonly ApplicationCredentials[],
    now: number,
  ) {
    this.now = now;
  }

  /** A user's authorizations in the order of the list: personal ones, then by application, fingerprint and age. */
  of(user: UserCredentials): ModelAuthorization[] {
    const place = ({ application }: ModelAuthorization) => (application ? this.applications.indexOf(application) : -1);
    const slot = ({ application, fingerprint }: ModelAuthorization) => (application && fingerprint) ?? "";
    return this.authorizations
      .filter((authorization) => authorization.user === user)
      .sort((a, b) => place(a) - place(b) || slot(a).localeCompare(slot(b), "en") || a.id - b.id);
  }

  grantsOf(user: UserCredentials): ModelGrant[] {
    return this.grants.filter((grant) => grant.user === user);
  }

  withToken(token: string, application: ApplicationCredentials): ModelAuthorization | undefined {
    return this.authorizations.find((it) => it.token === token && it.application === application);
  }

  inSlot({ user, application, fingerprint }: Pick<NewAuthorization, "user" | "application" | "fingerprint">) {
    return this.of(user).find((it) => it.application === application && it.fingerprint === fingerprint);
  }

  /** The field that another authorization has already. */
  taken(wanted: Omit<NewAuthorization, "scopes">, self?: ModelAuthorization): string | undefined {
    const others = this.of(wanted.user).filter((it) => it !== self && it.application === wanted.application);
    if (wanted.application) return others.some(same("fingerprint", wanted)) ? "fingerprint" : undefined;
    if (others.some(same("note", wanted))) return "note";
    return wanted.fingerprint !== null && others.some(same("fingerprint", wanted)) ? "fingerprint" : undefined;
  }

  add(newborn: NewAuthorization & Pick<ModelAuthorization, "id" | "token">): ModelAuthorization {
    const made = { ...newborn, scopes: [...new Set(newborn.scopes)], createdAt: this.now, updatedAt: this.now };
    this.authorizations.push(made);
    this.tokens.push(newborn.token);
    this.highestId = newborn.id;
    this.#follow(made);
    return made;
  }

  /** Gives the field that is refused, and changes nothing then. */
  change(authorization: ModelAuthorization, change: Change): string | undefined {
    const { scopes, add_scopes: add, remove_scopes: remove = [] } = change;
    if (scopes && (add || change.remove_scopes)) return "scopes";
    if (add?.some((scope) => remove.includes(scope))) return "add_scopes";
    const replaced = scopes ?? [...authorization.scopes, ...(add ?? [])].filter((scope) => !remove.includes(scope));
    const after = {
      scopes: [...new Set(replaced)],
      note: change.note ?? authorization.note,
      fingerprint: change.fingerprint === "" ? null : (change.fingerprint ?? authorization.fingerprint),
    };
    const refused = this.taken({ ...authorization, ...after }, authorization);
    if (refused) return refused;
    const { note, fingerprint } = authorization;
    if (JSON.stringify(after) === JSON.stringify({ scopes: authorization.scopes, note, fingerprint })) return undefined;
    Object.assign(authorization, after, { updatedAt: Math.max(authorization.updatedAt, this.now) });
    this.#follow(authorization);
    return undefined;
  }

  reset(authorization: ModelAuthorization, token: string): void {
    Object.assign(authorization, { token, updatedAt: Math.max(authorization.updatedAt, this.now) });
    this.tokens.push(token);
  }

  remove(authorization: ModelAuthorization): void {
    this.authorizations = this.authorizations.filter((it) => it !== authorization);
    this.#follow(authorization);
  }

  removeGrant({ user, application }: Pick<ModelAuthorization, "user" | "application">): void {
    this.grants = this.grants.filter((it) => it.user !== user || it.application !== application);
    this.authorizations = this.authorizations.filter((it) => it.user !== user || it.application !== application);
  }

  /** A grant is there from the first token on; its scopes are those of the tokens, the last of them included. */
  #follow({ user, application }: ModelAuthorization): void {
    if (!application) return;
    let grant = this.grants.find((it) => it.user === user && it.application === application);
    if (!grant) {
      grant = { user, application, scopes: [], createdAt: this.now, updatedAt: this.now };
      this.grants.push(grant);
    }
    const tokens = this.authorizations.filter((it) => it.user === user && it.application === application);
    const scopes = [...new Set(tokens.flatMap((it) => it.scopes))];
    if (tokens.length === 0 || scopes.join() === grant.scopes.join()) return;
    Object.assign(grant, { scopes, updatedAt: Math.max(grant.updatedAt, this.now) });
  }
}

function same<K extends "note" | "fingerprint">(key: K, wanted: Pick<ModelAuthorization, K>) {
  return (it: ModelAuthorization) => it[key] === wanted[key];
}

/** An authorization as an answer shows it; without its token, but where that is given. */
export function serializeAuthorization(authorization: ModelAuthorization, token = "") {
  const { id, application, note, fingerprint, scopes } = authorization;
  return {
    id,
    url: expect.stringMatching(new RegExp(`/api/v3/authorizations/${id}$`)),
    app: expect.objectContaining({ client_id: application?.clientId ?? "0".repeat(20) }),
    token,
    hashed_token: createHash("sha256").update(authorization.token).digest("hex"),
    token_last_eight: authorization.token.slice(-8),
    note,
    note_url: null,
    created_at: time(authorization.createdAt),
    updated_at: time(authorization.updatedAt),
    scopes,
    fingerprint,
    expires_at: null,
  };
}

/** A grant as an answer shows it. */
export function serializeGrant({ id, application, scopes, createdAt, updatedAt }: ModelGrant) {
  return {
    id: id ?? expect.any(Number),
    url: expect.stringMatching(new RegExp(`/api/v3/applications/grants/${id ?? "[0-9]+"}$`)),
    app: expect.objectContaining({ client_id: application.clientId }),
    created_at: time(createdAt),
    updated_at: time(updatedAt),
    scopes,
  };
}

function time(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Takes everything away from users, so that an empty model is like the server again. */
export async function deleteAll(server: TestServer, users: readonly UserCredentials[]): Promise<void> {
  for (const user of users) {
    for (const { id } of await grantsOf(server, user)) {
      await server.as(user).call("oauth-authorizations/delete-grant", { path: { grant_id: id } });
    }
    for (const { id } of await authorizationsOf(server, user)) {
      await server.as(user).call("oauth-authorizations/delete-authorization", { path: { authorization_id: id } });
    }
  }
}
