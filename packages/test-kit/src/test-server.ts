import { randomBytes } from "node:crypto";
import {
  type ApplicationCredentials,
  type Client,
  type Credentials,
  createClient,
  type TokenCredentials,
  type UserCredentials,
} from "@grantbook/client";
import {
  createServer,
  decodeOtpSecret,
  generateTotp,
  type LoginLimits,
  type PasswordLimits,
  type Seed,
  type Store,
  type SunsetOptions,
  seed,
} from "@grantbook/server";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { type Engine, engines } from "@grantbook/test-kit/engines";
import { afterEach, beforeEach } from "vitest";
import { inProcess, type Transport } from "./transports.js";

export const octocat: UserCredentials = { login: "octocat", password: "octocat's password" };
export const hubot: UserCredentials = { login: "hubot", password: "hubot's password" };
/** Has two-factor authentication. */
export const mona: UserCredentials = { login: "mona", password: "mona's password" };
const monasSeed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

export const gemUpdater: ApplicationCredentials = { clientId: "abcde12345fghij67890", clientSecret: "3ef4".repeat(10) };
export const deployer: ApplicationCredentials = { clientId: "0123456789abcdef0123", clientSecret: "5ec2".repeat(10) };
/** A GitHub App. */
export const reviewer: ApplicationCredentials = { clientId: "Iv1.8a61f9b3a7aba766", clientSecret: "9a7b".repeat(10) };

const seedData: Seed = {
  users: [
    { ...octocat, name: "The Octocat", site_admin: true },
    {
      ...hubot,
      emails: [
        { email: "hubot@home.example", verified: false },
        { email: "hubot@example.com", primary: true, visibility: "public" },
      ],
    },
    { ...mona, otp_secret: monasSeed },
  ],
  applications: [
    {
      name: "Gem updater",
      url: "https://gems.example/",
      client_id: gemUpdater.clientId,
      client_secret: gemUpdater.clientSecret,
    },
    {
      name: "Deployer",
      url: "https://deploy.example/",
      client_id: deployer.clientId,
      client_secret: deployer.clientSecret,
    },
    {
      name: "Reviewer",
      url: "https://review.example/",
      client_id: reviewer.clientId,
      client_secret: reviewer.clientSecret,
      type: "github",
    },
  ],
};

/** Differences from the usual test server. */
export interface ServerOverrides {
  /** Stands between the server and the store. */
  readonly store?: (store: Store) => Store;
  readonly passwordLimits?: PasswordLimits;
  readonly loginLimits?: LoginLimits;
  readonly sunset?: SunsetOptions;
  readonly rateLimit?: number;
  readonly allowOtpReuse?: boolean;
  /** Uses its own store of the same database, as another process would. */
  readonly separateStore?: boolean;
}

/** A server with a store of its own, and what is needed to call it as anybody. */
export interface TestServer {
  readonly baseUrl: string;
  readonly store: Store;
  /** The clock of the server; tests move it. */
  readonly clock: { now: Date };
  readonly fetch: (request: Request) => Promise<Response>;
  as(user: UserCredentials): Client<UserCredentials>;
  as(application: ApplicationCredentials): Client<ApplicationCredentials>;
  as(bearer: TokenCredentials): Client<TokenCredentials>;
  /** The current one-time code of mona. */
  code(): string;
  /** Starts another server on the same store. */
  withOverrides(overrides: ServerOverrides): Promise<TestServer>;
  close(): Promise<void>;
}

const key = randomBytes(32);
const start = new Date("2026-11-20T12:00:00Z");

/** Seeds once, to hash every password once, and gives what stores the same in any other store. */
async function hashSeedData(): Promise<(store: Store) => Promise<void>> {
  const model = await openSqliteStore(":memory:");
  await seed({ store: model, key, now: () => start }, seedData);
  const users: Parameters<Store["insertUser"]>[0][] = [];
  for (const { login } of seedData.users ?? []) {
    const found = await model.credentials(login);
    if (!found) throw new Error(`There is no user ${login}.`);
    const { user, ...secrets } = found;
    users.push({ ...user, ...secrets, emails: await model.listEmails(user.id), createdAt: start });
  }
  await model.close();
  return async (store) => {
    for (const user of users) await store.insertUser(user);
    await seed({ store, key, now: () => start }, { applications: seedData.applications ?? [] });
  };
}

const storeSeedData = hashSeedData();

/** Makes clients that show every answer as it comes: nothing is tried again, and a busy machine is no failure. */
export function clientsOf(baseUrl: string, fetch: TestServer["fetch"]): TestServer["as"] {
  const as = (auth: Credentials) =>
    createClient({
      baseUrl,
      auth,
      fetch: (url, init) => fetch(new Request(url, init)),
      retry: false,
      timeout: 60_000,
    });
  return as as TestServer["as"];
}

/** Starts a test server, on the first engine unless another one is named. Close it after use. */
export async function startTestServer(
  transport: Transport,
  engine: Pick<Engine, "create"> | undefined = engines[0],
): Promise<TestServer> {
  if (!engine) throw new Error("There is no engine to start a test server with.");
  const database = await engine.create();
  const ownStore = await database.open();
  const clock = { now: start };
  await (await storeSeedData)(ownStore);

  async function open({
    store: between = (same) => same,
    separateStore,
    ...limits
  }: ServerOverrides): Promise<TestServer> {
    const store = separateStore ? await database.open() : ownStore;
    const connection = await transport.connect((publicUrl) =>
      createServer({
        store: between(store),
        key,
        publicUrl,
        now: () => clock.now,
        onError: () => undefined,
        ...limits,
      }),
    );
    const opened: TestServer[] = [];
    return {
      baseUrl: `${connection.publicUrl}/api/v3`,
      store,
      clock,
      fetch: connection.fetch,
      as: clientsOf(`${connection.publicUrl}/api/v3`, connection.fetch),
      code: () => generateTotp(decodeOtpSecret(monasSeed) ?? Buffer.alloc(0), clock.now),
      async withOverrides(overrides) {
        const other = await open(overrides);
        opened.push(other);
        return other;
      },
      async close() {
        for (const other of opened) await other.close();
        await connection.close();
        if (separateStore) await store.close();
      },
    };
  }

  const server = await open({});
  return {
    ...server,
    async close() {
      await server.close();
      await ownStore.close();
      await database.remove();
    },
  };
}

/** Starts a test server for each test, and closes it. The object is that of the test that runs. */
export function useTestServer(engine: Engine, transport: Transport = inProcess): TestServer {
  const server = {} as TestServer;
  beforeEach(async () => {
    Object.assign(server, await startTestServer(transport, engine));
  });
  afterEach(() => server.close());
  return server;
}
