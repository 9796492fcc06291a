import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { operationTable } from "@grantbook/contract";
import { seed } from "@grantbook/server";
import { openSqliteStore, type SqliteStore } from "@grantbook/server/sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ApiServer, RoutedConnection, RouteOutsideApi } from "../runtime/router.js";
import { createSwitchRoutes } from "./switch-routes.js";
import { createSwitches, type Switches, withDevelopment } from "./with-development.js";

const origin = "http://127.0.0.1:3000";
const key = randomBytes(32);
const password = "a long password";
const clientSecret = "5ec25ec25ec25ec25ec25ec25ec25ec25ec25ec2";
const clientId = "0123456789abcdef0123";
const users = [{ login: "octocat", password }];
const applications = [{ name: "CI", url: "https://ci.example/", client_id: clientId, client_secret: clientSecret }];

let store: SqliteStore;
let development: Switches;
let switchRoutes: RouteOutsideApi;
let server: ApiServer;
let cuts: number;
let isOfDemo: boolean;

beforeEach(async () => {
  store = await openSqliteStore(":memory:");
  isOfDemo = true;
  cuts = 0;
  development = createSwitches();
  switchRoutes = createSwitchRoutes(development, async () => {
    if (!isOfDemo) return undefined;
    await store.clear();
    return [await seed({ store, key }, { users, applications })];
  });
  server = withDevelopment({ store, key, publicUrl: origin }, development);
  await seed({ store, key }, { users, applications });
});
afterEach(() => store.close());

const basic = (name: string, secret: string) => ({ authorization: `Basic ${btoa(`${name}:${secret}`)}` });
const user = basic("octocat", password);

function api(method: string, path: string, headers: Record<string, string> = user, body?: string): Promise<Response> {
  const socket = { destroy: () => (cuts += 1) } as unknown as Socket;
  const connection = { address: "127.0.0.1", bindings: { incoming: { socket } } } as RoutedConnection;
  return server.fetch(new Request(`${origin}/api/v3${path}`, { method, headers, body: body ?? null }), connection);
}

async function switches(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(origin + path, { method, headers, body: text ?? null });
  const [route, answer] =
    (await switchRoutes(request, new URL(request.url).pathname, ["Host", "127.0.0.1:3000"])) ?? [];
  const answered = await answer?.text();
  return {
    route,
    status: answer?.status,
    headers: answer?.headers,
    text: answered,
    json: () => JSON.parse(answered ?? ""),
  };
}

