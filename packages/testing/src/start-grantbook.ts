import { randomBytes } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Client, type ClientOptions, type Credentials, createClient } from "@grantbook/client";
import {
  basePath,
  codeAt,
  createServer,
  decodeSeed,
  type Seed,
  type SeedResult,
  type Server,
  type ServerOptions,
  type Store,
  seed,
} from "@grantbook/server";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { type Clock, stoppedClock } from "./clock.js";

/** Settings of a throw-away server: what it has at the start, and how it answers. */
export interface GrantbookOptions
  extends Pick<
    ServerOptions,
    "rehearsal" | "rateLimit" | "loginLimits" | "passwordLimits" | "enterpriseVersion" | "onError"
  > {
  /** Users and applications to have. Passwords and secrets that are left out are generated. None by default. */
  readonly seed?: Seed;
  /** What the clock shows at the start. The time of the start by default. */
  readonly now?: Date;
}

/** A server for one test, or for a few: on a free port of 127.0.0.1, with its data in memory. */
export interface Grantbook {
  /** Where the API is, with its path: the `baseUrl` of a client. */
  readonly url: string;
  readonly clock: Clock;
  /** Passwords and secrets that were generated for the seed. They stay the same after a reset. */
  readonly generated: SeedResult;
  /** Makes a client for one of the users, for an application, or for a token. */
  client<C extends Credentials>(auth: C, options?: Partial<ClientOptions<C>>): Client<C>;
  /** The one-time code that a user's authenticator shows now. A code is good once, and a new one comes every 30 seconds. */
  code(login: string): string;
  /** Forgets everything but the seed. The clock stays as it is. */
  reset(): Promise<void>;
  /** Stops listening, cuts connections, and forgets everything. */
  close(): Promise<void>;
}

/**
 * Starts a server. Throws a `SeedError` when the seed is not valid, and what listening throws when there is no free
 * port.
 */
export async function startGrantbook(options: GrantbookOptions = {}): Promise<Grantbook> {
  const { seed: content = {}, now: start = new Date(), ...behaviour } = options;
  const clock = stoppedClock(start);
  const key = randomBytes(32);
  const now = () => clock.now;
  let server: Server | undefined;
  const listener = createAdaptorServer({
    fetch: (request, env) =>
      server?.fetch(request, { address: (env as HttpBindings).incoming.socket.remoteAddress }) ??
      new Response(null, { status: 503 }),
  }) as HttpServer;

  let store = await openSqliteStore(":memory:");
  const generated = await seed({ store, key, now }, content).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const whole = filledIn(content, generated);
  const publicUrl = await listen(listener);
  const serve = (from: Store) => createServer({ ...behaviour, store: from, key, publicUrl, now });
  server = serve(store);

  return {
    url: publicUrl + basePath,
    clock,
    generated,
    client: (auth, clientOptions) => createClient({ baseUrl: publicUrl + basePath, ...clientOptions, auth }),
    code(login) {
      const secret = whole.users?.find((user) => user.login === login)?.otp_secret;
      const bytes = secret === undefined ? undefined : decodeSeed(secret);
      if (!bytes) throw new Error(`The seed has no user ${login} with an otp_secret.`);
      return codeAt(bytes, clock.now);
    },
    async reset() {
      const old = store;
      const fresh = await openSqliteStore(":memory:");
      await seed({ store: fresh, key, now }, whole);
      store = fresh;
      server = serve(store);
      await old.close();
    },
    async close() {
      const closed = new Promise((resolve) => listener.close(resolve));
      listener.closeAllConnections();
      await closed;
      await store.close();
    },
  };
}

async function listen(listener: HttpServer): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    listener.once("error", reject);
    listener.listen(0, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
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
