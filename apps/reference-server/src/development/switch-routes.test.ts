import { describe, expect, test } from "vitest";
import { origin, user, useSwitches } from "./switches-fixture.js";

const { api, fixture, switches } = useSwitches();

describe("below the prefix", () => {
  test("is a page with lines for the address it is read at", async () => {
    const { status, text, headers } = await switches("GET", "/_grantbook/");
    expect(status).toBe(200);
    expect(text).toContain("curl -X POST 127.0.0.1:3000/_grantbook/reset");
    expect(headers?.get("content-security-policy")).toContain("default-src 'none'");
    for (const [, file] of (text ?? "").matchAll(/(?:src|href)="(live-page[^"]*)"/g)) {
      expect((await switches("GET", `/_grantbook/${file}`)).status).toBe(200);
    }
    const bare = await switches("GET", "/_grantbook");
    expect([bare.status, bare.headers?.get("location")]).toEqual([302, "_grantbook/"]);
  });

  test("is nothing of the API: other paths are left to it", async () => {
    for (const path of ["/", "/_grantbookish", "/api/v3/_grantbook/reset"]) {
      expect((await switches("POST", path)).route).toBeUndefined();
    }
  });

  test("unknown names and methods get an error that names what exists", async () => {
    expect((await switches("GET", "/_grantbook/rest")).status).toBe(404);
    const wrong = await switches("GET", "/_grantbook/reset");
    expect([wrong.status, wrong.headers?.get("allow")]).toEqual([405, "POST"]);
  });

  test.each([
    ["a page of another site", origin, { origin: "https://evil.example" }],
    ["a page of another site that hides where it is from", origin, { "sec-fetch-site": "cross-site" }],
    ["a page of another host of the same site", origin, { "sec-fetch-site": "same-site" }],
    ["a page of the same host on another port", origin, { origin: "http://127.0.0.1:4000" }],
    ["a page that leads its own name here", "http://evil.example:3000", {}],
    ["a page in a frame without an origin", origin, { origin: "null" }],
  ])("%s is refused, and changes nothing", async (_, base, headers) => {
    await api("POST", "/authorizations", user, '{"note":"kept"}');
    const request = new Request(`${base}/_grantbook/reset`, {
      method: "POST",
      headers: headers as Record<string, string>,
    });
    const [, answer] = (await fixture.switchRoutes(request, "/_grantbook/reset", ["Host", new URL(base).host])) ?? [];
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
    const [, answer] = (await fixture.switchRoutes(request, "/_grantbook/faults", hosts)) ?? [];
    expect(answer?.status).toBe(403);
  });

  test("a host that the operator named is answered, and no other", async () => {
    const statusFor = async (host: string, headers: Record<string, string> = {}) => {
      const request = new Request(`${origin}/_grantbook/clock`, { headers });
      const [, response] = (await fixture.switchRoutes(request, "/_grantbook/clock", ["Host", host])) ?? [];
      return response?.status;
    };
    expect(await statusFor("grantbook:3000")).toBe(200);
    expect(await statusFor("Grantbook")).toBe(200);
    expect(await statusFor("grantbook:3000", { origin: "http://grantbook:3000" })).toBe(200);
    expect(await statusFor("grantbook:3000", { origin })).toBe(403);
    expect(await statusFor("grantbook.evil.example")).toBe(403);
    expect(await statusFor("127.0.0.1:3000")).toBe(200);
  });

  test("a page of its own is not refused", async () => {
    const own = { origin, "sec-fetch-site": "same-origin" };
    expect((await switches("DELETE", "/_grantbook/faults", undefined, own)).status).toBe(204);
  });
});

describe("the tokens", () => {
  test("are those of all users, without their texts, and in the state that the page asks for", async () => {
    const created = await (await api("POST", "/authorizations", user, '{"note":"a","scopes":["repo"]}')).json();
    const { token } = created as { token: string };
    const expected = { login: "octocat", application: null, note: "a", scopes: ["repo"] };
    const { text, json } = await switches("GET", "/_grantbook/tokens");
    expect(json()).toEqual([expect.objectContaining({ ...expected, token_last_eight: token.slice(-8) })]);
    expect(text).not.toContain(token);
    const state = (await switches("GET", "/_grantbook/state")).json();
    expect(state).toEqual({
      requests: [expect.objectContaining({ method: "POST", status: 201 })],
      clock: { now: expect.any(String), stopped: false },
      faults: [],
      tokens: json(),
    });
  });
});

describe("reset", () => {
  test("brings back the seed, with the same identifiers, and clock, faults and requests to none", async () => {
    const first = await (await api("POST", "/authorizations", user, '{"note":"a"}')).json();
    await switches("PUT", "/_grantbook/clock", { now: "2030-01-01T00:00:00Z" });
    await switches("PUT", "/_grantbook/faults", { operation: "*", status: 500 });
    const { json } = await switches("POST", "/_grantbook/reset");
    expect(json()).toEqual({ generated: { passwords: [], applications: [] } });
    expect((await switches("GET", "/_grantbook/requests")).json()).toEqual([]);
    expect((await switches("GET", "/_grantbook/clock")).json().now).not.toMatch(/^2030/);
    expect(await (await api("GET", "/authorizations")).json()).toEqual([]);
    const again = await (await api("POST", "/authorizations", user, '{"note":"a"}')).json();
    expect((again as { id: number }).id).toBe((first as { id: number }).id);
  });

  test("leaves alone what was not made by the demo", async () => {
    fixture.isOfDemo = false;
    await api("POST", "/authorizations", user, '{"note":"kept"}');
    const refused = await switches("POST", "/_grantbook/reset");
    expect([refused.status, refused.json().message]).toEqual([409, expect.stringContaining("not emptied")]);
    expect(await (await api("GET", "/authorizations")).json()).toHaveLength(1);
  });
});
