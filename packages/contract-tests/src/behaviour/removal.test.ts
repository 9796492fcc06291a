import { type OperationIdFor, operationTable } from "@grantbook/contract";
import { gitHubTimeline } from "@grantbook/server";
import { personalToken } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { octocat, type TestServer, useTestServer } from "@grantbook/test-kit/test-server";
import { describe, expect, test } from "vitest";

const asOctocat = { authorization: basicAuth(octocat.login, octocat.password) };
const ofUsers = Object.entries(operationTable).filter(([, { caller }]) => caller === "user");

describeEngines((engine) => {
  describe("the removal", () => {
    const server = useTestServer(engine);

    const send = ({ fetch, baseUrl }: TestServer, method: string, path: string) =>
      fetch(new Request(baseUrl + path.replaceAll(/\{\w+\}/g, "1"), { method, headers: asOctocat }));

    test("is announced by every answer of the operations for users, and by no other", async () => {
      expect(ofUsers.map(([id]) => id as OperationIdFor<"user">)).toHaveLength(11);
      for (const [, { method, path }] of ofUsers) {
        const { headers } = await send(server, method, path);
        expect(headers.get("deprecation")).toBe("@1581638400");
        expect(headers.get("sunset")).toBe("Fri, 13 Nov 2020 16:00:00 GMT");
        expect(headers.get("link")).toMatch(
          /<https:[^>]+>; rel="deprecation"; type="text\/html", <https:[^>]+>; rel="alternate"$/,
        );
        // octokit.rb (Sawyer) reads each element by this pattern, and dies on one that does not match.
        for (const element of headers.get("link")?.split(", ") ?? []) {
          const [, relation] = /<(.*?)>; rel="(\w+)"/.exec(element)?.slice(1) ?? [];
          expect(["first", "prev", "next", "last", "deprecation", "alternate"]).toContain(relation);
        }
      }
      expect((await send(server, "GET", "/meta")).headers.has("sunset")).toBe(false);
    });

    test.each(["brownout", "removed"] as const)(
      "switched to %s, every operation for users is not found; in a brownout creation is gone",
      async (state) => {
        const { id } = await personalToken(server, octocat, { note: "from before" });
        const switchedOff = await server.withOverrides({ sunset: { state } });
        for (const [operation, { method, path }] of ofUsers) {
          const { status } = await send(switchedOff, method, path.replace("{authorization_id}", String(id)));
          expect([operation, status]).toEqual([
            operation,
            state === "brownout" && path === "/authorizations" && method === "POST" ? 410 : 404,
          ]);
        }
        expect((await send(switchedOff, "GET", "/meta")).status).toBe(200);
        expect((await send(server, "GET", `/authorizations/${id}`)).status).toBe(200);
      },
    );

    test("can be lived through as it was, with a clock that is set back", async () => {
      const past = await server.withOverrides({ sunset: gitHubTimeline });
      const statusAt = async (time: string) => {
        server.clock.now = new Date(time);
        return (await send(past, "GET", "/authorizations")).status;
      };
      const createdAt = async (time: string) => {
        server.clock.now = new Date(time);
        return (await send(past, "POST", "/authorizations")).status;
      };
      expect(await createdAt("2020-10-28T18:00:00Z")).toBe(410);
      expect(await createdAt("2020-11-13T16:00:00Z")).toBe(404);
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
