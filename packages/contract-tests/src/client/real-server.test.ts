import { type ClientOptions, createClient } from "@grantbook/client";
import { cache, memoryCache } from "@grantbook/client/middleware";
import { gemUpdater, mona, octocat, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { transports } from "@grantbook/test-kit/transports";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

describe.each(transports)("a client and the server, $name", (transport) => {
  let server: TestServer;
  let answers: Response[];

  beforeEach(async () => {
    server = await startTestServer(transport);
    answers = [];
  });

  afterEach(() => {
    vi.useRealTimers();
    return server.close();
  });

  const statuses = () => answers.map(({ status }) => status);
  const clientOf = <C extends ClientOptions["auth"]>(auth: C, options: Partial<ClientOptions<C>> = {}) =>
    createClient({
      baseUrl: server.baseUrl,
      auth,
      fetch: async (url, init) => {
        const answer = await server.fetch(new Request(url, init));
        answers.push(answer);
        return answer;
      },
      ...options,
    });

  test("go through the life of a token", async () => {
    const user = clientOf(octocat);
    const application = clientOf(gemUpdater);
    const pair = { client_id: gemUpdater.clientId, client_secret: gemUpdater.clientSecret };
    const { id, token } = await user.authorizations.getOrCreate({ ...pair, scopes: ["gist"] });
    expect((await user.authorizations.getOrCreate(pair)).id).toBe(id);
    expect((await user.authorizations.update({ authorization_id: id, add_scopes: ["repo"] })).scopes).toHaveLength(2);
    expect((await application.tokens.check({ access_token: token })).user?.login).toBe(octocat.login);
    const { token: renewed } = await application.tokens.reset({ access_token: token });
    expect((await clientOf({ token: renewed }).users.getAuthenticated()).login).toBe(octocat.login);
    expect(await application.tokens.delete({ access_token: renewed })).toBeUndefined();
    await expect(application.tokens.check({ access_token: renewed })).rejects.toMatchObject({ code: "not-found" });
    expect(statuses()).toEqual([201, 200, 200, 200, 200, 200, 204, 404]);
  });

  test("agree on a one-time code within one call", async () => {
    const otp = vi.fn(() => server.code());
    const { token } = await clientOf(mona, { otp }).authorizations.create({ note: "a note" });
    expect(token).toMatch(/^ghp_/);
    expect(otp).toHaveBeenCalledExactlyOnceWith({ refused: false });
    expect(statuses()).toEqual([401, 201]);
  });

  test("agree on one after a wrong one, and on none after three", async () => {
    const codes = ["000000", server.code()];
    await clientOf(mona, { otp: () => codes.shift() ?? "" }).authorizations.create({ note: "a note" });
    expect(statuses()).toEqual([401, 401, 201]);
    const call = clientOf(mona, { otp: () => "000000" }).authorizations.list();
    await expect(call).rejects.toMatchObject({ code: "otp-required" });
    expect(statuses()).toHaveLength(7);
  });

  test("let three calls through at the same time, whose codes are good once", async () => {
    const otp = vi.fn(() => {
      server.clock.now = new Date(server.clock.now.getTime() + 30_000);
      return server.code();
    });
    const client = clientOf(mona, { otp });
    const notes = ["one", "two", "three"];
    const created = await Promise.all(notes.map((note) => client.authorizations.create({ note })));
    expect(created.map(({ note }) => note)).toEqual(notes);
    expect(otp.mock.calls.length).toBeLessThanOrEqual(3);
  });

  test("page through 95 authorizations, each once, by any number a page", async () => {
    const user = clientOf(octocat);
    const made: number[] = [];
    for (let count = 0; count < 95; count += 1)
      made.push((await user.authorizations.create({ note: `note ${count}` })).id);
    for (const [per_page, sizes] of [
      [undefined, [30, 30, 30, 5]],
      [19, [19, 19, 19, 19, 19]],
      [95, [95]],
      [100, [95]],
    ] as const) {
      const query = per_page ? { per_page } : {};
      const pages: number[] = [];
      for await (const { items } of user.authorizations.pages(query)) pages.push(items.length);
      expect(pages).toEqual(sizes);
      const found: number[] = [];
      for await (const { id } of user.authorizations.iterate(query)) found.push(id);
      expect(found).toEqual(made);
    }
    const none: unknown[] = [];
    for await (const one of user.authorizations.iterate({ client_id: gemUpdater.clientId })) none.push(one);
    expect(none).toEqual([]);
  });

  test("send a list a second time as a 304, page by page, until something changes", async () => {
    const user = clientOf(octocat, { middleware: [cache(memoryCache())] });
    for (let count = 0; count < 5; count += 1) await user.authorizations.create({ note: `note ${count}` });
    const notes = async () => {
      const found: unknown[] = [];
      for await (const { note } of user.authorizations.iterate({ per_page: 2 })) found.push(note);
      return found;
    };
    answers.length = 0;
    const first = await notes();
    expect(await notes()).toEqual(first);
    expect(statuses()).toEqual([200, 200, 200, 304, 304, 304]);
    const [{ id } = { id: 0 }] = await user.authorizations.list();
    await user.authorizations.update({ authorization_id: id, note: "changed" });
    answers.length = 0;
    expect(await notes()).toEqual(["changed", ...first.slice(1)]);
    expect(statuses()).toEqual([200, 304, 304]);
  });

  test("know together when a used-up limit of requests starts anew", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: server.clock.now });
    const limited = await server.withOverrides({ rateLimit: 1 });
    const client = clientOf(octocat, {
      baseUrl: limited.baseUrl,
      fetch: (url, init) => limited.fetch(new Request(url, init)),
    });
    await client.grants.list();
    // Rejects at once, instead of waiting for an hour.
    await expect(client.grants.list()).rejects.toMatchObject({
      name: "ApiError",
      code: "rate-limited",
      retryAfter: 3600,
    });
  });
});
