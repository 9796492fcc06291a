import { randomBytes } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Client, type ClientOptions, type Credentials, createClient } from "@grantbook/client";
import {
  basePath,
  createServer,
  decodeOtpSecret,
  generateTotp,
  type Seed,
  type SeedResult,
  type Server,
  type ServerOptions,
  type Store,
  seed,
} from "@grantbook/server";
import { Faults } from "@grantbook/server/development";
import { locateDatabase, temporaryDatabase } from "@grantbook/server/engine";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { type Clock, stoppedClock } from "./clock.js";
import type { TestApplication, TestUser } from "./seeded.js";
import { createSignIns, type SignIns } from "./sign-in.js";
import { type RecordedRequest, withFaults } from "./with-faults.js";

/** Settings of a throw-away server: what it has at the start, and how it responds. */
export interface GrantbookOptions
  extends Pick<
    ServerOptions,
    "sunset" | "rateLimit" | "loginLimits" | "passwordLimits" | "enterpriseVersion" | "onError"
  > {
  /** Users and applications. Passwords and secrets that are left out are generated. None by default. */
  readonly seed?: Seed | undefined;
  /** Time that the clock shows at the start. The time of the start by default. */
  readonly now?: Date | undefined;
  /** Port of 127.0.0.1. A free one by default. */
  readonly port?: number | undefined;
}

/** Server for one test, or for a few: on a port of 127.0.0.1, with its data in memory. */
export interface Grantbook extends SignIns, AsyncDisposable {
  /** Address of the API, with its path: the `baseUrl` of a client. */
  readonly url: string;
  readonly port: number;
  readonly clock: Clock;
  /** Faults to inject: errors, delays, cut connections. */
  readonly faults: Faults;
  /** Requests to the API since the start or the last reset, the oldest first. */
  requests(): readonly RecordedRequest[];
  /** Passwords and secrets that were generated for the seed. They stay the same after a reset. */
  readonly generated: SeedResult;
  /** User of the seed, with the password that was given or generated. Throws when there is none of this login. */
  user(login: string): TestUser;
  /** Application of the seed, with the secret that was given or generated. Throws when there is none of this name. */
  application(name: string): TestApplication;
  /** Makes a client for a user, an application, or a token. It does not warn of deprecated operations. */
  client<C extends Credentials>(auth: C, options?: Partial<ClientOptions<C>>): Client<C>;
  /** One-time password that a user's authenticator shows now. It is valid once; there is a new one every 30 seconds. */
  code(login: string): string;
  /** Forgets everything but the seed: also faults and requests. The clock stays as it is. */
  reset(): Promise<void>;
  /** Stops listening, cuts connections, and forgets everything. A second call does nothing. */
  close(): Promise<void>;
}

const optionNames: Readonly<Record<keyof GrantbookOptions, true>> = {
  seed: true,
  now: true,
  port: true,
  sunset: true,
  rateLimit: true,
  loginLimits: true,
  passwordLimits: true,
  enterpriseVersion: true,
  onError: true,
};

/**
 * Starts a server that does not keep the process alive. Throws a `SeedError` for an invalid seed, a `TypeError` for an
 * unknown option, and the error of `listen` when the port is in use.
 */
