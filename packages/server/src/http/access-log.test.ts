import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, passwords, useDomain } from "@grantbook/test-kit/domain-fixture";
import { beforeEach, describe, expect, test } from "vitest";
import { create } from "../domain/authorizations.js";
import { createServer, type ServerOptions } from "../server.js";
import type { AccessLogEntry } from "./access-log.js";
import type { ApiResponse } from "./api-response.js";

describeEngines((engine) => {
  const book = useDomain(engine);
  let reports: AccessLogEntry[];
  beforeEach(async () => {
    reports = [];
  });

  const basic = (name: string, secret: string) => ({ authorization: basicAuth(name, secret) });
  const octocat = basic("octocat", passwords.octocat);

  function send(method: string, path: string, headers: Record<string, string>, options: Partial<ServerOptions> = {}) {
    const onResponse = (report: AccessLogEntry) => reports.push(report);
    const given = { store: book.store, key: book.key, now: book.now, publicUrl: "https://git.example" };
    const server = createServer({ ...given, onError: () => undefined, onResponse, ...options });
    const request = new Request(`https://git.example/api/v3${path}`, { method, headers });
    return server.fetch(request, { address: "192.0.2.7" });
  }

  describe("every request is reported", () => {
    test("with its operation, status, caller and time, under the id of the answer", async () => {
      const answer = await send("GET", "/authorizations?per_page=1", octocat);
      expect(reports).toEqual([
        {
          requestId: answer.headers.get("x-github-request-id"),
          operationId: "oauth-authorizations/list-authorizations",
          method: "GET",
          status: 200,
          duration: expect.any(Number),
          address: "192.0.2.7",
          caller: `user ID ${book.octocat.id}`,
        },
      ]);
    });

    test("with the caller as soon as that is known, and the reason when it is refused", async () => {
      const { token } = await create(book, book.octocat, { ...clients.editor, scopes: [] });
      const editor = basic(clients.editor.clientId, clients.editor.clientSecret);
      await send("GET", "/authorizations", basic("octocat", "wrong"));
      await send("GET", "/authorizations/7", octocat);
      await send("GET", `/applications/${clients.editor.clientId}/tokens/unknown`, editor);
      await send("GET", "/user", { authorization: `token ${assertDefined(token)}` });
      await send("GET", "/meta", {});
      await send("GET", "/nowhere", {});
      await send("OPTIONS", "/authorizations", {});
      const application = `application ${clients.editor.clientId}`;
      const user = `user ID ${book.octocat.id}`;
      expect(reports.map(({ operationId, status, caller, reason }) => [operationId, status, caller, reason])).toEqual([
        ["oauth-authorizations/list-authorizations", 401, undefined, "credentials-wrong"],
        ["oauth-authorizations/get-authorization", 404, user, "not-found"],
        ["apps/check-authorization", 404, application, "not-found"],
        ["users/get-authenticated", 200, user, undefined],
        ["meta/get", 200, undefined, undefined],
        [undefined, 404, undefined, "not-found"],
        [undefined, 204, undefined, undefined],
      ]);
    });

    test("with the status that was really sent, when a copy is current and when the server fails", async () => {
      const tag = assertDefined((await send("GET", "/authorizations", octocat)).headers.get("etag") ?? undefined);
      await send("GET", "/authorizations", { ...octocat, "if-none-match": tag });
      const store = { ...book.store, listGrants: () => Promise.reject(new Error("failed")) };
      await send("GET", "/applications/grants", octocat, { store });
      expect(reports.slice(1).map(({ status, reason }) => [status, reason])).toEqual([
        [304, undefined],
        [500, "failure"],
      ]);
    });

    test("and answered whatever becomes of that", async () => {
      const onResponse = () => {
        throw new Error("the log is full");
      };
      expect((await send("GET", "/authorizations", octocat, { onResponse })).status).toBe(200);
    });
  });

  describe("a response in place of an operation's", () => {
    const site = "https://git.example";

    function respond(response: ApiResponse, headers: Record<string, string> = {}) {
      const onResponse = (report: AccessLogEntry) => reports.push(report);
      const given = { store: book.store, key: book.key, now: book.now, publicUrl: site };
      const server = createServer({ ...given, onError: () => undefined, onResponse });
      const request = new Request(`${site}/api/v3/authorizations`, { headers });
      return server.respond("oauth-authorizations/list-authorizations", response, request, { address: "192.0.2.7" });
    }

    test("is sent as any other, before anybody is asked who they are", async () => {
      const body = { message: "ordered", documentation_url: "https://git.example", status: "503" };
      const answer = await respond({ status: 503, headers: { "Retry-After": "1" }, body }, basic("octocat", "wrong"));
      expect([answer.status, await answer.json(), answer.headers.get("sunset")]).toEqual([
        503,
        body,
        expect.any(String),
      ]);
      expect(reports).toMatchObject([{ status: 503, operationId: "oauth-authorizations/list-authorizations" }]);
    });

    test("is refused when the description does not declare it", async () => {
      await expect(respond({ status: 418 })).rejects.toThrow("418");
    });
  });
});