describe("below the prefix", () => {
  test("is a page with lines for the address it is read at", async () => {
    const { status, text, headers } = await switches("GET", "/_grantbook/");
    expect(status).toBe(200);
    expect(text).toContain("curl -X POST 127.0.0.1:3000/_grantbook/reset");
    expect(headers?.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("is nothing of the API: other paths are left to it", async () => {
    for (const path of ["/", "/_grantbookish", "/api/v3/_grantbook/reset"]) {
      expect((await switches("POST", path)).route).toBeUndefined();
    }
  });

  test("unknown names and methods are told what there is", async () => {
    expect((await switches("GET", "/_grantbook/rest")).status).toBe(404);
    const wrong = await switches("GET", "/_grantbook/reset");
    expect([wrong.status, wrong.headers?.get("allow")]).toEqual([405, "POST"]);
  });

  test.each([
    ["a page of another site", origin, { origin: "https://evil.example" }],
    ["a page of another site that hides where it is from", origin, { "sec-fetch-site": "cross-site" }],
    ["a page of the same host on another port", origin, { origin: "http://127.0.0.1:4000" }],
    ["a page that leads its own name here", "http://evil.example:3000", {}],
    ["a page in a frame without an origin", origin, { origin: "null" }],
  ])("%s is refused, and changes nothing", async (_, base, headers) => {
    await api("POST", "/authorizations", user, '{"note":"kept"}');
    const request = new Request(`${base}/_grantbook/reset`, {
      method: "POST",
      headers: headers as Record<string, string>,
    });
    const [, answer] = (await switchRoutes(request, "/_grantbook/reset", ["Host", new URL(base).host])) ?? [];
    expect(answer?.status).toBe(403);
    expect(await (await api("GET", "/authorizations")).json()).toHaveLength(1);
  });

  test.each([
    ["two Host headers", ["Host", "127.0.0.1:3000", "host", "evil.example"]],
    ["two equal Host headers", ["Host", "127.0.0.1:3000", "Host", "127.0.0.1:3000"]],
    ["a Host that another one hides", ["Host", "evil.example", "Host", "127.0.0.1:3000"]],
    ["no Host header", ["Accept", "host", "X", "127.0.0.1:3000"]],
    ["a Host with a user", ["Host", "127.0.0.1@evil.example"]],
    ["a Host that begins like this machine", ["Host", "localhost.evil.example"]],
    ["several names in one header", ["Host", "localhost, evil.example"]],
  ])("%s is refused, whatever the address of the request", async (_, hosts) => {
    const request = new Request(`${origin}/_grantbook/faults`, { method: "DELETE" });
    const [, answer] = (await switchRoutes(request, "/_grantbook/faults", hosts)) ?? [];
    expect(answer?.status).toBe(403);
  });

  test("a page of its own is not refused", async () => {
    const own = { origin, "sec-fetch-site": "same-origin" };
    expect((await switches("DELETE", "/_grantbook/faults", undefined, own)).status).toBe(204);
  });
});

describe("reset", () => {
  test("brings back the seed, with the same identifiers, and clock, faults and requests to none", async () => {
    const first = await (await api("POST", "/authorizations", user, '{"note":"a"}')).json();
    await switches("PUT", "/_grantbook/clock", { now: "2030-01-01T00:00:00Z" });
    await switches("PUT", "/_grantbook/faults", { operation: "*", status: 500 });
    const { json } = await switches("POST", "/_grantbook/reset");
    expect(json()).toEqual({ generated: [{ passwords: [], applications: [] }] });
    expect((await switches("GET", "/_grantbook/requests")).json()).toEqual([]);
    expect((await switches("GET", "/_grantbook/clock")).json().now).not.toMatch(/^2030/);
    expect(await (await api("GET", "/authorizations")).json()).toEqual([]);
    const again = await (await api("POST", "/authorizations", user, '{"note":"a"}')).json();
    expect((again as { id: number }).id).toBe((first as { id: number }).id);
  });

  test("leaves alone what was not made by the demo", async () => {
    isOfDemo = false;
    await api("POST", "/authorizations", user, '{"note":"kept"}');
    const refused = await switches("POST", "/_grantbook/reset");
    expect([refused.status, refused.json().message]).toEqual([409, expect.stringContaining("not emptied")]);
    expect(await (await api("GET", "/authorizations")).json()).toHaveLength(1);
  });
});

describe("recent requests", () => {
  test("have what was sent, newest first, and can be forgotten", async () => {
    await api("POST", "/authorizations", { ...user, "user-agent": "tests" }, '{"note":"a","scopes":["repo"]}');
    await api("GET", "/authorizations?per_page=5", user);
    const list = (await switches("GET", "/_grantbook/requests")).json();
    expect(list).toMatchObject([
      {
        operation: "oauth-authorizations/list-authorizations",
        method: "GET",
        path: "/api/v3/authorizations",
        query: { per_page: "5" },
        status: 200,
        reason: null,
        body: null,
      },
      {
        operation: "oauth-authorizations/create-authorization",
        body: { note: "a", scopes: ["repo"] },
        headers: { authorization: "Basic ***", "user-agent": "tests" },
        status: 201,
        request_id: expect.stringMatching(/^[0-9A-F:]+$/),
      },
    ]);
    expect((await switches("DELETE", "/_grantbook/requests")).status).toBe(204);
    expect((await switches("GET", "/_grantbook/requests")).json()).toEqual([]);
  });

  test("have what led nowhere, and what was refused", async () => {
    await api("GET", "/repos/octocat/hello");
    await api("GET", "/authorizations", basic("octocat", "wrong"));
    expect((await switches("GET", "/_grantbook/requests")).json()).toMatchObject([
      { status: 401, reason: "credentials-wrong" },
      { status: 404, reason: "not-found", operation: null, path: "/api/v3/repos/octocat/hello" },
    ]);
  });

  test("have no secrets, wherever they were put", async () => {
    const token = `gho_${"T".repeat(36)}`;
    const app = basic(clientId, clientSecret);
    await api("GET", `/applications/${clientId}/tokens/${token}`, app);
    await api("GET", `/applications/${clientId}/tokens/${token}/nowhere`, app);
    await api("GET", `/applications/${clientId}/tokens/hidden`, app);
    await api("POST", `/applications/${clientId}/token`, app, JSON.stringify({ access_token: token, [token]: token }));
    await api("GET", `/authorizations?access_token=${token}&${token}=1`, {
      ...user,
      "x-github-otp": "987654",
      cookie: token,
    });
    await api("GET", "/user", { authorization: token });
    const wanted = { client_id: clientId, client_secret: clientSecret, password, scopes: ["repo"] };
    await api("POST", "/authorizations", user, JSON.stringify(wanted));
    const { text = "", json } = await switches("GET", "/_grantbook/requests");
    expect(json()).toHaveLength(7);
    for (const secret of ["hidden", token, clientSecret, password, "987654", btoa(`octocat:${password}`)]) {
      expect(text).not.toContain(secret);
    }
    expect(json()[0].body).toEqual({ client_id: clientId, client_secret: "***", scopes: ["repo"], "***": "***" });
  });

  test.each([
    ["lists", `{"note":${"[".repeat(30_000)}${"]".repeat(30_000)}}`, { note: [[[["***"]]]] }],
    [
      "objects",
      `{"note":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`,
      { note: { a: { a: { a: { a: "***" } } } } },
    ],
  ])("are kept as far as they can be shown: nested %s", async (_, body, shown) => {
    expect((await api("POST", "/authorizations", user, body)).status).toBe(422);
    const listed = await switches("GET", "/_grantbook/requests");
    expect([listed.status, listed.json()[0].body]).toEqual([200, shown]);
  });

  test("have no secret that is written with escapes", async () => {
    const token = `gho_${"T".repeat(36)}`;
    await api(
      "POST",
      "/authorizations",
      user,
      `{"note":"\\u0067ho_${"T".repeat(36)}","scopes":["\\u0067ho_${"T".repeat(36)}"]}`,
    );
    const { text, json } = await switches("GET", "/_grantbook/requests");
    expect(text).not.toContain(token);
    expect(json()[0].body).toEqual({ note: "***", scopes: ["***"] });
  });

  test("are the last two hundred", async () => {
    for (let index = 0; index < 203; index += 1) await api("GET", "/meta", {});
    expect((await switches("GET", "/_grantbook/requests")).json()).toHaveLength(200);
  });

  test("with bodies longer than a body may be, or none at all, are still answered as ever", async () => {
    const long = await api("POST", "/authorizations", user, JSON.stringify({ note: "x".repeat(70_000) }));
    expect(long.status).toBe(413);
    expect((await api("POST", "/authorizations", user)).status).toBe(422);
  });
});

describe("the clock", () => {
  const clock = async (body: unknown) => {
    const answer = await switches("PUT", "/_grantbook/clock", body);
    expect(answer.status).toBe(200);
    return answer.json();
  };

  test("is set and stopped, and the server goes by it", async () => {
    const time = "2026-12-01T07:00:00.000Z";
    expect(await clock({ now: time, stopped: true })).toEqual({ now: time, stopped: true });
    const created = (await (await api("POST", "/authorizations", user, '{"note":"a"}')).json()) as {
      created_at: string;
    };
    expect(created.created_at).toBe("2026-12-01T07:00:00Z");
    expect(await clock({ move: 3600 })).toEqual({ now: "2026-12-01T08:00:00.000Z", stopped: true });
    expect(await clock({ move: -7200 })).toEqual({ now: "2026-12-01T06:00:00.000Z", stopped: true });
  });

  test("runs on from where it was set, and is the system's again after that", async () => {
    const { now, stopped } = await clock({ now: "2030-01-01T00:00:00Z" });
    expect(stopped).toBe(false);
    expect(now).toMatch(/^2030-01-01T00:0/);
    expect((await switches("DELETE", "/_grantbook/clock")).status).toBe(204);
    expect(Math.abs(development.clock.now().getTime() - Date.now())).toBeLessThan(60_000);
  });

  test.each([
    [{ now: "tomorrow" }, 422],
    [{ now: 5 }, 422],
    [{ move: "1" }, 422],
    [{ move: 1e300 }, 422],
    [{ now: "1969-12-31T23:59:59Z" }, 422],
    [{ now: "0001-01-01T00:00:00Z" }, 422],
    [{ now: "+010000-01-01T00:00:00Z" }, 422],
    [{ now: "-271821-04-20T00:00:00Z" }, 422],
    [{ now: "+275760-09-13T00:00:00Z" }, 422],
    [{ now: "9999-12-31T23:59:59Z", move: 1 }, 422],
    [{ move: -4e9 }, 422],
    [{ __proto__: null, constructor: 1 }, 422],
    [{ stopped: 1 }, 422],
    [{ time: "2030-01-01T00:00:00Z" }, 422],
    ["not json", 400],
    ["5", 422],
    ["", 413],
    [`{"now":"${"x".repeat(70_000)}"}`, 413],
  ])("refuses %j", async (body, status) => {
    const refused = await switches("PUT", "/_grantbook/clock", body);
    expect(refused.status).toBe(status);
    expect((await switches("GET", "/_grantbook/clock")).json().stopped).toBe(false);
  });
});

describe("at the ends of what the clock can show", () => {
  const seedOfCodes = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

  test.each([
    ["1970-01-01T00:00:00.000Z", "702218", 401],
    ["9999-12-31T23:59:59.999Z", "180878", 200],
  ])("every request is answered: %s", async (now, code, status) => {
    await seed(
      { store, key },
      {
        users: [{ login: "hubot", password, otp_secret: seedOfCodes }],
        applications: [
          {
            name: "App",
            url: "https://app.example/",
            client_id: "Iv1.0123456789abcdef",
            client_secret: clientSecret,
            type: "github",
          },
        ],
      },
    );
    expect((await switches("PUT", "/_grantbook/clock", { now })).json().now).toBe(now);
    const otp = { "x-github-otp": code };
    expect((await api("GET", "/authorizations", { ...basic("hubot", password), ...otp })).status).toBe(status);
    expect(
      (await api("GET", "/authorizations", { ...basic("hubot", password), "x-github-otp": "000000" })).status,
    ).toBe(401);
    const wanted = { client_id: "Iv1.0123456789abcdef", client_secret: clientSecret };
    const created = await api("POST", "/authorizations", user, JSON.stringify(wanted));
    expect(created.status).toBe(201);
    const { token } = (await created.json()) as { token: string };
    const check = await api(
      "POST",
      "/applications/Iv1.0123456789abcdef/token",
      basic("Iv1.0123456789abcdef", clientSecret),
      JSON.stringify({ access_token: token }),
    );
    expect(check.status).toBeLessThan(500);
    expect((await api("GET", "/authorizations")).status).toBe(200);
    expect((await switches("GET", "/_grantbook/requests")).status).toBe(200);
  });

  test("a clock that runs stops there", async () => {
    await switches("PUT", "/_grantbook/clock", { now: "9999-12-31T23:59:59.999Z" });
    await new Promise((resolve) => setImmediate(resolve));
    expect((await switches("GET", "/_grantbook/clock")).json().now).toBe("9999-12-31T23:59:59.999Z");
  });
});

describe("faults", () => {
  const order = async (faults: unknown) => {
    const answer = await switches("PUT", "/_grantbook/faults", faults);
    expect(answer.text).not.toContain("message");
    return answer;
  };

  test("answer in the place of an operation, as often as was said, as the description says", async () => {
    await order({ operation: "oauth-authorizations/list-authorizations", status: 503, count: 2 });
    const first = await api("GET", "/authorizations");
    expect([first.status, first.headers.get("retry-after"), first.headers.get("deprecation")]).toEqual([
      503,
      "1",
      expect.stringMatching(/^@/),
    ]);
    expect(await first.json()).toMatchObject({ message: expect.any(String), status: "503" });
    expect((await switches("GET", "/_grantbook/faults")).json()).toMatchObject([{ count: 1 }]);
    expect((await api("GET", "/user")).status).toBe(200);
    expect((await api("GET", "/authorizations")).status).toBe(503);
    expect((await api("GET", "/authorizations")).status).toBe(200);
    expect((await switches("GET", "/_grantbook/faults")).json()).toEqual([]);
  });

  test.each(Object.entries(operationTable))(
    "can be ordered of %s with every error it declares",
    async (operation, route) => {
      const path = route.path === "/" ? "" : route.path.replaceAll(/\{.*?\}/g, "1");
      for (const status of route.statuses.filter((one) => one >= 400)) {
        await order({ operation, status });
        expect((await api(route.method, path)).status).toBe(status);
      }
    },
  );

  test("cut the connection before an operation has run, and after", async () => {
    await order([
      { operation: "oauth-authorizations/create-authorization", cut: "before", count: 1 },
      { operation: "*", cut: "after", count: 1 },
    ]);
    await api("POST", "/authorizations", user, '{"note":"before"}');
    expect(cuts).toBe(1);
    await api("POST", "/authorizations", user, '{"note":"after"}');
    expect(cuts).toBe(2);
    const kept = (await (await api("GET", "/authorizations")).json()) as { note: string }[];
    expect(kept.map(({ note }) => note)).toEqual(["after"]);
    expect(cuts).toBe(2);
  });

  test("delay, and are forgotten", async () => {
    await order({ operation: "oauth-authorizations/list-authorizations", delay: 200 });
    const done: string[] = [];
    const note = (name: string) => (answer: Response) => done.push(`${name} ${answer.status}`);
    const slow = api("GET", "/authorizations").then(note("slow"));
    await api("GET", "/user").then(note("quick"));
    await slow;
    expect(done).toEqual(["quick 200", "slow 200"]);
    expect((await switches("DELETE", "/_grantbook/faults")).status).toBe(204);
    expect((await switches("GET", "/_grantbook/faults")).json()).toEqual([]);
  });

  test.each([
    [{}, /operation must be/],
    [{ operation: "apps/chek-token", status: 503 }, /apps\/check-token/],
    ...["constructor", "__proto__", "toString", "hasOwnProperty"].map((operation): [object, RegExp] => [
      { operation, status: 503 },
      /^operation must be \* or one of .*apps\/check-token/,
    ]),
    [{ operation: "*", delay: 1, constructor: 1 }, /does not know constructor/],
    [{ operation: "apps/check-token", status: 410 }, /declares for apps\/check-token: 400, 401/],
    [{ operation: "apps/check-token", status: 200 }, /must be an error/],
    [{ operation: "*", status: 422 }, /for \*: 400, 401, 403, 500, 503$/],
    [{ operation: "*" }, /needs a status, a delay or a cut/],
    [{ operation: "*", delay: -1 }, /delay must be/],
    [{ operation: "*", delay: 3_600_000 }, /delay must be/],
    [{ operation: "*", delay: 1, count: 0 }, /count must be/],
    [{ operation: "*", cut: "now" }, /before or after/],
    [{ operation: "*", cut: "after", status: 500 }, /no cut after/],
    [{ operation: "*", status: 500, times: 2 }, /does not know times/],
    [[{ operation: "*", status: 500 }, 5], /must be an object/],
  ])("refuse %j, and leave what was ordered", async (wrong, message) => {
    await order({ operation: "*", status: 500 });
    const refused = await switches("PUT", "/_grantbook/faults", wrong);
    expect([refused.status, refused.json().message]).toEqual([422, expect.stringMatching(message)]);
    expect((await switches("GET", "/_grantbook/faults")).json()).toEqual([{ operation: "*", status: 500 }]);
  });
});
