import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { seed } from "@grantbook/server";
import { openSqliteStore, type SqliteStore } from "@grantbook/server/sqlite";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import type { HttpBindings } from "@hono/node-server";
import { afterEach, beforeEach } from "vitest";
import { createLocalAdmin } from "../admin/commands.js";
import type { Database } from "../database/database.js";
import type { ApiServer, RoutedConnection, RouteOutsideApi } from "../runtime/router.js";
import { createSwitchRoutes } from "./switch-routes.js";
import { listTokensOfUsers } from "./tokens.js";
import { createSwitches, type Switches, withDevelopment } from "./with-development.js";

export const origin = "http://127.0.0.1:3000";
export const key = randomBytes(32);
export const password = "a long password";
export const clientSecret = "5ec25ec25ec25ec25ec25ec25ec25ec25ec25ec2";
export const clientId = "0123456789abcdef0123";
const users = [{ login: "octocat", password }];
const applications = [{ name: "CI", url: "https://ci.example/", client_id: clientId, client_secret: clientSecret }];

export const basic = (name: string, secret: string) => ({ authorization: basicAuth(name, secret) });
export const user = basic("octocat", password);

/** Server with switches, in this process. */
export interface SwitchesFixture {
  store: SqliteStore;
  development: Switches;
  switchRoutes: RouteOutsideApi;
  server: ApiServer;
  /** Connections that the server has destroyed. */
  cuts: number;
  isOfDemo: boolean;
}

/** Creates a server with switches for each test. */
export function useSwitches() {
  const fixture = {} as SwitchesFixture;
  beforeEach(async () => {
    const store = await openSqliteStore(":memory:");
    const development = createSwitches();
    Object.assign(fixture, {
      store,
      development,
      isOfDemo: true,
      cuts: 0,
      switchRoutes: createSwitchRoutes(development, {
        async reset() {
          if (!fixture.isOfDemo) return undefined;
          await store.clear();
          return seed({ store, key }, { users, applications });
        },
        tokens: () => listTokensOfUsers(createLocalAdmin({ store, key } as unknown as Database)),
        hosts: ["grantbook"],
      }),
      server: withDevelopment({ store, key, publicUrl: origin }, development),
    });
    await seed({ store, key }, { users, applications });
  });
  afterEach(() => fixture.store.close());

  /** Sends a request to the API. */
  function api(method: string, path: string, headers: Record<string, string> = user, body?: string) {
    const socket = { destroy: () => (fixture.cuts += 1) } as unknown as Socket;
    const bindings = { incoming: { socket }, outgoing: { setHeader: () => undefined } } as unknown as HttpBindings;
    const connection: RoutedConnection = { address: "127.0.0.1", bindings };
    const request = new Request(`${origin}/api/v3${path}`, { method, headers, body: body ?? null });
    return fixture.server.fetch(request, connection);
  }

  /** Sends a request to the switches. */
  async function switches(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    const request = new Request(origin + path, { method, headers, body: text ?? null });
    const { pathname } = new URL(request.url);
    const [route, response] = (await fixture.switchRoutes(request, pathname, ["Host", "127.0.0.1:3000"])) ?? [];
    const received = await response?.text();
    return {
      route,
      status: response?.status,
      headers: response?.headers,
      text: received,
      json: () => JSON.parse(received ?? ""),
    };
  }

  return { fixture, api, switches };
}
