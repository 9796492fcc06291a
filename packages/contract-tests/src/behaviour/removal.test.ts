import { type OperationIdFor, routes } from "@grantbook/contract";
import { vendorTimeline } from "@grantbook/server";
import { engines } from "@grantbook/server/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { personalToken } from "../given.js";
import { inProcess } from "../transports.js";
import { createWorld, octocat, type World } from "../world.js";

const asOctocat = { authorization: `Basic ${btoa(`${octocat.login}:${octocat.password}`)}` };
const ofUsers = Object.entries(routes).filter(([, { caller }]) => caller === "user");

for (const engine of engines) {
  describe.skipIf(engine.missing)(engine.name, () => {
    describe("the removal", () => {
      let world: World;

      beforeEach(async () => {
        world = await createWorld(inProcess, engine);
      });

      afterEach(() => world.close());

      const send = ({ fetch, baseUrl }: World, method: string, path: string) =>
        fetch(new Request(baseUrl + path.replaceAll(/\{\w+\}/g, "1"), { method, headers: asOctocat }));

      test("is announced by every answer of the operations for users, and by no other", async () => {
        expect(ofUsers.map(([id]) => id as OperationIdFor<"user">)).toHaveLength(11);
        for (const [, { method, path }] of ofUsers) {
          const { headers } = await send(world, method, path);
          expect(headers.get("deprecation")).toBe("@1581638400");
          expect(headers.get("sunset")).toBe("Fri, 13 Nov 2020 16:00:00 GMT");
          expect(headers.get("link")).toMatch(/<https:[^>]+>; rel="deprecation", <https:[^>]+>; rel="sunset"/);
        }
        expect((await send(world, "GET", "/meta")).headers.has("sunset")).toBe(false);
      });

      test.each(["brownout", "removed"] as const)(
        "switched to %s, creation is gone and all else not found",
        async (sunset) => {
          const { id } = await personalToken(world, octocat, { note: "from before" });
          const switchedOff = await world.with({ rehearsal: { sunset } });
          for (const [operation, { method, path }] of ofUsers) {
            const { status } = await send(switchedOff, method, path.replace("{authorization_id}", String(id)));
            expect([operation, status]).toEqual([
              operation,
              path === "/authorizations" && method === "POST" ? 410 : 404,
            ]);
          }
          expect((await send(switchedOff, "GET", "/meta")).status).toBe(200);
          expect((await send(world, "GET", `/authorizations/${id}`)).status).toBe(200);
        },
      );

      test("can be lived through as it was, with a clock that is set back", async () => {
        const past = await world.with({ rehearsal: vendorTimeline });
        const statusAt = async (time: string) => {
          world.clock.now = new Date(time);
          return (await send(past, "GET", "/authorizations")).status;
        };
        expect(await statusAt("2020-09-30T06:59:59Z")).toBe(200);
        expect(await statusAt("2020-09-30T07:00:00Z")).toBe(404);
        expect(await statusAt("2020-09-30T09:59:59Z")).toBe(404);
        expect(await statusAt("2020-09-30T10:00:00Z")).toBe(200);
        expect(await statusAt("2020-10-28T18:00:00Z")).toBe(404);
        expect(await statusAt("2020-11-13T15:59:59Z")).toBe(200);
        expect(await statusAt("2020-11-13T16:00:00Z")).toBe(404);
        expect(await statusAt("2026-11-20T12:00:00Z")).toBe(404);
      });
    });
  });
}
