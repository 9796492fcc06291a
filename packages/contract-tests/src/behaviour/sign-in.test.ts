import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { hubot, mona, octocat, type TestServer, useTestServer } from "@grantbook/test-kit/test-server";
import { describe, expect, test } from "vitest";

const create = "oauth-authorizations/create-authorization";

describeEngines((engine) => {
  describe("signing in", () => {
    const server = useTestServer(engine);

    const send = (
      path: string,
      login: string,
      password: string,
      more: { method?: string; code?: string; body?: string } = {},
    ) => {
      const { method = "GET", code, body } = more;
      const headers = new Headers({ authorization: basicAuth(login, password) });
      if (code !== undefined) headers.set("x-github-otp", code);
      return server.fetch(
        new Request(server.baseUrl + path, { method, headers, ...(body === undefined ? {} : { body }) }),
      );
    };

    test("a code is asked for after a right password alone", async () => {
      const asked = await send("/authorizations", mona.login, mona.password);
      expect([asked.status, asked.headers.get("x-github-otp")]).toEqual([401, "required; app"]);
      expect(await asked.json()).toMatchObject({ message: "Must specify two-factor authentication OTP code." });
      const wrong = await send("/authorizations", mona.login, "wrong", { code: server.code() });
      expect([wrong.status, wrong.headers.get("x-github-otp")]).toEqual([401, null]);
    });

    // Header values are bytes: fetch takes away white space around them and refuses other digits than Latin ones.
    test.each(["000000", "1234567", "12345", "123456, 123456", "12345x", "+12345", "1 2345"])(
      "the code %j is refused like a missing one",
      async (code) => {
        const answer = await send("/authorizations", mona.login, mona.password, { code });
        expect([answer.status, answer.headers.get("x-github-otp")]).toEqual([401, "required; app"]);
      },
    );

    test("an empty code is a missing one, and is not counted", async () => {
      for (let count = 0; count < 6; count += 1) {
        expect((await send("/authorizations", mona.login, mona.password, { code: "" })).status).toBe(401);
      }
      expect((await send("/authorizations", mona.login, mona.password, { code: server.code() })).status).toBe(200);
    });

    test("of fifty requests with one code at the same moment one is let in", async () => {
      const headers = { "x-github-otp": server.code() };
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          server.as(mona).call(create, { body: { note: `note ${index}` }, headers }),
        ),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(49);
      // Nobody guessed: the next code is taken.
      server.clock.now = new Date(server.clock.now.getTime() + 30_000);
      const next = await server
        .as(mona)
        .call(create, { body: { note: "next" }, headers: { "x-github-otp": server.code() } });
      expect(next.status).toBe(201);
    });

    test("a code is good for any number of requests while it is valid, where that is allowed", async () => {
      const lenient = await server.withOverrides({ allowOtpReuse: true });
      const code = server.code();
      const list = (on: TestServer) =>
        on.fetch(
          new Request(`${on.baseUrl}/authorizations`, {
            headers: { authorization: basicAuth(mona.login, mona.password), "x-github-otp": code },
          }),
        );
      expect((await list(lenient)).status).toBe(200);
      expect((await list(lenient)).status).toBe(200);
      expect((await list(server)).status).toBe(401);
      server.clock.now = new Date(server.clock.now.getTime() + 90_000);
      expect((await list(lenient)).status).toBe(401);
    });

    test("a request is validated only after a right code", async () => {
      const body = { note: "" };
      expect((await server.as(mona).call(create, { body })).status).toBe(401);
      const answer = await server.as(mona).call(create, { body, headers: { "x-github-otp": server.code() } });
      expect(answer.status).toBe(422);
    });

    test("a request that leads nowhere asks for a code, and is then not found", async () => {
      const asked = await send("/authorizations", mona.login, mona.password, { method: "PATCH" });
      expect([asked.status, asked.headers.get("x-github-otp")]).toEqual([401, "required; app"]);
      const code = server.code();
      expect((await send("/authorizations", mona.login, mona.password, { method: "PATCH", code })).status).toBe(404);
      expect((await send("/authorizations/", octocat.login, octocat.password)).status).toBe(404);
    });

    test("after ten wrong passwords the right one is refused for a while, and lets in again after it", async () => {
      for (let count = 0; count < 10; count += 1) {
        expect((await send("/authorizations", "Octocat", `wrong ${count}`)).status).toBe(401);
      }
      const refused = await send("/authorizations", octocat.login, octocat.password);
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({
        message: "Maximum number of login attempts exceeded. Please try again later.",
      });
      server.clock.now = new Date(server.clock.now.getTime() + 15 * 60 * 1000);
      expect((await send("/authorizations", octocat.login, octocat.password)).status).toBe(200);
    });

    test("an e-mail address is a login, and failures are counted for the user by either name", async () => {
      expect((await send("/authorizations", "Hubot@Example.com", hubot.password)).status).toBe(200);
      for (let count = 0; count < 5; count += 1) {
        expect((await send("/authorizations", "hubot@example.com", "wrong")).status).toBe(401);
        expect((await send("/authorizations", hubot.login, "wrong")).status).toBe(401);
      }
      for (const name of [hubot.login, "hubot@example.com", "HUBOT@example.com"]) {
        expect((await send("/authorizations", name, hubot.password)).status).toBe(403);
      }
    });

    test("an e-mail address that several users have is no login", async () => {
      const { user, ...secrets } = (await server.store.credentials(hubot.login)) ?? expect.unreachable();
      const emails = await server.store.listEmails(user.id);
      await server.store.insertUser({ ...user, ...secrets, emails, login: "robot", createdAt: server.clock.now });
      expect((await send("/authorizations", "hubot@example.com", hubot.password)).status).toBe(401);
      expect((await send("/authorizations", "robot", hubot.password)).status).toBe(200);
    });

    test("a right password starts the count anew, and an unknown login is counted like a known one", async () => {
      for (let round = 0; round < 3; round += 1) {
        for (let count = 0; count < 9; count += 1) await send("/authorizations", octocat.login, "wrong");
        expect((await send("/authorizations", octocat.login, octocat.password)).status).toBe(200);
      }
      for (let count = 0; count < 10; count += 1) await send("/authorizations", "nobody", "wrong");
      expect((await send("/authorizations", "nobody", "wrong")).status).toBe(403);
    });

    test("wrong codes are counted apart from passwords", async () => {
      for (let count = 0; count < 5; count += 1) {
        expect((await send("/authorizations", mona.login, mona.password, { code: "000000" })).status).toBe(401);
      }
      expect((await send("/authorizations", mona.login, mona.password, { code: server.code() })).status).toBe(403);
      expect((await send("/authorizations", mona.login, "wrong")).status).toBe(401);
      server.clock.now = new Date(server.clock.now.getTime() + 15 * 60 * 1000);
      expect((await send("/authorizations", mona.login, mona.password, { code: server.code() })).status).toBe(200);
    });
  });
});
