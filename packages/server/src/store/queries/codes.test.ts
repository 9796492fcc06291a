import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, createDomain, type TestDomain } from "@grantbook/test-kit/domain-fixture";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NewAuthorization } from "../../domain/store.js";
import type { NewAuthorizationCode, NewDeviceCode, NewRefreshToken } from "../../oauth/flow-store.js";

const minute = 60_000;

/** Time in milliseconds after a start. */
const at = (ms: number) => new Date(Date.parse("2026-01-02T03:04:00Z") + ms);

describeEngines((engine) => {
  let { store, octocat, hubot, editor, robot }: TestDomain = {} as TestDomain;
  beforeEach(async () => {
    ({ store, octocat, hubot, editor, robot } = await createDomain(engine));
  });
  afterEach(() => store.close());

  describe("an authorization code", () => {
    const insert = (codeHash: string, values: Partial<NewAuthorizationCode> = {}) =>
      store.insertAuthorizationCode({
        codeHash,
        applicationId: editor.id,
        userId: octocat.id,
        redirectUri: "https://a.example/callback",
        scopes: ["repo", "gist"],
        challenge: "challenge",
        expiresAt: at(10 * minute),
        ...values,
      });
    const find = (codeHash: string) => store.authorizationCode(editor.id, codeHash);

    test("is found by its application, as it was stored, and is used once", async () => {
      await insert("a");
      await insert("b", { userId: hubot.id, redirectUri: null, scopes: [], challenge: null, expiresAt: at(1) });
      const a = {
        applicationId: editor.id,
        userId: octocat.id,
        redirectUri: "https://a.example/callback",
        scopes: ["repo", "gist"],
        challenge: "challenge",
        expiresAt: at(10 * minute),
        usedAt: null,
        authorizationId: null,
      };
      const b = { ...a, userId: hubot.id, redirectUri: null, scopes: [], challenge: null, expiresAt: at(1) };
      expect([await find("a"), await find("b"), await find("c")]).toEqual([a, b, undefined]);
      expect(await store.authorizationCode(robot.id, "a")).toBeUndefined();
      expect(await store.useAuthorizationCode("a", 7, at(5))).toBe(true);
      expect(await store.useAuthorizationCode("a", 8, at(6))).toBe(false);
      expect(await store.useAuthorizationCode("c", 8, at(6))).toBe(false);
      expect([await find("a"), await find("b")]).toEqual([{ ...a, usedAt: at(5), authorizationId: 7 }, b]);
    });

    test("is forgotten an hour after it expired, when another one is stored", async () => {
      await insert("a");
      // Codes are valid for ten minutes: this one is stored an hour after the first expired, less a millisecond.
      await insert("b", { expiresAt: at(80 * minute - 1) });
      expect(await find("a")).toBeDefined();
      await insert("c", { expiresAt: at(80 * minute) });
      expect([await find("a"), await find("b")]).toEqual([undefined, expect.anything()]);
    });
  });

  describe("a device code", () => {
    const insert = (name: string, values: Partial<NewDeviceCode> = {}) =>
      store.insertDeviceCode({
        deviceHash: `device ${name}`,
        userCodeHash: `user ${name}`,
        applicationId: editor.id,
        scopes: ["repo", "gist"],
        address: "192.0.2.1",
        createdAt: at(0),
        expiresAt: at(100),
        ...values,
      });
    const find = (name: string) => store.deviceCode(`device ${name}`);
    const idOf = async (name: string) => assertDefined(await find(name)).id;

    test("is found by both its codes, as it was stored", async () => {
      expect(await insert("a")).toBe(true);
      expect(await insert("b", { userCodeHash: "user a" })).toBe(false);
      expect(await insert("b", { scopes: [], applicationId: robot.id })).toBe(true);
      const a = {
        id: expect.any(Number),
        applicationId: editor.id,
        scopes: ["repo", "gist"],
        state: "pending",
        userId: null,
        address: "192.0.2.1",
        createdAt: at(0),
        expiresAt: at(100),
        polledAt: null,
      };
      expect([await find("a"), await find("c")]).toEqual([a, undefined]);
      expect(await find("b")).toEqual({ ...a, applicationId: robot.id, scopes: [] });
      expect(await store.pendingDeviceCode("user a", at(99))).toEqual(a);
      expect(await store.pendingDeviceCode("user a", at(100))).toBeUndefined();
      expect(await store.pendingDeviceCode("device a", at(99))).toBeUndefined();
      await store.pollDeviceCode(await idOf("a"), at(5));
      expect([await find("a"), (await find("b"))?.polledAt]).toEqual([{ ...a, polledAt: at(5) }, null]);
    });

    test("changes its state once, and waits no longer then", async () => {
      await insert("a");
      const id = await idOf("a");
      expect(await store.changeDeviceCode(id, "approved", "used", octocat.id)).toBe(false);
      expect(await store.changeDeviceCode(id, "pending", "approved", octocat.id)).toBe(true);
      expect(await store.changeDeviceCode(id, "pending", "denied", hubot.id)).toBe(false);
      expect(await find("a")).toMatchObject({ state: "approved", userId: octocat.id });
      expect(await store.pendingDeviceCode("user a", at(1))).toBeUndefined();
    });

    test("is counted for its application until it expires", async () => {
      const count = (time: number) => store.countDeviceCodes(editor.id, at(time));
      expect(await count(0)).toBe(0);
      await insert("a");
      await insert("b", { expiresAt: at(50) });
      await insert("c", { applicationId: robot.id });
      expect([await count(49), await count(50), await count(100)]).toEqual([2, 1, 0]);
    });

    test("is forgotten an hour after it expired, when another one is stored", async () => {
      await insert("a", { expiresAt: at(minute) });
      await insert("b", { createdAt: at(61 * minute - 1), expiresAt: at(70 * minute) });
      expect(await find("a")).toBeDefined();
      await insert("c", { createdAt: at(61 * minute), expiresAt: at(70 * minute) });
      expect([await find("a"), await find("b")]).toEqual([undefined, expect.anything()]);
    });
  });

  describe("a refresh token", () => {
    const authorize = (tokenHash: string, values: Partial<NewAuthorization> = {}) =>
      store.insertAuthorization({
        userId: octocat.id,
        applicationId: editor.id,
        tokenHash,
        tokenLastEight: "12345678",
        note: null,
        noteUrl: null,
        fingerprint: null,
        scopes: ["repo", "gist"],
        createdAt: at(0),
        expiresAt: null,
        installation: null,
        origin: "web",
        ...values,
      });
    const insert = async (tokenHash: string, values: Partial<NewRefreshToken> = {}) => {
      const authorizationId = await authorize(`token ${tokenHash}`);
      const ids = { authorizationId, userId: octocat.id, applicationId: editor.id };
      await store.insertRefreshToken({ tokenHash, ...ids, isOfDevice: false, expiresAt: at(100), ...values });
      return authorizationId;
    };

    test("is found, as it was stored, and is used once", async () => {
      const authorizationId = await insert("a");
      await insert("b", { isOfDevice: true });
      const a = {
        authorizationId,
        userId: octocat.id,
        applicationId: editor.id,
        isOfDevice: false,
        expiresAt: at(100),
        usedAt: null,
      };
      expect([await store.refreshToken("a"), await store.refreshToken("c")]).toEqual([a, undefined]);
      expect(await store.refreshToken("b")).toMatchObject({ isOfDevice: true });
      expect(await store.useRefreshToken("a", at(5))).toBe(true);
      expect(await store.useRefreshToken("a", at(6))).toBe(false);
      expect(await store.refreshToken("a")).toEqual({ ...a, usedAt: at(5) });
      expect(await store.refreshToken("b")).toMatchObject({ usedAt: null });
    });

    test("is forgotten when it has expired and another one is used", async () => {
      await insert("a");
      await insert("b", { expiresAt: at(200) });
      await store.useRefreshToken("b", at(99));
      expect(await store.refreshToken("a")).toBeDefined();
      await store.useRefreshToken("b", at(100));
      expect([await store.refreshToken("a"), await store.refreshToken("b")]).toEqual([undefined, expect.anything()]);
    });

    test("belongs to a token of the flows: those of a user and an application are listed, the oldest first", async () => {
      const first = await authorize("a");
      const second = await authorize("b", { origin: "device", scopes: [] });
      await store.insertAuthorization({
        ...{ userId: octocat.id, applicationId: editor.id, tokenHash: "c", tokenLastEight: "", note: null },
        ...{ noteUrl: null, fingerprint: null, scopes: [], createdAt: at(0), expiresAt: null, installation: null },
      });
      await authorize("d", { userId: hubot.id });
      await authorize("e", { applicationId: robot.id });
      expect(await store.listFlowTokens(octocat.id, editor.id)).toEqual([
        { id: first, scopes: ["repo", "gist"] },
        { id: second, scopes: [] },
      ]);
    });
  });
});
