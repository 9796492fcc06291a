import { createHash, randomUUID } from "node:crypto";
import { type ReplacedToken, replaceTokenInSlot, type Seed, type Store, type TokenSlot } from "@grantbook/server";

/** Values of the variables of a sample, as the description names them. */
type Values = Readonly<Record<string, string | number>>;

/** Tokens of samples: whose, of which application, and with which scopes. */
interface SampleToken {
  /** Position of the user in the seed. */
  readonly user: 0 | 1;
  readonly application: "oauth" | "github" | "docs";
  readonly scopes: readonly string[];
}

const ofFirstUser: SampleToken = { user: 0, application: "oauth", scopes: ["public_repo"] };
const forReading: SampleToken = { ...ofFirstUser, scopes: ["user", "read:org", "repo"] };
const ofGitHubApp: SampleToken = { user: 0, application: "github", scopes: [] };

/** Application whose grant the user of the samples deletes. Its secret is known to no caller. */
const docsApplication = { clientId: "grantbook-docs", name: "Samples of the docs", url: "https://docs.example/" };

/**
 * Tokens that samples name, by operation id. Each operation has its own, so that one sample does not end what another
 * needs; what ends a grant has a user or an application of its own.
 */
const tokens: Readonly<Record<string, SampleToken>> = {
  "oauth-authorizations/get-authorization": ofFirstUser,
  "oauth-authorizations/update-authorization": ofFirstUser,
  "oauth-authorizations/update-authorization-by-post": ofFirstUser,
  "oauth-authorizations/delete-authorization": ofFirstUser,
  "oauth-authorizations/get-grant": ofFirstUser,
  "oauth-authorizations/delete-grant": { user: 0, application: "docs", scopes: [] },
  "apps/check-token": ofFirstUser,
  "apps/reset-token": ofFirstUser,
  "apps/delete-token": ofFirstUser,
  "apps/scope-token": ofGitHubApp,
  "apps/delete-authorization": { user: 1, application: "oauth", scopes: ["public_repo"] },
  "apps/check-authorization": ofFirstUser,
  "apps/reset-authorization": ofFirstUser,
  "apps/revoke-authorization-for-application": ofFirstUser,
  "apps/revoke-grant-for-application": { user: 1, application: "github", scopes: [] },
  "meta/root": forReading,
  "meta/get": forReading,
  "rate-limit/get": forReading,
  "users/get-by-username": forReading,
  "users/get-authenticated": forReading,
  "users/list-emails-for-authenticated-user": forReading,
  "orgs/list-for-authenticated-user": forReading,
  "teams/list-for-authenticated-user": forReading,
};

/** Objects of the demo that the samples of the docs name. A token is stored when the docs are first read. */
export class SampleValues {
  readonly #seed: Seed;
  readonly #now: () => Date;
  readonly #made = new Map<string, ReplacedToken>();
  #values: ReadonlyMap<string, Values> = new Map();
  /** Ends with the last refresh that was asked for; one runs at a time. */
  #queue: Promise<void> = Promise.resolve();

  constructor(seed: Seed, now: () => Date) {
    this.#seed = seed;
    this.#now = now;
  }

  /** Values by operation id, as of the last refresh. */
  get current(): ReadonlyMap<string, Values> {
    return this.#values;
  }

  /** Replaces the tokens that are gone, expired or reset. Rejects when the store is unavailable. */
  refresh(store: Store): Promise<void> {
    this.#queue = this.#queue.catch(() => undefined).then(() => this.#refresh(store));
    return this.#queue;
  }

  async #refresh(store: Store): Promise<void> {
    await storeDocsApplication(store, this.#now());
    const values = new Map<string, Values>();
    for (const [id, wanted] of Object.entries(tokens)) {
      const user = this.#seed.users?.[wanted.user];
      const { client_id: clientId, client_secret: secret = "" } = this.#application(wanted) ?? {};
      if (!user || clientId === undefined) continue;
      const slot = { login: user.login, clientId, fingerprint: `docs: ${id}`, scopes: wanted.scopes };
      const made = await this.#ensure(store, id, slot);
      if (!made) continue;
      values.set(id, {
        client_id: clientId,
        client_secret: secret,
        access_token: made.token,
        authorization_id: made.authorizationId,
        grant_id: made.grantId,
      });
    }
    this.#values = values;
  }

  #application({
    application,
  }: SampleToken): { readonly client_id?: string; readonly client_secret?: string } | undefined {
    if (application === "docs") return { client_id: docsApplication.clientId };
    return this.#seed.applications?.find(({ type = "oauth" }) => type === application);
  }

  async #ensure(store: Store, id: string, slot: TokenSlot): Promise<ReplacedToken | undefined> {
    const known = this.#made.get(id);
    if (known && (await isValid(store, slot, known, this.#now()))) return known;
    const made = await replaceTokenInSlot({ store, now: this.#now }, slot);
    if (made) this.#made.set(id, made);
    return made;
  }
}

async function storeDocsApplication(store: Store, createdAt: Date): Promise<void> {
  if (await store.application(docsApplication.clientId)) return;
  const secretHash = createHash("sha256").update(randomUUID()).digest("hex");
  await store.insertApplication({ ...docsApplication, secretHash, type: "oauth", expireUserTokens: false, createdAt });
}

/** Tests whether the slot still has the token that was made for it. */
async function isValid(store: Store, slot: TokenSlot, known: ReplacedToken, now: Date): Promise<boolean> {
  const [credentials, application] = [await store.credentials(slot.login), await store.application(slot.clientId)];
  if (!credentials || !application) return false;
  const found = await store.authorizationInSlot(credentials.user.id, application.id, slot.fingerprint);
  const isExpired = found?.expiresAt != null && found.expiresAt <= now;
  return found?.id === known.authorizationId && !isExpired && known.token.endsWith(found.tokenLastEight ?? "?");
}
