import { seed } from "@grantbook/server";
import { describe, expect, test } from "vitest";
import { basic, clientSecret, key, password, user, useSwitches } from "./switches-fixture.js";

const { api, fixture, switches } = useSwitches();

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
    const before = Date.now();
    const read = fixture.development.clock.now().getTime();
    expect([before <= read, read <= Date.now()]).toEqual([true, true]);
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
      { store: fixture.store, key },
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
    // Stopped, because the time that it shows is compared.
    const clock = await switches("PUT", "/_grantbook/clock", { now, stopped: true });
    expect(clock.json()).toEqual({ now, stopped: true });
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
