import { applicationToken, authorizationsOf, grantsOf, personalToken } from "@grantbook/test-kit/arrange";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { gemUpdater, hubot, octocat, useTestServer } from "@grantbook/test-kit/test-server";
import { describe, expect, test } from "vitest";

const get = "oauth-authorizations/get-authorization";
const update = "oauth-authorizations/update-authorization";

describeEngines((engine) => {
  describe("conditional requests", () => {
    const server = useTestServer(engine);

    async function shown(id: number, headers: Record<string, string> = {}) {
      const answer = await server.as(octocat).call(get, { path: { authorization_id: id }, headers });
      return { ...answer, headers: answer.headers as Record<string, string> };
    }

    test("an authorization keeps its tag until it changes, and has the time of its last change", async () => {
      const { id } = await personalToken(server, octocat, { note: "before" });
      const first = await shown(id);
      expect((await shown(id)).headers.etag).toBe(first.headers.etag);
      expect(first.headers["last-modified"]).toBe("Fri, 20 Nov 2026 12:00:00 GMT");
      server.clock.now = new Date("2026-11-20T13:00:00Z");
      const path = { authorization_id: id };
      await server.as(octocat).call(update, { path, body: { note: "before" } });
      expect((await shown(id)).headers.etag).toBe(first.headers.etag);
      await server.as(octocat).call(update, { path, body: { note: "after" } });
      const last = await shown(id);
      expect(last.headers.etag).not.toBe(first.headers.etag);
      expect(last.headers["last-modified"]).toBe("Fri, 20 Nov 2026 13:00:00 GMT");
    });

    test.each([
      [
        "If-None-Match goes before If-Modified-Since",
        { "if-none-match": '"x"', "if-modified-since": "Fri, 20 Nov 2026 12:00:00 GMT" },
        200,
      ],
      ["If-None-Match with a star", { "if-none-match": "*" }, 304],
      ["If-None-Match that cannot be read", { "if-none-match": "without quotes" }, 200],
      ["If-Modified-Since the last change", { "if-modified-since": "Fri, 20 Nov 2026 12:00:00 GMT" }, 304],
      ["If-Modified-Since before the last change", { "if-modified-since": "Fri, 20 Nov 2026 11:59:59 GMT" }, 200],
      ["If-Modified-Since in a form that is no HTTP-date", { "if-modified-since": "Foo, 2030 GMT" }, 200],
      ["If-Modified-Since as asctime writes it", { "if-modified-since": "Fri Nov 20 12:00:00 2026" }, 304],
      ["If-Modified-Since in the form of RFC 850", { "if-modified-since": "Friday, 20-Nov-26 12:00:00 GMT" }, 304],
      ["If-Modified-Since that cannot be read", { "if-modified-since": "yesterday, or so" }, 200],
    ])("%s", async (_, headers, status) => {
      const { id } = await personalToken(server, octocat, { note: "a note" });
      expect((await shown(id, headers)).status).toBe(status);
    });

    test("a tag of another user's list is no copy of one's own", async () => {
      await personalToken(server, octocat, { note: "octocat's" });
      const list = "oauth-authorizations/list-authorizations";
      const { headers } = await server.as(octocat).call(list);
      const etag = (headers as Record<string, string>).etag ?? "";
      expect((await server.as(octocat).call(list, { headers: { "if-none-match": etag } })).status).toBe(304);
      expect((await server.as(hubot).call(list, { headers: { "if-none-match": etag } })).status).toBe(200);
    });

    test("a copy is compared only after the caller was found out", async () => {
      const wrong = server.as({ ...octocat, password: "wrong" });
      const answer = await wrong.call("oauth-authorizations/list-grants", { headers: { "if-none-match": "*" } });
      expect(answer.status).toBe(401);
    });

    test("a change or a deletion is carried out only while the state is the one that is named", async () => {
      const { id } = await applicationToken(server, octocat, gemUpdater);
      const path = { authorization_id: id };
      const before = (await shown(id)).headers.etag ?? "";
      const first = await server
        .as(octocat)
        .call(update, { path, body: { note: "1" }, headers: { "if-match": before } });
      expect(first.status).toBe(200);
      const second = await server
        .as(octocat)
        .call(update, { path, body: { note: "2" }, headers: { "if-match": before } });
      expect(second.status).toBe(412);
      const remove = "oauth-authorizations/delete-authorization";
      expect((await server.as(octocat).call(remove, { path, headers: { "if-match": before } })).status).toBe(412);
      expect(await authorizationsOf(server, octocat)).toMatchObject([{ note: "1" }]);
      const [grant] = await grantsOf(server, octocat);
      const ofGrant = { grant_id: grant?.id ?? 0 };
      const old = { "if-unmodified-since": "Fri, 20 Nov 2026 11:00:00 GMT" };
      const deleteGrant = "oauth-authorizations/delete-grant";
      expect((await server.as(octocat).call(deleteGrant, { path: ofGrant, headers: old })).status).toBe(412);
      const current = { "if-unmodified-since": "Fri, 20 Nov 2026 12:00:00 GMT" };
      expect((await server.as(octocat).call(deleteGrant, { path: ofGrant, headers: current })).status).toBe(204);
    });

    test("If-None-Match is ignored on a change and a deletion: clients cache by URL and always send it", async () => {
      const { id } = await personalToken(server, octocat, { note: "a note" });
      const current = (await shown(id)).headers.etag ?? "";
      const authorization = `Basic ${btoa(`${octocat.login}:${octocat.password}`)}`;
      for (const [method, tag, status] of [
        ["PATCH", current, 200],
        ["DELETE", "*", 204],
      ] as const) {
        const init = { method, headers: { authorization, "if-none-match": tag } };
        const response = await server.fetch(new Request(`${server.baseUrl}/authorizations/${id}`, init));
        expect([method, response.status]).toEqual([method, status]);
      }
    });

    // No such operation changes an object that a tag could identify.
    test("a precondition is ignored where no object with an identifier is changed", async () => {
      const { token } = await applicationToken(server, octocat, gemUpdater);
      const user = `Basic ${btoa(`${octocat.login}:${octocat.password}`)}`;
      const application = `Basic ${btoa(`${gemUpdater.clientId}:${gemUpdater.clientSecret}`)}`;
      const ofApplication = `/applications/${gemUpdater.clientId}`;
      for (const [authorization, method, path, body, status] of [
        [user, "POST", "/authorizations", { note: "a note" }, 201],
        [application, "POST", `${ofApplication}/token`, { access_token: token }, 200],
        [application, "DELETE", `${ofApplication}/grant`, { access_token: token }, 204],
      ] as const) {
        const headers = { authorization, "if-match": '"x"', "if-unmodified-since": "Fri, 20 Nov 2020 11:00:00 GMT" };
        const request = new Request(server.baseUrl + path, { method, headers, body: JSON.stringify(body) });
        expect([path, (await server.fetch(request)).status]).toEqual([path, status]);
      }
    });

    test("of two changes of the same state at the same moment one is carried out", async () => {
      const { id } = await personalToken(server, octocat, { note: "0" });
      const etag = (await shown(id)).headers.etag ?? "";
      const answers = await Promise.all(
        ["1", "2", "3", "4"].map((note) =>
          server.as(octocat).call(update, {
            path: { authorization_id: id },
            body: { note },
            headers: { "if-match": etag },
          }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    });
  });
});
