import { operationTable } from "@grantbook/contract";
import { describe, expect, test } from "vitest";
import { user, useSwitches } from "./switches-fixture.js";

const { api, fixture, switches } = useSwitches();

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
    expect(fixture.cuts).toBe(1);
    await api("POST", "/authorizations", user, '{"note":"after"}');
    expect(fixture.cuts).toBe(2);
    const kept = (await (await api("GET", "/authorizations")).json()) as { note: string }[];
    expect(kept.map(({ note }) => note)).toEqual(["after"]);
    expect(fixture.cuts).toBe(2);
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
    [{ operation: "*", delay: 1, constructor: 1 }, /has no key constructor/],
    [{ operation: "apps/check-token", status: 410 }, /declares for apps\/check-token: 400, 401/],
    [{ operation: "apps/check-token", status: 200 }, /must be an error/],
    [{ operation: "*", status: 422 }, /for \*: 400, 401, 403, 500, 503$/],
    [{ operation: "*" }, /needs a status, a delay or a cut/],
    [{ operation: "*", delay: -1 }, /delay must be/],
    [{ operation: "*", delay: 3_600_000 }, /delay must be/],
    [{ operation: "*", delay: 1, count: 0 }, /count must be/],
    [{ operation: "*", cut: "now" }, /before or after/],
    [{ operation: "*", cut: "after", status: 500 }, /cannot cut the connection after/],
    [{ operation: "*", status: 500, times: 2 }, /has no key times/],
    [[{ operation: "*", status: 500 }, 5], /must be an object/],
  ])("refuse %j, and leave what was ordered", async (wrong, message) => {
    await order({ operation: "*", status: 500 });
    const refused = await switches("PUT", "/_grantbook/faults", wrong);
    expect([refused.status, refused.json().message]).toEqual([422, expect.stringMatching(message)]);
    expect((await switches("GET", "/_grantbook/faults")).json()).toEqual([{ operation: "*", status: 500 }]);
  });
});
