import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, useDomain } from "@grantbook/test-kit/domain-fixture";
import { engineVariants } from "@grantbook/test-kit/engines";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { create } from "../domain/authorizations.js";
import type { Authorization, Grant } from "../domain/model.js";

describeEngines((engine) => {
  const book = useDomain(engine);
  let authorization: Authorization;
  let grant: Grant;
  beforeEach(async () => {
    authorization = (await create(book, book.octocat, { ...clients.editor, scopes: ["gist"] })).authorization;
    grant = assertDefined(await book.store.grantOf(book.octocat.id, book.editor.id));
  });
  afterEach(async () => {
    await expect(book.store.authorization(book.octocat.id, authorization.id)).resolves.toEqual(authorization);
    await expect(book.store.grant(book.octocat.id, grant.id)).resolves.toEqual(grant);
    await book.store.close();
  });

  describe("batchParameterTypes in the name of another user, the store has nothing and changes nothing", () => {
    test("of an authorization", async () => {
      const { store, hubot, editor } = book;
      const change = { note: "mine", noteUrl: null, fingerprint: null, scopes: [], updatedAt: book.now() };
      await expect(store.authorization(hubot.id, authorization.id)).resolves.toBeUndefined();
      await expect(store.authorizationInSlot(hubot.id, editor.id, null)).resolves.toBeUndefined();
      await expect(store.scopesInUse(hubot.id, editor.id, book.now())).resolves.toBeUndefined();
      await expect(store.deleteAuthorization(hubot.id, authorization.id)).resolves.toBe(false);
      await store.updateAuthorization(hubot.id, authorization.id, change);
      await store.deleteAuthorizations(hubot.id, editor.id);
    });

    test("of a grant", async () => {
      const { store, hubot, editor } = book;
      await expect(store.grant(hubot.id, grant.id)).resolves.toBeUndefined();
      await expect(store.grantOf(hubot.id, editor.id)).resolves.toBeUndefined();
      await expect(store.deleteGrant(hubot.id, grant.id)).resolves.toBe(false);
    });
  });

  test("batchParameterTypes in the name of another application, the store has no token and replaces none", async () => {
    const { store, robot } = book;
    const hash = assertDefined(authorization.tokenHash ?? undefined);
    const token = { hash: "new", lastEight: "new", updatedAt: book.now(), expiresAt: null };
    await expect(store.token(robot, hash, book.now())).resolves.toBeUndefined();
    await expect(store.replaceToken(robot.id, hash, token)).resolves.toBe(false);
  });

  test.each([0, -1, 0.5, 2 ** 31, 2 ** 53, 1e300, Number.NaN])("nobody has the identifier %d", async (id) => {
    const { store, octocat } = book;
    await expect(store.user(id)).resolves.toBeUndefined();
    if (!Number.isSafeInteger(id)) return;
    await expect(store.authorization(octocat.id, id)).resolves.toBeUndefined();
    await expect(store.grant(octocat.id, id)).resolves.toBeUndefined();
    const { items } = await store.listAuthorizations(
      octocat.id,
      { page: 1_000_000_000, perPage: 100 },
      Math.max(id, 0),
    );
    expect(items).toEqual([]);
  });

  test("a login is found by the letters of ASCII in any case, and by no other letter for one of them", async () => {
    const { store, octocat } = book;
    await expect(store.credentials("OCTOCAT")).resolves.toMatchObject({ user: octocat });
    const [kelvin, dotted] = ["\u212a", "\u0130"];
    const user = { login: "kim", name: null, siteAdmin: false, passwordHash: "", sealedOtpSecret: null };
    await store.insertUser({ ...user, createdAt: book.now() });
    await expect(store.credentials("KIM")).resolves.toBeDefined();
    await expect(store.credentials(`${kelvin}im`)).resolves.toBeUndefined();
    await expect(store.credentials(`k${dotted}m`)).resolves.toBeUndefined();
  });

  test("a verified e-mail address in any case is the login of the one user who has it", async () => {
    const { store } = book;
    const user = { name: null, siteAdmin: false, passwordHash: "", sealedOtpSecret: null, createdAt: book.now() };
    const work = { email: "kim@work.example", primary: true, verified: true, visibility: "private" as const };
    const home = { email: "Kim@Example.com", primary: false, verified: true, visibility: null };
    const kim = assertDefined(await store.insertUser({ ...user, login: "kim", emails: [home, work] }));
    expect([kim.email, await store.listEmails(kim.id)]).toEqual([null, [home, work]]);
    await expect(store.loginOfEmail("KIM@work.example")).resolves.toBe("kim");
    await expect(store.loginOfEmail("kim@EXAMPLE.com")).resolves.toBe("kim");
    await expect(store.loginOfEmail("lee@example.com")).resolves.toBeUndefined();
    const claimed = { email: "kim@example.com", primary: true, verified: false, visibility: "public" as const };
    await expect(store.insertUser({ ...user, login: "may", emails: [claimed] })).resolves.toMatchObject({
      email: "kim@example.com",
    });
    await expect(store.loginOfEmail("kim@example.com")).resolves.toBe("kim");
    await store.insertUser({ ...user, login: "lee", emails: [{ ...claimed, verified: true }] });
    await expect(store.loginOfEmail("kim@example.com")).resolves.toBeUndefined();
  });

  test("a user or an application whose name is taken is not stored", async () => {
    const { store, octocat, editor } = book;
    const user = { ...octocat, login: "OCTOCAT", passwordHash: "", sealedOtpSecret: null, createdAt: book.now() };
    await expect(store.insertUser(user)).resolves.toBeUndefined();
    const application = { ...editor, secretHash: "0", name: "Other", createdAt: book.now() };
    await expect(store.insertApplication(application)).resolves.toBeUndefined();
    await expect(store.applicationByName("Other")).resolves.toBeUndefined();
  });
}, engineVariants);
