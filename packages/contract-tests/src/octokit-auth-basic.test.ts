import { createRequire } from "node:module";
import type { UserCredentials } from "@grantbook/client";
import { authorizationsOf } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { gemUpdater, mona, octocat, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { overHttp } from "@grantbook/test-kit/transports";
import { createBasicAuth } from "@octokit/auth-basic";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

type Request = NonNullable<Parameters<typeof createBasicAuth>[0]["request"]>;

describeEngines((engine) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer(overHttp, engine);
    // The log of this client.
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
  });

  afterEach(() => server.close());

  describe("@octokit/auth-basic", () => {
    // It finds the challenge in the errors of its own request library, and no longer in those of today.
    const { resolve } = createRequire(import.meta.url);
    const { request: itsOwn }: { request: Request } = createRequire(resolve("@octokit/auth-basic"))("@octokit/request");

    const ask = vi.fn<() => string>();
    const strategy = ({ login: username, password }: UserCredentials, token: object = {}) =>
      createBasicAuth({
        username,
        password,
        on2Fa: ask,
        token,
        request: itsOwn.defaults({ baseUrl: server.baseUrl }),
      });
    const nextStep = () => {
      server.clock.now = new Date(server.clock.now.getTime() + 30_000);
    };

    beforeEach(() => {
      ask.mockReset().mockImplementation(() => server.code());
    });

    test("makes a token by login and password", async () => {
      const made = await strategy(octocat, { note: "a note", scopes: ["repo"] })({ type: "token" });
      const [stored] = await authorizationsOf(server, octocat);
      expect(made).toMatchObject({ id: stored?.id, token: expect.stringMatching(/^ghp_/) });
      expect(stored).toMatchObject({ note: "a note", scopes: ["repo"], app: { name: "a note" } });
      expect(ask).not.toHaveBeenCalled();
    });

    test("makes a token of an application, with a note and a fingerprint of its own", async () => {
      const { clientId, clientSecret } = gemUpdater;
      const made = await strategy(octocat, { clientId, clientSecret })({ type: "token" });
      const [stored] = await authorizationsOf(server, octocat);
      expect(made).toMatchObject({ id: stored?.id, token: expect.stringMatching(/^gho_/) });
      expect(stored?.note?.split(" ")).toEqual(["octokit", expect.any(String), stored?.fingerprint]);
    });

    test("asks for a one-time code when it is challenged, and anew when the code was used", async () => {
      const auth = strategy(mona, { note: "in use" });
      expect(await auth({ type: "token" })).toMatchObject({ token: expect.stringMatching(/^ghp_/) });
      expect(ask).toHaveBeenCalledTimes(1);
      nextStep();
      const again = auth({ type: "token", refresh: true });
      await expect(again).rejects.toMatchObject({
        status: 422,
        message: expect.stringContaining("already_exists"),
      });
      expect(ask).toHaveBeenCalledTimes(2);
    });

    test("learns that a code is wrong, and that it was used", async () => {
      const invalid = { status: 401, message: expect.stringMatching(/^Invalid TOTP/) };
      ask.mockReturnValueOnce("000000");
      await expect(strategy(mona)({ type: "token" })).rejects.toMatchObject(invalid);
      await strategy(mona)({ type: "basic" });
      await expect(strategy(mona)({ type: "token" })).rejects.toMatchObject(invalid);
      expect(ask).toHaveBeenCalledTimes(3);
    });

    test("is not asked for a code after a wrong password", async () => {
      const auth = strategy({ ...mona, password: "not mona's password" });
      const wrong = { status: 401, message: "Bad credentials" };
      await expect(auth({ type: "token" })).rejects.toMatchObject(wrong);
      await expect(auth({ type: "basic" })).rejects.toMatchObject(wrong);
      expect(ask).not.toHaveBeenCalled();
    });

    test("finds out by a request that leads nowhere whether a code is needed", async () => {
      expect(await strategy(octocat)({ type: "basic" })).not.toHaveProperty("totp");
      expect(await strategy(mona)({ type: "basic" })).toHaveProperty("totp", server.code());
      // The same request has the code sent by text message; it is expected to be challenged.
      nextStep();
      const trigger = itsOwn("PATCH /authorizations", {
        baseUrl: server.baseUrl,
        headers: { authorization: basicAuth(mona.login, mona.password) },
      });
      await expect(trigger).rejects.toMatchObject({ status: 401, headers: { "x-github-otp": "required; app" } });
    });

    test("signs in requests to authorizations with the password and a code, and all others with a token", async () => {
      const { hook } = strategy(mona, { note: "made on the way" });
      const call = itsOwn.defaults({ baseUrl: server.baseUrl, request: { hook } });
      expect(await call("GET /authorizations")).toMatchObject({ status: 200, data: [] });
      nextStep();
      await expect(call("GET /applications/grants")).rejects.toMatchObject({
        status: 403,
        message: "This API can only be accessed with username and password Basic Auth",
      });
      nextStep();
      expect((await call("GET /authorizations")).data).toMatchObject([{ note: "made on the way" }]);
      expect(ask).toHaveBeenCalledTimes(3);
    });
  });
});
