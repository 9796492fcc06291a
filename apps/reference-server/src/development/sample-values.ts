import { type ApplicationSeed, replaceTokenInSlot, type Seed, type SeedTarget, seed } from "@grantbook/server";

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

/** Application whose grant the user of the samples deletes. Its secret is generated, and known to no caller. */
const docsApplication = { client_id: "grantbook-docs", name: "Samples of the docs", url: "https://docs.example/" };

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

/** Age at which tokens are replaced: half of the eight hours after which those of a GitHub App expire. */
const maxAgeMs = 4 * 3_600_000;

/** Sample values that were made, or are being made. */
interface Making {
  readonly at: Date;
  readonly values: Promise<ReadonlyMap<string, Values>>;
}

/**
 * Values of the samples of the docs: tokens of the demo's own users, with their identifiers. They are stored when they
 * are first asked for, because a demo without readers should have no tokens.
 */
export class SampleValues {
  readonly #seed: Seed;
  readonly #now: () => Date;
  #making: Making | undefined;

  constructor(seed: Seed, now: () => Date) {
    this.#seed = seed;
    this.#now = now;
  }

  /** Values by operation id. Only the first call stores tokens. Rejects when the store is unavailable. */
  get(target: SeedTarget): Promise<ReadonlyMap<string, Values>> {
    const now = this.#now();
    if (this.#making && +now - +this.#making.at < maxAgeMs) return this.#making.values;
    const making = { at: now, values: this.#store(target) };
    this.#making = making;
    making.values.catch(() => {
      if (this.#making === making) this.#making = undefined;
    });
    return making.values;
  }

  /** Forgets the tokens: the next call of {@link get} stores new ones. */
  clear(): void {
    this.#making = undefined;
  }

  async #store({ store, key }: SeedTarget): Promise<ReadonlyMap<string, Values>> {
    await seed({ store, key, now: this.#now }, { applications: [docsApplication] });
    const values = new Map<string, Values>();
    for (const [id, { user, application, scopes }] of Object.entries(tokens)) {
      const login = this.#seed.users?.[user]?.login;
      const { client_id: clientId, client_secret: secret = "" } = this.#application(application) ?? {};
      if (login === undefined || clientId === undefined) continue;
      const slot = { login, clientId, fingerprint: `docs: ${id}`, scopes };
      const made = await replaceTokenInSlot({ store, now: this.#now }, slot);
      if (!made) continue;
      values.set(id, {
        client_id: clientId,
        client_secret: secret,
        access_token: made.token,
        authorization_id: made.authorizationId,
        grant_id: made.grantId,
      });
    }
    return values;
  }

  #application(name: SampleToken["application"]): Partial<ApplicationSeed> | undefined {
    if (name === "docs") return docsApplication;
    return this.#seed.applications?.find(({ type = "oauth" }) => type === name);
  }
}
