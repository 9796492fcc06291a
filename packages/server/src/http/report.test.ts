import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { assertDefined, clients, createDomain, passwords, type TestDomain } from "@grantbook/test-kit/domain-fixture";
import { engines } from "@grantbook/test-kit/engines";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { create } from "../domain/authorizations.js";
import { createServer, type Server, type ServerOptions } from "../server.js";
import type { Answer } from "./refusals.js";
import type { RequestReport } from "./report.js";

for (const engine of engines) {
  describe.skipIf(engine.missing)(engine.name, () => {
    let book: TestDomain;
    let reports: RequestReport[];
    beforeEach(async () => {
      book = await createDomain(engine);
      reports = [];
    });
    afterEach(() => book.store.close());

    const basic = (name: string, secret: string) => ({ authorization: basicAuth(name, secret) });
    const octocat = basic("octocat", passwords.octocat);

    const client = { address: "192.0.2.7" };

    function serverOf(options: Partial<ServerOptions>): Server {
      const onAnswer = (report: RequestReport) => reports.push(report);
      const given = { store: book.store, key: book.key, now: book.now, publicUrl: "https://git.example" };
      return createServer({ ...given, onError: () => undefined, onAnswer, ...options });
    }

    function send(method: string, path: string, headers: Record<string, string>, options: Partial<ServerOptions> = {}) {
      const request = new Request(`https://git.example/api/v3${path}`, { method, headers });
      return serverOf(options).fetch(request, client);
    }

    describe("every request is told of", () => {
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
        const editor = basic(clients.editor.client_id, clients.editor.client_secret);
        await send("GET", "/authorizations", basic("octocat", "wrong"));
        await send("GET", "/authorizations/7", octocat);
        await send("GET", `/applications/${clients.editor.client_id}/tokens/unknown`, editor);
        await send("GET", "/user", { authorization: `token ${assertDefined(token)}` });
        await send("GET", "/meta", {});
        await send("GET", "/nowhere", {});
        await send("OPTIONS", "/authorizations", {});
        const application = `application ${clients.editor.client_id}`;
        const user = `user ID ${book.octocat.id}`;
        expect(reports.map(({ operationId, status, caller, reason }) => [operationId, status, caller, reason])).toEqual(
          [
            ["oauth-authorizations/list-authorizations", 401, undefined, "credentials-wrong"],
            ["oauth-authorizations/get-authorization", 404, user, "not-found"],
            ["apps/check-authorization", 404, application, "not-found"],
            ["users/get-authenticated", 200, user, undefined],
            ["meta/get", 200, undefined, undefined],
            [undefined, 404, undefined, "not-found"],
            [undefined, 204, undefined, undefined],
          ],
        );
      });

      test("with the status that was really sent, when a copy is current and when the server fails", async () => {
        const tag = assertDefined((await send("GET", "/authorizations", octocat)).headers.get("etag") ?? undefined);
        await send("GET", "/authorizations", { ...octocat, "if-none-match": tag });
        const store = { ...book.store, grants: () => Promise.reject(new Error("failed")) };
        await send("GET", "/applications/grants", octocat, { store });
        expect(reports.slice(1).map(({ status, reason }) => [status, reason])).toEqual([
          [304, undefined],
          [500, "failure"],
        ]);
      });

      test("and answered whatever becomes of that", async () => {
        const onAnswer = () => {
          throw new Error("the log is full");
        };
        expect((await send("GET", "/authorizations", octocat, { onAnswer })).status).toBe(200);
      });
    });

    describe("an answer of an operation that was not run", () => {
      const respond = (answer: Answer) => {
        const request = new Request("http://git.example/api/v3/authorizations");
        return serverOf({}).respond("oauth-authorizations/list-authorizations", answer, request, client);
      };

      test("is sent as any other", async () => {
        const body = { message: "ordered", documentation_url: "https://git.example", status: "503" };
        const answer = await respond({ status: 503, headers: { "retry-after": "1" }, body });
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
}