export async function startGrantbook(options: GrantbookOptions = {}): Promise<Grantbook> {
  requireKnown(options);
  const { seed: content, now: start = new Date(), port = 0, ...behaviour } = options;
  const clock = stoppedClock(start);
  const key = randomBytes(32);
  const now = () => clock.now;
  let server: Server | undefined;
  const faults = new Faults();
  const requests: RecordedRequest[] = [];
  const respond = withFaults(faults, requests, () => server);
  const listener = createAdaptorServer({
    fetch: (request, env) => respond(request, (env as HttpBindings).incoming.socket),
    // The adapter's own Request and Response would be those of the tests, too.
    overrideGlobalObjects: false,
  }) as HttpServer;

  const seedInto = async (target: Store, what: Seed | undefined) =>
    what ? await seed({ store: target, key, now }, what) : { passwords: [], applications: [] };
  let store = await openStore();
  const prepare = async () => [await seedInto(store, content), await listen(listener, port)] as const;
  const [generated, address] = await prepare().catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const whole = content && filledIn(content, generated);
  const publicUrl = `http://127.0.0.1:${address.port}`;
  const serve = (from: Store) => createServer({ ...behaviour, store: from, key, publicUrl, now });
  server = serve(store);
  let closed: Promise<void> | undefined;
  const { forget, ...signIns } = createSignIns({
    site: publicUrl,
    send: (request) => (server as Server).fetch(request, { address: "127.0.0.1" }),
    user: (login) => grantbook.user(login),
    code: (login) => grantbook.code(login),
    application: (name) => grantbook.application(name ?? whole?.applications?.[0]?.name ?? ""),
  });

  const close = async () => {
    const ended = new Promise((resolve) => listener.close(resolve));
    listener.closeAllConnections();
    await ended;
    await store.close();
  };
  const grantbook: Grantbook = {
    ...signIns,
    url: publicUrl + basePath,
    port: address.port,
    clock,
    faults,
    requests: () => [...requests],
    generated,
    user(login) {
      const user = found(whole?.users, (one) => one.login === login, `user ${login}`);
      return { login, password: `${user.password}`, otpSecret: user.otp_secret };
    },
    application(name) {
      const application = found(whole?.applications, (one) => one.name === name, `application ${name}`);
      return { name, clientId: `${application.client_id}`, clientSecret: `${application.client_secret}` };
    },
    client: (auth, clientOptions) => createClient({ baseUrl: publicUrl + basePath, ...clientOptions, auth }),
    code(login) {
      const secret = whole?.users?.find((user) => user.login === login)?.otp_secret;
      const bytes = secret === undefined ? undefined : decodeOtpSecret(secret);
      if (!bytes) throw new Error(`The seed has no user ${login} with an otp_secret.`);
      return generateTotp(bytes, clock.now);
    },
    async reset() {
      faults.clear();
      requests.length = 0;
      forget();
      const old = store;
      const fresh = await openStore();
      await seedInto(fresh, whole);
      store = fresh;
      server = serve(store);
      await old.close();
    },
    close() {
      closed ??= close();
      return closed;
    },
    [Symbol.asyncDispose]: () => grantbook.close(),
  };
  return grantbook;
}

async function openStore(): Promise<Store> {
  return (await locateDatabase(temporaryDatabase).open({})).store;
}

function requireKnown(options: GrantbookOptions): void {
  const unknown = Object.keys(options).filter((name) => !Object.hasOwn(optionNames, name));
  if (unknown.length === 0) return;
  throw new TypeError(
    `startGrantbook has no option ${unknown.join(", ")}; it has ${Object.keys(optionNames).join(", ")}`,
  );
}

function found<T>(all: readonly T[] = [], matches: (one: T) => boolean, name: string): T {
  const one = all.find(matches);
  if (!one) throw new Error(`The seed has no ${name}.`);
  return one;
}

/** Listens without keeping the process alive: a server that a test forgot does not keep the runner from ending. */
async function listen(listener: HttpServer, port: number): Promise<AddressInfo> {
  listener.on("connection", (socket) => socket.unref());
  await new Promise<void>((resolve, reject) => {
    listener.once("error", reject);
    listener.listen(port, "127.0.0.1", resolve);
  });
  listener.unref();
  return listener.address() as AddressInfo;
}

/** The seed with what was generated for it, so that it gives the same again. */
function filledIn({ users = [], applications = [] }: Seed, generated: SeedResult): Seed {
  return {
    users: users.map((user) => ({ ...generated.passwords.find(({ login }) => login === user.login), ...user })),
    applications: applications.map((application) => ({
      ...generated.applications.find(({ name }) => name === application.name),
      ...application,
    })),
  };
}
