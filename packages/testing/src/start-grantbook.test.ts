import { SeedError } from "@grantbook/server";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Grantbook, startGrantbook } from "./index.js";

const octocat = { login: "octocat", password: "correct horse" };
const hubot = { login: "hubot", password: "battery staple", otp_secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" };
const editor = { name: "Editor", url: "https://editor.example", client_id: "1".repeat(20), client_secret: "editor" };

describe("a throw-away server", () => {
  let grantbook: Grantbook;

  beforeAll(async () => {
    grantbook = await startGrantbook({
      seed: { users: [octocat, hubot, { login: "monalisa" }], applications: [editor, { ...robot }] },
      now: new Date("2026-01-02T03:04:00Z"),
    });
  });

  const robot = { name: "Robot", url: "https://robot.example", type: "github" as const };

  afterEach(() => grantbook.reset());
  afterAll(() => grantbook.close());

  const asOctocat = () => grantbook.client(octocat);

  test("answers on a free port of this machine, to clients of users and applications", async () => {
    expect(grantbook.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v3$/);
    const { client_id, client_secret } = editor;
    const { token } = await asOctocat().authorizations.create({ client_id, client_secret, scopes: ["repo"] });
    const application = grantbook.client({ clientId: client_id, clientSecret: client_secret });
    expect(await application.tokens.check({ access_token: token })).toMatchObject({
      user: { login: "octocat" },
      created_at: "2026-01-02T03:04:00Z",
    });
  });

  test("forgets everything but the seed, also what was generated for it", async () => {
    const [monalisa] = grantbook.generated.passwords;
    const [generated] = grantbook.generated.applications;
    if (!monalisa || !generated?.client_secret) return expect.unreachable("nothing was generated");
    const client = grantbook.client(monalisa);
    await client.authorizations.create({ note: "a note" });
    await grantbook.reset();
    expect(await client.authorizations.list()).toEqual([]);
    const { client_id: clientId, client_secret: clientSecret } = generated;
    const check = grantbook.client({ clientId, clientSecret }).tokens.check({ access_token: "unknown" });
    await expect(check).rejects.toMatchObject({ code: "not-found" });
  });

  test("lets a token expire when the clock is moved", async () => {
    const [generated] = grantbook.generated.applications;
    if (!generated?.client_secret) return expect.unreachable("nothing was generated");
    const { client_id, client_secret } = generated;
    const { token } = await asOctocat().authorizations.create({ client_id, client_secret });
    const application = grantbook.client({ clientId: client_id, clientSecret: client_secret });
    await application.tokens.check({ access_token: token });
    grantbook.clock.move(8 * 60 * 60);
    await expect(application.tokens.check({ access_token: token })).rejects.toMatchObject({ status: 404 });
    grantbook.clock.set(new Date("2026-01-02T03:04:00Z"));
    expect(grantbook.clock.now.toISOString()).toBe("2026-01-02T03:04:00.000Z");
  });

  test("knows the code that an authenticator shows, and that nobody else has one", async () => {
    const client = grantbook.client(hubot, { otp: () => grantbook.code("hubot") });
    await client.authorizations.create({ note: "with two-factor" });
    grantbook.clock.move(30);
    expect(await client.authorizations.list()).toHaveLength(1);
    expect(() => grantbook.code("octocat")).toThrow("The seed has no user octocat with an otp_secret.");
  });
});

test("a server that is closed answers no more, and a wrong seed starts none", async () => {
  const grantbook = await startGrantbook({ seed: { users: [octocat] } });
  const client = grantbook.client(octocat, { retry: false });
  expect(await client.grants.list()).toEqual([]);
  await grantbook.close();
  await expect(client.grants.list()).rejects.toMatchObject({ name: "ClientError", code: "connection" });
  await expect(startGrantbook({ seed: { users: [{ login: "a:b" }] } })).rejects.toThrow(SeedError);
});

describe("what a test has of the seed", () => {
  test("is a user and an application with their secrets, given or generated", async () => {
    await using grantbook = await startGrantbook({
      seed: {
        users: [octocat, { login: "monalisa" }, hubot],
        applications: [editor, { name: "Robot", url: "https://robot.example" }],
      },
    });
    expect(grantbook.user("octocat")).toEqual({ ...octocat, otpSecret: undefined });
    expect(grantbook.user("hubot").otpSecret).toBe(hubot.otp_secret);
    expect(grantbook.application("Editor")).toEqual({
      name: "Editor",
      clientId: editor.client_id,
      clientSecret: editor.client_secret,
    });
    const robot = grantbook.application("Robot");
    const { token } = await grantbook
      .client(grantbook.user("monalisa"))
      .authorizations.create({ client_id: robot.clientId, client_secret: robot.clientSecret });
    expect((await grantbook.client(robot).tokens.check({ access_token: token })).user?.login).toBe("monalisa");
    expect(() => grantbook.user("nobody")).toThrow("The seed has no user nobody.");
    expect(() => grantbook.application("None")).toThrow("The seed has no application None.");
  });

  test("does not warn of deprecated operations", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await using grantbook = await startGrantbook({ seed: { users: [octocat] } });
    await grantbook.client(octocat).grants.list();
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe("the end of a server", () => {
  test("comes with the block that has it, and may be asked for twice", async () => {
    let url: string;
    {
      await using grantbook = await startGrantbook();
      url = `${grantbook.url}/meta`;
      expect((await fetch(url)).status).toBe(200);
      await grantbook.close();
      await grantbook.close();
    }
    await expect(fetch(url)).rejects.toThrow();
  });
});

test("a server listens on the port that it is given, and a port that is taken starts none", async () => {
  await using first = await startGrantbook();
  expect(first.url).toBe(`http://127.0.0.1:${first.port}/api/v3`);
  await expect(startGrantbook({ port: first.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await first.close();
  await using second = await startGrantbook({ port: first.port });
  expect(second.port).toBe(first.port);
});

test("an option that does not exist is refused by its name", async () => {
  const options = { seeds: {}, clock: 1 };
  await expect(startGrantbook(options as object)).rejects.toThrow(
    /^startGrantbook has no option seeds, clock; it has seed, now, port, /,
  );
});

test("a server leaves the globals of its process as they are", async () => {
  const before = [Request, Response, fetch];
  await using grantbook = await startGrantbook();
  expect(await fetch(`${grantbook.url}/meta`)).toBeInstanceOf(Response);
  expect([Request, Response, fetch]).toEqual(before);
});

describe("faults", () => {
  const check = "apps/check-token";
  let grantbook: Grantbook;

  beforeAll(async () => {
    grantbook = await startGrantbook({ seed: { users: [octocat], applications: [editor] } });
  });
  afterEach(() => grantbook.reset());
  afterAll(() => grantbook.close());

  const application = (options = {}) => grantbook.client(grantbook.application("Editor"), { retry: false, ...options });
  const statuses = () => grantbook.requests().map(({ operation, status }) => [operation, status]);

  test("are errors of one operation, a number of times", async () => {
    grantbook.faults.add({ operation: check, status: 503, count: 2 });
    const client = application({ retry: { maxDelay: 2000 } });
    await expect(client.tokens.check({ access_token: "t" })).rejects.toMatchObject({ status: 404 });
    expect(statuses()).toEqual([
      [check, 503],
      [check, 503],
      [check, 404],
    ]);
  });

  test("have the headers of the server, and the body that the description has as an example", async () => {
    grantbook.faults.add({ operation: check, status: 503, count: 1 });
    const call = application().tokens.check({ access_token: "t" });
    const requestId = expect.stringMatching(/^[\dA-F:]+$/);
    await expect(call).rejects.toMatchObject({ status: 503, retryAfter: 1, requestId });
    expect(grantbook.faults.list).toEqual([]);
  });

  test("are cut connections, before the operation has run and after", async () => {
    const user = grantbook.client(octocat, { retry: false });
    for (const cut of ["before", "after"] as const) {
      grantbook.faults.add({ operation: "oauth-authorizations/create-authorization", cut, count: 1 });
      await expect(user.authorizations.create({ note: cut })).rejects.toMatchObject({ code: "connection" });
    }
    expect((await user.authorizations.list()).map(({ note }) => note)).toEqual(["after"]);
    expect(grantbook.requests()).toMatchObject([
      { method: "POST", path: "/api/v3/authorizations", status: 0 },
      { method: "POST", status: 0 },
      { method: "GET", status: 200 },
    ]);
  });

  test("are delays, of every operation", async () => {
    grantbook.faults.add({ operation: "*", delay: 60_000 });
    const call = application({ timeout: 20 }).tokens.check({ access_token: "t" });
    await expect(call).rejects.toMatchObject({ code: "timeout" });
    grantbook.faults.clear();
  });

  test.each([
    [{ operation: "apps/none", status: 503 }, "operation must be * or one of "],
    [{ operation: check }, "a fault needs a status, a delay or a cut"],
    [
      { operation: check, status: 418 },
      "status must be an error that the description declares for apps/check-token: 400, ",
    ],
    [{ operation: check, status: 503, cut: "after" }, "a fault with a status cannot cut the connection after"],
    [{ operation: check, status: 503, count: 0 }, "count must be a whole number from 1 to "],
    [{ operation: check, status: 503, times: 2 }, "a fault has no key times"],
  ])("are refused where no client could meet them: %j", (fault, message) => {
    expect(() => grantbook.faults.add(fault as never)).toThrow(message);
  });
});
