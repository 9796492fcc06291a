import { inTurn, json, type Responder } from "@grantbook/test-kit/client-fixture";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createOAuthClient, type DeviceCode } from "./index.js";

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
async function signIn(respond: Responder, signal?: AbortSignal) {
  const forms: Record<string, string>[] = [];
  const times: number[] = [];
  const shown: DeviceCode[] = [];
  const oauth = createOAuthClient({
    site: "https://hub.example",
    clientId,
    fetch: async (url, init) => {
      times.push(Date.now() / 1000);
      forms.push(Object.fromEntries(new URLSearchParams(init.body)));
      return respond(new Request(url, init), forms.length - 1);
    },
  });
  const result = oauth
    .device({ scopes: ["repo"], onCode: (code) => shown.push(code), signal })
    .catch((thrown: unknown) => thrown);
  await vi.runAllTimersAsync();
  const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return { result: await result, forms, waits, shown };
}

describe("a device", () => {
  test("shows its codes, and waits the interval before each poll", async () => {
    const { result, forms, waits, shown } = await signIn(inTurn(ask, pending, pending, done));
    expect(result).toEqual(token);
    expect(shown).toEqual([codes]);
    expect(waits).toEqual([5, 5, 5]);
    expect(forms[0]).toEqual({ client_id: clientId, scope: "repo" });
    expect(forms[1]).toEqual({
      client_id: clientId,
      device_code: codes.device_code,
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
    });
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

  test("is aborted while it waits", async () => {
    const controller = new AbortController();
    const abort = () => {
      controller.abort("closed");
      return pending();
    };
    const { result, forms } = await signIn(inTurn(ask, pending, abort), controller.signal);
    expect(result).toBe("closed");
    expect(forms).toHaveLength(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("asks for nothing when it is aborted already", async () => {
    const { result } = await signIn(ask, AbortSignal.abort("closed"));
    expect(result).toBe("closed");
  });
});
