import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { clients, useDomain } from "@grantbook/test-kit/domain-fixture";
import { expect, test } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { create } from "../domain/authorizations.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  test("a secret of one-time codes that was set meanwhile is not replaced by the one sealed anew", async () => {
    const { store, hubot } = book;
    const sealed = async () => (await store.credentials("hubot"))?.sealedOtpSecret;
    const old = (await sealed()) ?? "";
    await store.setOtpSecret(hubot.id, "newer");
    await store.replaceOtpSecret(hubot.id, old, "sealed anew");
    expect(await sealed()).toBe("newer");
    await store.replaceOtpSecret(hubot.id, "newer", "sealed anew");
    expect(await sealed()).toBe("sealed anew");
  });

  test("tokens that sort alike keep their order over pages: each is on one page", async () => {
    const { octocat, store } = book;
    for (let index = 0; index < 12; index += 1) await create(book, octocat, { note: `${(index * 7) % 12}` });
    const ids: number[] = [];
    for (let page = 1; page <= 4; page += 1) {
      const { items } = await store.listAuthorizations(octocat.id, { page, perPage: 3 }, null);
      ids.push(...items.map(({ id }) => id));
    }
    // A change moves a row in some engines; the order is that of the ids all the same.
    const [first = 0] = ids;
    const change = { note: "moved", noteUrl: null, fingerprint: null, scopes: [], updatedAt: book.now() };
    await store.updateAuthorization(octocat.id, first, change);
    const { items } = await store.listAuthorizations(octocat.id, { page: 1, perPage: 100 }, null);
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  });

  test("personal tokens come first, then those of an application by fingerprint, with none first", async () => {
    const { octocat, store } = book;
    for (const fingerprint of ["b", undefined, "B", "a"]) {
      await create(book, octocat, { ...clients.robot, fingerprint });
      await create(book, octocat, { ...clients.editor, fingerprint });
    }
    await create(book, octocat, { note: "personal", fingerprint: "z" });
    const { items } = await store.listAuthorizations(octocat.id, { page: 1, perPage: 100 }, null);
    const shown = items.map(({ application, fingerprint }) => `${application?.name ?? "-"} ${fingerprint ?? "-"}`);
    expect(shown).toEqual([
      "- z",
      ...["-", "B", "a", "b"].map((fingerprint) => `Editor ${fingerprint}`),
      ...["-", "B", "a", "b"].map((fingerprint) => `Robot ${fingerprint}`),
    ]);
  });

  test("a token and a count end at the very time that was said", async () => {
    const { store, octocat, editor } = book;
    const expiresAt = new Date(+book.now() + 1000);
    await store.insertAuthorization({
      userId: octocat.id,
      applicationId: editor.id,
      tokenHash: hashSecret("t"),
      tokenLastEight: "t",
      note: null,
      noteUrl: null,
      fingerprint: null,
      scopes: ["gist"],
      createdAt: book.now(),
      expiresAt,
      installation: null,
    });
    await store.countFailedLogin("name", book.now(), expiresAt);
    const before = new Date(+expiresAt - 1);
    expect(await store.token(editor, hashSecret("t"), before)).toBeDefined();
    expect(await store.token(editor, hashSecret("t"), expiresAt)).toBeUndefined();
    expect(await store.findToken(hashSecret("t"), before)).toBeDefined();
    expect(await store.findToken(hashSecret("t"), expiresAt)).toBeUndefined();
    expect(await store.scopesInUse(octocat.id, editor.id, before)).toEqual(["gist"]);
    expect(await store.scopesInUse(octocat.id, editor.id, expiresAt)).toBeUndefined();
    expect(await store.failedLogins("name", before)).toBeDefined();
    expect(await store.failedLogins("name", expiresAt)).toBeUndefined();
  });
});
