import { inTurn, json, listenersOf, never, type Responder } from "@grantbook/test-kit/client-fixture";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ClientError } from "../errors.js";
import { createOAuthClient, type DeviceCode, type DeviceOptions } from "./index.js";

const clientId = "0123456789abcdef0123";
const codes = {
  device_code: "d".repeat(40),
  user_code: "BCE3-88D0",
  verification_uri: "https://hub.example/login/device",
  expires_in: 899,
  interval: 5,
};
const token = { access_token: `gho_${"a".repeat(36)}`, scope: "repo", token_type: "bearer" };

const ask = () => json(200, codes);
const done = () => json(200, token);
const error =
  (code: string, fields: object = {}) =>
  () =>
    json(200, { error: code, error_description: "", ...fields });
const pending = error("authorization_pending");
const lost = () => Promise.reject(new TypeError("fetch failed"));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs a sign-in to its end: what came of it, the forms that were sent, and the seconds before each poll. */
async function signIn(respond: Responder, options: Partial<DeviceOptions> = {}) {
  const forms: Record<string, string>[] = [];
  const times: number[] = [];
  const shown: DeviceCode[] = [];
  const urls: string[] = [];
  const oauth = createOAuthClient({
    site: "https://hub.example",
    clientId,
    fetch: async (url, init) => {
      times.push(Date.now() / 1000);
      urls.push(url);
      forms.push(Object.fromEntries(new URLSearchParams(init.body)));
      return respond(new Request(url, init), forms.length - 1);
    },
  });
  const start = Date.now();
  let seconds: number | undefined;
  const result = oauth
    .device({ scopes: ["repo", "gist"], onCode: (code) => shown.push(code), ...options })
    .catch((thrown: unknown) => thrown)
    .finally(() => {
      seconds = (Date.now() - start) / 1000;
    });
  await vi.runAllTimersAsync();
  const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return { result: await result, forms, urls, waits, shown, seconds };
}

describe("a device", () => {
  test("shows its codes, and waits the interval before each poll", async () => {
    const { result, forms, urls, waits, shown } = await signIn(inTurn(ask, pending, pending, done));
    expect(result).toEqual(token);
    expect(shown).toEqual([codes]);
    expect(waits).toEqual([5, 5, 5]);
    const poll = "https://hub.example/login/oauth/access_token";
    expect(urls).toEqual(["https://hub.example/login/device/code", poll, poll, poll]);
    expect(forms[0]).toEqual({ client_id: clientId, scope: "repo gist" });
    expect(forms[1]).toEqual({
      client_id: clientId,
      device_code: codes.device_code,
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
    });
  });

  test("asks for no scopes when it is given none", async () => {
    expect((await signIn(inTurn(ask, done), { scopes: undefined })).forms[0]).toEqual({ client_id: clientId });
  });

  test("slows down to the interval that the server names, else by five seconds, and stays there", async () => {
    const named = error("slow_down", { interval: 12 });
    expect((await signIn(inTurn(ask, named, pending, done))).waits).toEqual([5, 12, 12]);
    expect((await signIn(inTurn(ask, error("slow_down"), pending, done))).waits).toEqual([5, 10, 10]);
  });

  test("doubles the interval when a request is lost or the server is busy", async () => {
    const busy = () => json(503, { message: "Busy" });
    const { result, waits } = await signIn(inTurn(ask, lost, busy, pending, done));
    expect(result).toEqual(token);
    expect(waits).toEqual([5, 10, 20, 20]);
  });

  test("gives up when the codes have expired and the server is not there", async () => {
    const { result, waits } = await signIn(inTurn(ask, lost));
    expect(result).toMatchObject({ name: "ClientError", code: "connection" });
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640]);
  });

  test.each(["access_denied", "expired_token", "incorrect_device_code"])("ends with %s", async (code) => {
    const { result, forms } = await signIn(inTurn(ask, pending, error(code)));
    expect(result).toMatchObject({ name: "OAuthError", code });
    expect(forms).toHaveLength(3);
  });

  test("ends at once when it gets no codes", async () => {
    const { result, shown } = await signIn(() => json(400, { error: "device_flow_disabled", error_description: "" }));
    expect(result).toMatchObject({ name: "OAuthError", code: "device_flow_disabled" });
    expect(shown).toEqual([]);
  });

  test("gives up when a request is lost just when the codes expire", async () => {
    const short = () => json(200, { ...codes, expires_in: 5 });
    const { result, waits } = await signIn(inTurn(short, lost));
    expect(result).toMatchObject({ name: "ClientError", code: "connection" });
    expect(waits).toEqual([5]);
  });

  test.each<[string, Responder]>([
    ["server-error", () => json(500, { message: "Server Error" })],
    ["invalid-response", () => new Response("<h1>")],
  ])("ends with an error that another poll would not change: %s", async (code, respond) => {
    const { result, forms } = await signIn(inTurn(ask, respond, done));
    expect(result).toMatchObject({ code });
    expect(forms).toHaveLength(2);
  });
});

describe("a signal ends the sign-in at once", () => {
  /** A reason that, as an error of the server, would not end it. */
  const reason = new ClientError("timeout", "closed");

  test.each<[string, number, number, (abort: () => void) => [Responder, Partial<DeviceOptions>?]]>([
    ["while it asks for codes", 1, 0, (abort) => [aborted(abort)]],
    ["while the codes are shown", 1, 0, (abort) => [ask, { onCode: abort }]],
    ["while it waits", 1, 2, (abort) => [ask, { onCode: () => void setTimeout(abort, 2000) }]],
    ["while it polls", 2, 5, (abort) => [inTurn(ask, aborted(abort))]],
    ["while it waits again", 2, 7, (abort) => [inTurn(ask, later(abort, 2000))]],
  ])("%s", async (_, requests, after, arrange) => {
    const controller = new AbortController();
    const listeners = listenersOf(controller.signal);
    const [respond, options] = arrange(() => controller.abort(reason));
    const { result, forms, seconds } = await signIn(respond, { ...options, signal: controller.signal });
    expect(result).toBe(reason);
    expect([forms.length, seconds]).toEqual([requests, after]);
    expect([vi.getTimerCount(), listeners]).toEqual([0, []]);
  });

  test("and before anything is sent when it is aborted already", async () => {
    const { result, forms } = await signIn(ask, { signal: AbortSignal.abort("closed") });
    expect([result, forms]).toEqual(["closed", []]);
  });

  test("and has no listener left when the user has signed in", async () => {
    const { signal } = new AbortController();
    const listeners = listenersOf(signal);
    expect((await signIn(inTurn(ask, pending, done), { signal })).result).toEqual(token);
    expect(listeners).toEqual([]);
  });
});

/** Aborts, and never responds. */
function aborted(abort: () => void): Responder {
  return (request) => {
    abort();
    return never(request);
  };
}

/** Responds that the user has not decided, and aborts some time later. */
function later(abort: () => void, ms: number): Responder {
  return () => {
    setTimeout(abort, ms);
    return pending();
  };
}
