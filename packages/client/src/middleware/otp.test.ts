import { baseUrl, clientOf, inTurn, json, octocat, type Responder } from "@grantbook/test-kit/client-fixture";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { describe, expect, test, vi } from "vitest";
import type { OtpProvider } from "./otp.js";

const demand = () => json(401, { message: "Must specify OTP." }, { "x-github-otp": "required; app" });

/** Is let in by the codes that are named, each as often as it is sent. */
const openTo =
  (...codes: readonly string[]): Responder =>
  ({ headers }) =>
    codes.includes(headers.get("x-github-otp") ?? "") ? json(200, []) : demand();

/** A question that is answered from outside. */
function openQuestion() {
  const answers: ((code: string) => void)[] = [];
  const otp = vi.fn<OtpProvider>(() => new Promise((resolve) => answers.push(resolve)));
  return { otp, answer: (code: string) => answers.shift()?.(code) };
}

/** Lets everything run that waits for nothing from outside. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("a one-time code", () => {
  test("is asked for only when the server demands one, and sent with the same request", async () => {
    const otp = vi.fn<OtpProvider>(() => "123456");
    const { client, requests } = clientOf(
      octocat,
      ({ headers }) => {
        if (headers.get("x-github-otp") === "123456") return json(201, { id: 1 });
        return demand();
      },
      { otp },
    );
    expect(await client.authorizations.create({ note: "n" })).toEqual({ id: 1 });
    expect(otp).toHaveBeenCalledExactlyOnceWith({ refused: false });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual(
      Array(2).fill(`POST ${baseUrl}/authorizations`),
    );
    expect(await requests[1]?.json()).toEqual({ note: "n" });
  });

  test.each([
    ["a good answer", () => json(200, [])],
    ["a wrong password", () => json(401, { message: "Bad credentials" })],
    ["a refusal of another kind", () => json(403, {}, { "x-github-otp": "required; app" })],
    ["no answer", () => Promise.reject(new TypeError("fetch failed"))],
  ])("is not asked for after %s", async (_, answer) => {
    const otp = vi.fn<OtpProvider>(() => "123456");
    await clientOf(octocat, answer, { otp, retry: false })
      .client.grants.list()
      .catch(() => undefined);
    expect(otp).not.toHaveBeenCalled();
  });

  test("leaves the other headers of a call as they are", async () => {
    const { client, requests } = clientOf(octocat, openTo("123456"), { otp: () => "123456" });
    await client.grants.list({}, { headers: { "if-none-match": '"mine"' } });
    expect(requests.map(({ headers }) => headers.get("if-none-match"))).toEqual(['"mine"', '"mine"']);
  });

  test("is asked for again after a refusal, and the question says so", async () => {
    const otp = vi.fn<OtpProvider>(({ refused }) => (refused ? "222222" : "111111"));
    await clientOf(octocat, openTo("222222"), { otp }).client.grants.list();
    expect(otp.mock.calls).toEqual([[{ refused: false }], [{ refused: true }]]);
  });

  test("counts as refused when the call itself brought one", async () => {
    const otp = vi.fn<OtpProvider>(() => "222222");
    const { client } = clientOf(octocat, openTo("222222"), { otp });
    await client.grants.list({}, { headers: { "x-github-otp": "111111" } });
    expect(otp.mock.calls).toEqual([[{ refused: true }]]);
  });

  test("is asked for at most three times", async () => {
    const otp = vi.fn<OtpProvider>(() => "000000");
    const { client, requests } = clientOf(octocat, demand, { otp });
    await expect(client.grants.list()).rejects.toMatchObject({ name: "ApiError", code: "otp-required" });
    expect(otp).toHaveBeenCalledTimes(3);
    expect(requests.map(({ headers }) => headers.get("x-github-otp"))).toEqual([null, "000000", "000000", "000000"]);
  });

  test.each([
    ["there is nobody to ask", {}],
    ["an empty code gives up", { otp: () => "" }],
  ])("is required when %s", async (_, options) => {
    const { client, requests } = clientOf(octocat, demand, options);
    await expect(client.grants.list()).rejects.toMatchObject({ name: "ApiError", code: "otp-required", status: 401 });
    expect(requests).toHaveLength(1);
  });

  test.each<[string, OtpProvider]>([
    [
      "throws",
      () => {
        throw new RangeError("no terminal");
      },
    ],
    ["rejects", () => Promise.reject(new RangeError("no terminal"))],
    [
      "fails like a server",
      () => Promise.reject(Object.assign(new RangeError("no terminal"), { status: 503, code: "timeout" })),
    ],
  ])("fails with the error of an OTP provider that %s, at once", async (_, ask) => {
    const otp = vi.fn(ask);
    const error = await failureOf(clientOf(octocat, demand, { otp }).client.grants.list());
    expect(error).toMatchObject({ name: "RangeError", message: "no terminal" });
    expect(otp).toHaveBeenCalledOnce();
  });

  test("is not waited for any longer when the call is broken off", async () => {
    const { otp } = openQuestion();
    const controller = new AbortController();
    const { client, requests } = clientOf(octocat, demand, { otp });
    const call = failureOf(client.grants.list({}, { signal: controller.signal }));
    await expect.poll(() => otp).toHaveBeenCalledOnce();
    controller.abort("enough");
    expect(await call).toBe("enough");
    expect(requests).toHaveLength(1);
  });
});

describe("calls at the same time", () => {
  test("share one question, and a second one after a refusal", async () => {
    const { otp, answer } = openQuestion();
    const { client, requests } = clientOf(octocat, openTo("222222"), { otp });
    const calls = Array.from({ length: 10 }, () => client.grants.list());
    await expect.poll(() => requests).toHaveLength(10);
    await settled();
    expect(otp.mock.calls).toEqual([[{ refused: false }]]);
    answer("111111");
    await expect.poll(() => requests).toHaveLength(20);
    await settled();
    expect(otp.mock.calls).toEqual([[{ refused: false }], [{ refused: true }]]);
    answer("222222");
    expect(await Promise.all(calls)).toHaveLength(10);
    expect(requests).toHaveLength(30);
    expect(otp).toHaveBeenCalledTimes(2);
  });

  test("share the question that is open when they begin, not one that is answered", async () => {
    const { otp, answer } = openQuestion();
    const { client, requests } = clientOf(octocat, openTo("111111", "222222"), { otp });
    const first = client.grants.list();
    await expect.poll(() => otp).toHaveBeenCalledOnce();
    const second = client.grants.list();
    await expect.poll(() => requests).toHaveLength(2);
    await settled();
    answer("111111");
    await Promise.all([first, second]);
    expect(otp).toHaveBeenCalledOnce();
    const third = client.grants.list();
    await expect.poll(() => otp).toHaveBeenCalledTimes(2);
    answer("222222");
    await third;
    expect(otp.mock.calls).toEqual([[{ refused: false }], [{ refused: false }]]);
  });

  test("share the error of the OTP provider; the next call asks anew", async () => {
    const otp = vi.fn<OtpProvider>(() => "111111").mockRejectedValueOnce(new RangeError("no terminal"));
    const { client } = clientOf(octocat, openTo("111111"), { otp });
    const calls = Array.from({ length: 3 }, () => failureOf(client.grants.list()));
    expect(await Promise.all(calls)).toEqual(Array(3).fill(new RangeError("no terminal")));
    expect(otp).toHaveBeenCalledOnce();
    expect(await client.grants.list()).toEqual([]);
  });
});

describe("a request that changes something", () => {
  test.each([
    ["a failure of the server", () => json(500, {})],
    ["a lost connection", () => Promise.reject(new TypeError("fetch failed"))],
  ])("is sent again after a 401 alone, not after %s", async (_, failure) => {
    const { client, requests } = clientOf(octocat, inTurn(demand, failure), { otp: () => "123456" });
    await failureOf(client.authorizations.create({ note: "n" }));
    expect(requests).toHaveLength(2);
  });
});
