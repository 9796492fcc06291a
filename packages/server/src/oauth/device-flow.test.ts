import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { registerApplication } from "@grantbook/test-kit/registered-application";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { decideDeviceCode, findUserCode, pollDeviceCode, requestDeviceCode, reviewUserCode } from "./device-flow.js";
import type { DeviceCode, RegisteredApplication } from "./model.js";

const address = "192.0.2.1";

describeEngines((engine) => {
  const book = useDomain(engine);
  let application: RegisteredApplication;
  beforeEach(async () => {
    application = await registerApplication(book);
  });

  const start = (scope?: string) => requestDeviceCode(book, application, scope, address);
  const type = (userCode: string, from = address, user = book.octocat) => findUserCode(book, user, userCode, from);
  const poll = (deviceCode: string) => pollDeviceCode(book, application, deviceCode);
  const stored = (deviceCode: string) => book.store.deviceCode(hashSecret(deviceCode));
  /** Has the user decide about a code. */
  const decide = async (userCode: string, isApproved: boolean) =>
    decideDeviceCode(book, application, book.octocat, (await type(userCode)) as DeviceCode, isApproved);
  const grant = () => book.store.grantOf(book.octocat.id, application.id);

  describe("a device", () => {
    test("gets two codes, which are stored as digests for fifteen minutes", async () => {
      const { deviceCode, userCode } = await start("gist,repo public_repo");
      expect(deviceCode).toMatch(/^[0-9a-f]{40}$/);
      expect(userCode).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
      const code = {
        id: expect.any(Number),
        applicationId: application.id,
        scopes: ["gist", "repo"],
        state: "pending",
        userId: null,
        address,
        createdAt: new Date("2026-01-02T03:04:00Z"),
        expiresAt: new Date("2026-01-02T03:19:00Z"),
        polledAt: null,
      };
      expect(await stored(deviceCode)).toEqual(code);
      expect(await book.store.pendingDeviceCode(hashSecret(userCode.replace("-", "")), book.now())).toEqual(code);
      expect(await stored((await start()).deviceCode)).toMatchObject({ scopes: [] });
    });

    test("gets none where the flow is switched off, or a scope is unknown", async () => {
      await expect(start("repo write:project")).rejects.toMatchObject({ code: "invalid_scope" });
      application = { ...application, deviceFlow: false };
      await expect(start()).rejects.toMatchObject({ code: "device_flow_disabled" });
    });

    test("of a GitHub App may name any scope, and gets none", async () => {
      application = { ...application, type: "github" };
      expect(await stored((await start("repo write:project")).deviceCode)).toMatchObject({ scopes: [] });
    });

    test.each([
      [999, undefined],
      [1000, 60],
    ])("where %i codes of the application wait, must wait %s seconds", async (count, retryAfter) => {
      const counted = vi.spyOn(book.store, "countDeviceCodes").mockResolvedValue(count);
      const outcome = await start().catch((error) => error.reason);
      expect(outcome).toMatchObject(
        retryAfter ? { code: "unavailable", retryAfter } : { deviceCode: expect.any(String) },
      );
      expect(counted).toHaveBeenCalledWith(application.id, book.now());
    });

    test("gets other codes when its user code is taken", async () => {
      const insert = vi.spyOn(book.store, "insertDeviceCode").mockResolvedValueOnce(false);
      const { deviceCode } = await start();
      const [first, second] = insert.mock.calls.map(([code]) => code);
      expect(first?.userCodeHash).not.toBe(second?.userCodeHash);
      expect(second?.deviceHash).toBe(hashSecret(deviceCode));
    });
  });

  describe("a typed code", () => {
    test("is found in any case and with any punctuation", async () => {
      const { userCode, deviceCode } = await start();
      const { id } = (await stored(deviceCode)) as DeviceCode;
      const plain = userCode.replace("-", "");
      for (const text of [userCode, plain, plain.toLowerCase(), ` ${[...plain].join(".")}\n`]) {
        expect(await type(text)).toMatchObject({ id });
        expect(await reviewUserCode(book, text)).toMatchObject({ id });
      }
      expect(await type(`${plain}A`)).toBeUndefined();
      expect(await reviewUserCode(book, "")).toBeUndefined();
    });

    const wrong = async (count: number, from: string, user = book.octocat) => {
      for (let index = 0; index < count; index += 1) expect(await type("0", from, user)).toBeUndefined();
    };

    test("is one of fifty that a user may type in an hour, in any network; reviews do not count", async () => {
      const { userCode } = await start();
      await wrong(25, "192.0.2.1");
      book.move(10);
      await wrong(24, "192.0.2.2");
      for (let index = 0; index < 60; index += 1) await reviewUserCode(book, userCode);
      expect(await type(userCode, "192.0.2.3")).toBeDefined();
      book.move(0.5);
      const refused = { reason: { code: "too-many-attempts", retryAfter: 3590 } };
      await expect(type(userCode, "192.0.2.3")).rejects.toMatchObject(refused);
      expect(await type(userCode, "192.0.2.1", book.hubot)).toBeDefined();
      book.move(3589.5);
      expect(await type(userCode, "192.0.2.3")).toBeUndefined();
    });

    test("that is wrong is one of fifty that come from a network in an hour, of all users", async () => {
      await wrong(25, "2001:db8::1");
      await wrong(24, "2001:db8::2", book.hubot);
      const { userCode } = await start();
      // One that is valid does not count.
      for (let index = 0; index < 3; index += 1) expect(await type(userCode, "2001:db8::3")).toBeDefined();
      await wrong(1, "2001:db8::4");
      const refused = { reason: { code: "too-many-attempts", retryAfter: 3600 } };
      await expect(type(userCode, "2001:db8::5")).rejects.toMatchObject(refused);
      await expect(type(userCode, "2001:db8::5", book.hubot)).rejects.toMatchObject(refusal("too-many-attempts"));
      expect(await type(userCode, "2001:db8:0:1::5")).toBeDefined();
    });
  });

  describe("a decision", () => {
    test("to approve records the grant; to deny records none", async () => {
      const [yes, no] = [await start("repo"), await start("gist")];
      expect(await decide(no.userCode, false)).toBe(true);
      expect(await grant()).toBeUndefined();
      expect(await stored(no.deviceCode)).toMatchObject({ state: "denied", userId: book.octocat.id });
      expect(await decide(yes.userCode, true)).toBe(true);
      expect((await grant())?.scopes).toEqual(["repo"]);
      expect(await stored(yes.deviceCode)).toMatchObject({ state: "approved", userId: book.octocat.id });
    });

    test("is made once", async () => {
      const { userCode, deviceCode } = await start("repo");
      const code = (await type(userCode)) as DeviceCode;
      expect(await decide(userCode, false)).toBe(true);
      expect(await decideDeviceCode(book, application, book.octocat, code, true)).toBe(false);
      expect(await grant()).toBeUndefined();
      expect(await stored(deviceCode)).toMatchObject({ state: "denied" });
      expect(await type(userCode)).toBeUndefined();
    });
  });

  describe("a poll", () => {
    const error = (code: string, message?: string) => (message ? { code, message } : { code });

    test("waits for the decision, gets the token once, and is wrong then", async () => {
      const { userCode, deviceCode } = await start("repo");
      await expect(poll(deviceCode)).rejects.toMatchObject(error("authorization_pending"));
      expect(await stored(deviceCode)).toMatchObject({ polledAt: book.now() });
      await decide(userCode, true);
      book.move(5);
      const token = await poll(deviceCode);
      expect(token).toEqual({ accessToken: expect.stringMatching(/^gho_/), scopes: ["repo"] });
      expect(await book.store.listFlowTokens(book.octocat.id, application.id)).toHaveLength(1);
      expect(await stored(deviceCode)).toMatchObject({ state: "used" });
      await expect(poll(deviceCode)).rejects.toMatchObject(error("incorrect_device_code"));
    });

    test("that comes earlier than half a second before its time is slowed down, and does not count", async () => {
      const { deviceCode } = await start();
      const pending = error("authorization_pending");
      await expect(poll(deviceCode)).rejects.toMatchObject(pending);
      book.move(4.499);
      const early = { ...error("slow_down"), fields: { interval: 10 } };
      await expect(poll(deviceCode)).rejects.toMatchObject(early);
      book.move(0.001);
      await expect(poll(deviceCode)).rejects.toMatchObject(pending);
    });

    test("learns of the expiry after fifteen minutes, whatever the user decided", async () => {
      const { userCode, deviceCode } = await start();
      await decide(userCode, true);
      book.move(900);
      await expect(poll(deviceCode)).rejects.toMatchObject(error("expired_token"));
    });

    test("just before the expiry gets the token", async () => {
      const { userCode, deviceCode } = await start();
      await decide(userCode, true);
      book.move(899.999);
      await expect(poll(deviceCode)).resolves.toHaveProperty("accessToken");
    });

    test("learns that the user said no, or took the access back", async () => {
      const [no, gone] = [await start(), await start()];
      await decide(no.userCode, false);
      await expect(poll(no.deviceCode)).rejects.toMatchObject(error("access_denied", "The user has denied access."));
      await decide(gone.userCode, true);
      await book.store.deleteGrants(book.octocat.id);
      const revoked = error("access_denied", "The user has revoked the access.");
      await expect(poll(gone.deviceCode)).rejects.toMatchObject(revoked);
      // It was not used up.
      expect(await stored(gone.deviceCode)).toMatchObject({ state: "approved" });
    });

    test("with an unknown code, of another application, or without the flow gets nothing", async () => {
      const { deviceCode } = await start();
      await expect(poll("0".repeat(40))).rejects.toMatchObject(error("incorrect_device_code"));
      const other = await registerApplication(book, { clientId: "another" });
      await expect(pollDeviceCode(book, other, deviceCode)).rejects.toMatchObject(error("incorrect_device_code"));
      expect(await stored(deviceCode)).toMatchObject({ polledAt: null });
      application = { ...application, deviceFlow: false };
      await expect(poll(deviceCode)).rejects.toMatchObject(error("device_flow_disabled"));
    });

    test("that another one overtakes gets nothing", async () => {
      const { userCode, deviceCode } = await start();
      await decide(userCode, true);
      const approved = await stored(deviceCode);
      await poll(deviceCode);
      vi.spyOn(book.store, "deviceCode").mockResolvedValue(approved);
      await expect(poll(deviceCode)).rejects.toMatchObject(error("incorrect_device_code"));
      expect(await book.store.listFlowTokens(book.octocat.id, application.id)).toHaveLength(1);
    });

    test("for a device gets a refresh token that needs no secret", async () => {
      application = await registerApplication(book, { clientId: "expiring", expireUserTokens: true });
      const { userCode, deviceCode } = await start();
      await decide(userCode, true);
      const { expiry } = await poll(deviceCode);
      expect(await book.store.refreshToken(hashSecret(expiry?.refreshToken ?? ""))).toMatchObject({
        isOfDevice: true,
        userId: book.octocat.id,
      });
    });
  });
});
