import { applicationToken, authorizationsOf, checkStatus, grantsOf, personalToken } from "@grantbook/test-kit/arrange";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { gemUpdater, mona, octocat, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import { afterEach, beforeEach, expect, test } from "vitest";

/** Counts the responses of each status. */
function counted(answers: readonly { readonly status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

// Two servers on one database, called turn and turn about; where an engine has no such thing, one server twice.
describeEngines((engine) => {
  let testServer: TestServer;
  let other: TestServer;

  beforeEach(async () => {
    testServer = await startTestServer(inProcess, engine);
    other = engine.isShared ? await testServer.withOverrides({ separateStore: true }) : testServer;
  });

  afterEach(() => testServer.close());

  /** So many calls at the same moment. */
  const many = <T>(times: number, call: (server: TestServer, index: number) => Promise<T>) =>
    Promise.all(Array.from({ length: times }, (_, index) => call(index % 2 === 0 ? testServer : other, index)));

  test.each([undefined, "f"])(
    "one of 100 who get or create is answered with 201, fingerprint %j",
    async (fingerprint) => {
      const answers = await many(100, (server) =>
        server.as(octocat).call("oauth-authorizations/get-or-create-authorization-for-app", {
          path: { client_id: gemUpdater.clientId },
          body: { client_secret: gemUpdater.clientSecret, ...(fingerprint && { fingerprint }) },
        }),
      );
      expect(counted(answers)).toEqual({ 201: 1, 200: 99 });
      expect(new Set(answers.map(({ body }) => (body as { id: number }).id)).size).toBe(1);
      expect(answers.filter(({ body }) => (body as { token: string }).token !== "")).toHaveLength(1);
      expect(await authorizationsOf(other, octocat)).toHaveLength(1);
      expect(await grantsOf(other, octocat)).toHaveLength(1);
    },
  );

  test("one of 20 who create with one note is answered with 201, all others with 422", async () => {
    const answers = await many(20, (server) =>
      server.as(octocat).call("oauth-authorizations/create-authorization", { body: { note: "a note" } }),
    );
    expect(counted(answers)).toEqual({ 201: 1, 422: 19 });
  });

  test("one of 100 requests with one one-time code gets in", async () => {
    const headers = { "x-github-otp": testServer.code() };
    const answers = await many(100, (server) =>
      server.as(mona).call("oauth-authorizations/list-authorizations", { headers }),
    );
    expect(counted(answers)).toEqual({ 200: 1, 401: 99 });
  });

  test("one of 20 changes under one condition is made, all others are answered with 412", async () => {
    const { id } = await personalToken(testServer, octocat, { note: "before" });
    const path = { authorization_id: id };
    const { headers } = await testServer.as(octocat).call("oauth-authorizations/get-authorization", { path });
    const condition = { "if-match": (headers as { etag: string }).etag };
    const answers = await many(20, (server, index) =>
      server.as(octocat).call("oauth-authorizations/update-authorization", {
        path,
        headers: condition,
        body: { note: `after ${index}` },
      }),
    );
    expect(counted(answers)).toEqual({ 200: 1, 412: 19 });
  });

  test("one of 20 deletions is answered with 204, all others with 404", async () => {
    const { id } = await personalToken(testServer, octocat, { note: "a note" });
    const path = { authorization_id: id };
    const answers = await many(20, (server) =>
      server.as(octocat).call("oauth-authorizations/delete-authorization", { path }),
    );
    expect(counted(answers)).toEqual({ 204: 1, 404: 19 });
  });

  test("a token is dead on one server as soon as the other one says so, and checks meanwhile are 200 or 404", async () => {
    const { token } = await applicationToken(testServer, octocat, gemUpdater);
    const path = { client_id: gemUpdater.clientId };
    const body = { access_token: token };
    const check = () => checkStatus(other, gemUpdater, token);
    const meanwhile = Promise.all(Array.from({ length: 20 }, check));
    const reset = await testServer.as(gemUpdater).call("apps/reset-token", { path, body });
    expect(reset.status).toBe(200);
    expect(await check()).toBe(404);
    expect([200, 404]).toEqual(expect.arrayContaining(await meanwhile));
    const fresh = (reset.body as { token: string }).token;
    expect(await checkStatus(other, gemUpdater, fresh)).toBe(200);
    await other.as(gemUpdater).call("apps/delete-token", { path, body: { access_token: fresh } });
    expect(await checkStatus(testServer, gemUpdater, fresh)).toBe(404);
  });

  test("what failed to sign in at one server is refused by the other", async () => {
    const guess = { ...octocat, password: "wrong" };
    for (let time = 0; time < 10; time += 1) await testServer.as(guess).call("oauth-authorizations/list-grants");
    expect(await other.as(octocat).call("oauth-authorizations/list-grants")).toMatchObject({ status: 403 });
  });

  test("a password that was changed is refused at once by a server that remembers it", async () => {
    const list = () => other.as(octocat).call("oauth-authorizations/list-grants");
    expect((await list()).status).toBe(200);
    const { user } = (await testServer.store.credentials(octocat.login)) ?? {};
    const hubots = (await testServer.store.credentials("hubot"))?.passwordHash ?? "";
    await testServer.store.setPasswordHash(user?.id ?? 0, hubots);
    expect((await list()).status).toBe(401);
    await testServer.store.setSuspended(user?.id ?? 0, testServer.clock.now);
    const suspended = other.as({ login: octocat.login, password: "hubot's password" });
    expect((await suspended.call("oauth-authorizations/list-grants")).status).toBe(403);
  });
});
