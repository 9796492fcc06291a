import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { createDomain, type TestDomain } from "@grantbook/test-kit/domain-fixture";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NewAuthorization } from "../../domain/store.js";

/** Time in milliseconds after a start. */
const at = (ms: number) => new Date(Date.parse("2026-01-02T03:04:00Z") + ms);

describeEngines((engine) => {
  let { store, octocat, hubot, editor, robot }: TestDomain = {} as TestDomain;
  beforeEach(async () => {
    ({ store, octocat, hubot, editor, robot } = await createDomain(engine));
  });
  afterEach(() => store.close());

  /** Stores a personal token of octocat, unless `values` say otherwise. */
  const insert = (tokenHash: string, values: Partial<NewAuthorization> = {}) =>
    store.insertAuthorization({
      userId: octocat.id,
      applicationId: null,
      tokenHash,
      tokenLastEight: "12345678",
      note: null,
      noteUrl: null,
      fingerprint: null,
      scopes: [],
      createdAt: at(0),
      expiresAt: null,
      installation: null,
      ...values,
    });
  const ofEditor = (fingerprint: string | null, values: Partial<NewAuthorization> = {}) =>
    insert(`editor ${fingerprint}`, { applicationId: editor.id, fingerprint, ...values });
  const list = async (page: number, perPage: number, applicationId: number | null = null) => {
    const { items, lastPage } = await store.listAuthorizations(octocat.id, { page, perPage }, applicationId);
    return [items.map(({ id }) => id), lastPage];
  };

  describe("an authorization", () => {
    const note = { note: "Note", noteUrl: "https://note.example", fingerprint: "f", scopes: ["repo", "gist"] };
    const personal = {
      userId: 0,
      application: null,
      tokenHash: "token",
      tokenLastEight: "12345678",
      ...note,
      createdAt: at(0),
      updatedAt: at(0),
      expiresAt: null,
      installation: null,
    };

    test("is found by its user's id and its own, and by its token, as it was stored", async () => {
      const id = await insert("token", note);
      const stored = { ...personal, id, userId: octocat.id };
      expect(await store.authorization(octocat.id, id)).toEqual(stored);
      const found = await store.findToken("token", at(1));
      expect(found).toEqual({ authorization: stored, user: octocat, suspended: false });
      expect([await store.findToken("editor", at(1)), await store.token(editor, "token", at(1))]).toEqual([
        undefined,
        undefined,
      ]);
      await store.setSuspended(octocat.id, at(0));
      expect(await store.findToken("token", at(1))).toMatchObject({ suspended: true });
    });

    test("of an application has its profile, its expiry and what it is installed for", async () => {
      const installation = { permissions: { issues: "read" }, repositorySelection: "all", account: hubot } as const;
      const id = await insert("token", { ...note, applicationId: robot.id, expiresAt: at(9), installation });
      const { clientId, name, url } = robot;
      const application = { id: robot.id, clientId, name, url };
      const stored = { ...personal, id, userId: octocat.id, application, expiresAt: at(9), installation };
      const found = { authorization: stored, user: octocat, suspended: false };
      expect(await store.authorization(octocat.id, id)).toEqual(stored);
      expect([await store.token(robot, "token", at(8)), await store.findToken("token", at(8))]).toEqual([found, found]);
      // A scoped token has no slot.
      expect(await store.authorizationInSlot(octocat.id, robot.id, "f")).toBeUndefined();
    });

    test("is found in its slot: that of a fingerprint, or the one without", async () => {
      const ids = [await ofEditor(null), await ofEditor("f")];
      const slot = async (fingerprint: string | null) =>
        (await store.authorizationInSlot(octocat.id, editor.id, fingerprint))?.id;
      expect([await slot(null), await slot("f"), await slot("g")]).toEqual([...ids, undefined]);
      await insert("web", { applicationId: robot.id, origin: "web" });
      expect(await store.authorizationInSlot(octocat.id, robot.id, null)).toBeUndefined();
    });

    test("that is personal is found by its note and by its fingerprint", async () => {
      const id = await insert("token", { note: "note", fingerprint: "f" });
      await ofEditor("g", { note: "other" });
      expect(await store.personalByNote(octocat.id, "note")).toEqual({ id });
      expect(await store.personalByFingerprint(octocat.id, "f")).toEqual({ id });
      for (const text of ["other", "g", ""]) {
        expect(await store.personalByNote(octocat.id, text)).toBeUndefined();
        expect(await store.personalByFingerprint(octocat.id, text)).toBeUndefined();
      }
    });

    test("is changed, and another is not", async () => {
      const [id, other] = [await insert("token"), await insert("other", { note: "other" })];
      const before = await store.authorization(octocat.id, other);
      await store.updateAuthorization(octocat.id, id, { ...note, updatedAt: at(5) });
      const changed = { ...personal, id, userId: octocat.id, updatedAt: at(5) };
      expect(await store.authorization(octocat.id, id)).toEqual(changed);
      expect(await store.authorization(octocat.id, other)).toEqual(before);
    });

    test("is deleted once, or with all of an application", async () => {
      const [id, kept] = [await insert("token"), await insert("robot", { applicationId: robot.id })];
      await ofEditor("a");
      await ofEditor("b");
      expect([
        await store.deleteAuthorization(octocat.id, id),
        await store.deleteAuthorization(octocat.id, id),
      ]).toEqual([true, false]);
      await store.deleteAuthorizations(octocat.id, editor.id);
      expect(await list(1, 10)).toEqual([[kept], 1]);
    });
  });

  test("authorizations are listed page by page, all or those of an application, from either end", async () => {
    const personal = [await insert("a"), await insert("b")];
    const ofEditors = [await ofEditor(null), await ofEditor("a"), await ofEditor("b")];
    const all = [...personal, ...ofEditors];
    for (const page of [1, 2, 3, 4]) {
      expect(await list(page, 2)).toEqual([all.slice(2 * page - 2, 2 * page), 3]);
      expect(await list(page, 1, editor.id)).toEqual([ofEditors.slice(page - 1, page), 3]);
    }
    expect([
      await list(1, 10, robot.id),
      (await store.listAuthorizations(hubot.id, { page: 1, perPage: 9 }, null)).items,
    ]).toEqual([[[], 1], []]);
  });

  test("scopes in use are those of an application's live tokens, the oldest first, each once", async () => {
    const inUse = (ms: number) => store.scopesInUse(octocat.id, editor.id, at(ms));
    expect(await inUse(0)).toBeUndefined();
    await ofEditor("expired", { scopes: ["user"], expiresAt: at(5) });
    await ofEditor("a", { scopes: ["repo", "gist"], expiresAt: at(9) });
    await ofEditor("b", { scopes: ["gist", "admin:org"] });
    await ofEditor("c", { scopes: ["repo", "gist"] });
    await ofEditor("d");
    await insert("personal", { scopes: ["delete_repo"] });
    expect(await inUse(4)).toEqual(["user", "repo", "gist", "admin:org"]);
    expect(await inUse(5)).toEqual(["repo", "gist", "admin:org"]);
    // The last token with the same scopes is the younger one then.
    expect(await inUse(9)).toEqual(["gist", "admin:org", "repo"]);
    await store.deleteAuthorizations(octocat.id, editor.id);
    await ofEditor("e");
    expect(await inUse(0)).toEqual([]);
  });

  describe("a token", () => {
    const next = { hash: "next", lastEight: "abcdefgh", updatedAt: at(5), expiresAt: at(9) };
    const replaced = { tokenHash: "next", tokenLastEight: "abcdefgh", updatedAt: at(5), expiresAt: at(9) };

    test("of an application is replaced once", async () => {
      const id = await ofEditor("a");
      const other = await ofEditor("b");
      expect(await store.replaceToken(editor.id, "editor a", next)).toBe(true);
      expect(await store.replaceToken(editor.id, "editor a", next)).toBe(false);
      expect(await store.authorization(octocat.id, id)).toMatchObject({ ...replaced, createdAt: at(0) });
      expect(await store.replaceToken(editor.id, "next", { ...next, expiresAt: null })).toBe(true);
      expect(await store.authorization(octocat.id, id)).toMatchObject({ expiresAt: null });
      expect(await store.authorization(octocat.id, other)).toMatchObject({ tokenHash: "editor b", updatedAt: at(0) });
    });

    test("that is personal is replaced in the name of its user, and none of an application", async () => {
      const [id, ofOther] = [await insert("a"), await ofEditor("b")];
      await store.replacePersonalToken(hubot.id, id, next);
      await store.replacePersonalToken(octocat.id, ofOther, next);
      expect(await store.findToken("next", at(1))).toBeUndefined();
      await store.replacePersonalToken(octocat.id, id, next);
      expect(await store.authorization(octocat.id, id)).toMatchObject({ ...replaced, createdAt: at(0) });
      await store.replacePersonalToken(octocat.id, id, { ...next, expiresAt: null });
      expect(await store.authorization(octocat.id, id)).toMatchObject({ expiresAt: null });
    });

    test("that is personal is listed, the newest first, before another one", async () => {
      const [a, b, c] = [await insert("a"), await insert("b", { fingerprint: "f" }), await insert("c")];
      await ofEditor("d");
      await insert("hubot's", { userId: hubot.id });
      const listed = async (before: number, limit: number) =>
        (await store.listPersonalTokens(octocat.id, before, limit)).map(({ id }) => id);
      expect([await listed(1000, 10), await listed(c, 10), await listed(1000, 2)]).toEqual([
        [c, b, a],
        [b, a],
        [c, b],
      ]);
      expect(await store.listPersonalTokens(octocat.id, b, 1)).toEqual([await store.authorization(octocat.id, a)]);
    });
  });
});
