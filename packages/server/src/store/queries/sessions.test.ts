import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, createDomain, type TestDomain } from "@grantbook/test-kit/domain-fixture";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { User } from "../../domain/model.js";
import type { NewSession } from "../../oauth/flow-store.js";

/** Time in milliseconds after a start. */
const at = (ms: number) => new Date(Date.parse("2026-01-02T03:04:00Z") + ms);

describeEngines((engine) => {
  let { store, octocat, hubot }: TestDomain = {} as TestDomain;
  beforeEach(async () => {
    ({ store, octocat, hubot } = await createDomain(engine));
  });
  afterEach(() => store.close());

  describe("a session", () => {
    const insert = (idHash: string, values: Partial<NewSession> = {}, limit = 10) =>
      store.insertSession(
        {
          idHash,
          userId: octocat.id,
          signedIn: true,
          sudoUntil: at(10),
          createdAt: at(0),
          expiresAt: at(100),
          address: "192.0.2.1",
          userAgent: "Browser",
          ...values,
        },
        limit,
      );
    const find = (idHash: string) => store.session(idHash, at(1));
    const idOf = async (idHash: string) => assertDefined(await find(idHash)).id;
    const list = async (user: User, time = at(1)) => (await store.listSessions(user.id, time)).map(({ id }) => id);

    test("is found until it expires, as it was stored, with its user", async () => {
      await insert("digest");
      expect(await store.session("digest", at(99))).toEqual({
        id: expect.any(Number),
        user: octocat,
        suspended: false,
        signedIn: true,
        sudoUntil: at(10),
        createdAt: at(0),
        lastUsedAt: at(0),
        expiresAt: at(100),
        address: "192.0.2.1",
        userAgent: "Browser",
        flash: null,
      });
      expect(await store.session("digest", at(100))).toBeUndefined();
      expect(await find("another")).toBeUndefined();
      await store.setSuspended(octocat.id, at(1));
      expect(await find("digest")).toMatchObject({ suspended: true });
    });

    test("is listed for its user while it is signed in and has not expired, the last used first", async () => {
      await insert("first");
      await insert("second");
      await insert("half", { signedIn: false });
      await insert("short", { expiresAt: at(2) });
      await insert("hubot's", { userId: hubot.id });
      expect(await find("half")).toMatchObject({ signedIn: false });
      const [first, second, short] = [await idOf("first"), await idOf("second"), await idOf("short")];
      expect(await list(octocat)).toEqual([short, second, first]);
      expect(await list(octocat, at(2))).toEqual([second, first]);
      expect(await list(hubot)).toEqual([await idOf("hubot's")]);
      await store.touchSession(first, at(1));
      expect(await list(octocat)).toEqual([first, short, second]);
      expect(await find("first")).toMatchObject({ lastUsedAt: at(1), createdAt: at(0) });
    });

    test("is deleted in the name of its user only, alone or with all but one", async () => {
      for (const idHash of ["a", "b", "c"]) await insert(idHash);
      await insert("hubot's", { userId: hubot.id });
      const a = await idOf("a");
      expect(await store.deleteSession(hubot.id, a)).toBe(false);
      expect(await find("a")).toBeDefined();
      expect(await store.deleteSession(octocat.id, a)).toBe(true);
      expect(await store.deleteSession(octocat.id, a)).toBe(false);
      await insert("d");
      await store.deleteOtherSessions(octocat.id, await idOf("c"));
      expect(await list(octocat)).toEqual([await idOf("c")]);
      expect(await find("hubot's")).toBeDefined();
    });

    test("takes the place of the user's oldest beyond the limit, and of those that have expired", async () => {
      await insert("hubot's", { userId: hubot.id });
      for (const idHash of ["a", "b", "c"]) await insert(idHash, {}, 2);
      expect([await find("a"), await find("hubot's")]).toEqual([undefined, expect.anything()]);
      expect(await list(octocat)).toEqual([await idOf("c"), await idOf("b")]);
      await insert("late", { createdAt: at(99), expiresAt: at(200) });
      expect(await find("c")).toBeDefined();
      await insert("later", { createdAt: at(100), expiresAt: at(200) });
      expect([await find("b"), await find("c"), await find("hubot's")]).toEqual([undefined, undefined, undefined]);
      expect(await find("late")).toBeDefined();
    });

    test("has a flash until it is taken, once", async () => {
      await insert("a");
      const id = await idOf("a");
      await store.setFlash(id, "sealed");
      expect(await find("a")).toMatchObject({ flash: "sealed" });
      expect(await store.takeFlash(id, "an older one")).toBe(false);
      expect(await store.takeFlash(id, "sealed")).toBe(true);
      expect(await store.takeFlash(id, "sealed")).toBe(false);
      expect(await find("a")).toMatchObject({ flash: null });
    });
  });

  test("recovery codes are replaced together, and each is of use once, to its user", async () => {
    const count = () => Promise.all([octocat, hubot].map(({ id }) => store.countRecoveryCodes(id)));
    await store.replaceRecoveryCodes(hubot.id, ["x"]);
    await store.replaceRecoveryCodes(octocat.id, ["a", "b", "b"]);
    expect(await count()).toEqual([2, 1]);
    await store.replaceRecoveryCodes(octocat.id, ["c", "d"]);
    expect(await count()).toEqual([2, 1]);
    for (const code of ["a", "x", ""]) expect(await store.useRecoveryCode(octocat.id, code)).toBe(false);
    expect(await store.useRecoveryCode(octocat.id, "c")).toBe(true);
    expect(await store.useRecoveryCode(octocat.id, "c")).toBe(false);
    expect(await count()).toEqual([1, 1]);
  });
});
