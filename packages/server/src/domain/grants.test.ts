import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { describe, expect, test } from "vitest";
import * as authorizations from "./authorizations.js";
import * as grants from "./grants.js";
import type { Authorization, Grant, User } from "./model.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  const all = { page: 1, perPage: 100 };

  async function made(user: User, request: Parameters<typeof authorizations.create>[2]): Promise<Authorization> {
    return (await authorizations.create(book, user, request)).authorization;
  }
  const grantsOf = async (user: User) => (await grants.list(book, user, all, undefined)).items;
  const tokensOf = async (user: User) => (await authorizations.list(book, user, all, undefined)).items;
  const editorGrant = async (): Promise<Grant> =>
    assertDefined(await book.store.grantOf(book.octocat.id, book.editor.id));

  describe("the grant of an application", () => {
    test("is made with the first token, and is one however many there are", async () => {
      await made(book.octocat, clients.editor);
      await made(book.octocat, { ...clients.editor, fingerprint: "f" });
      await expect(grantsOf(book.octocat)).resolves.toMatchObject([{ application: { name: "Editor" } }]);
    });

    test("is not made for a personal token", async () => {
      await made(book.octocat, { note: "a note", scopes: ["gist"] });
      await expect(grantsOf(book.octocat)).resolves.toEqual([]);
    });

    test("has the scopes of all its tokens, each once, the oldest token's first", async () => {
      await made(book.octocat, { ...clients.robot, scopes: ["workflow"] });
      await made(book.hubot, { ...clients.editor, scopes: ["project"] });
      await made(book.octocat, { ...clients.editor, fingerprint: "1", scopes: ["user", "gist"] });
      await made(book.octocat, { ...clients.editor, fingerprint: "2", scopes: ["gist", "repo"] });
      await expect(editorGrant()).resolves.toMatchObject({ scopes: ["user", "gist", "repo"] });
    });

    test("follows the scopes when a token changes and when one is deleted", async () => {
      const first = await made(book.octocat, { ...clients.editor, fingerprint: "1", scopes: ["user"] });
      const second = await made(book.octocat, { ...clients.editor, fingerprint: "2", scopes: ["gist"] });
      await authorizations.update(book, book.octocat, first.id, { addScopes: ["repo"], removeScopes: ["user"] });
      await expect(editorGrant()).resolves.toMatchObject({ scopes: ["repo", "gist"] });
      await authorizations.remove(book, book.octocat, second.id);
      await expect(editorGrant()).resolves.toMatchObject({ scopes: ["repo"] });
    });

    test("has the time of its last change of scopes, and of no other change", async () => {
      const { id } = await made(book.octocat, { ...clients.editor, scopes: ["user"] });
      const before = await editorGrant();
      book.move(60);
      await made(book.octocat, { ...clients.editor, fingerprint: "f", scopes: ["user"] });
      await authorizations.update(book, book.octocat, id, { note: "a note" });
      await expect(editorGrant()).resolves.toEqual(before);
      await authorizations.update(book, book.octocat, id, { scopes: ["gist"] });
      await expect(editorGrant()).resolves.toMatchObject({ createdAt: before.createdAt, updatedAt: book.now() });
    });

    test("stays with its scopes after the last token was deleted", async () => {
      const { id } = await made(book.octocat, { ...clients.editor, scopes: ["user"] });
      const before = await editorGrant();
      book.move(60);
      await authorizations.remove(book, book.octocat, id);
      await expect(grantsOf(book.octocat)).resolves.toEqual([before]);
      await expect(grants.get(book, book.octocat, before.id)).resolves.toEqual(before);
    });

    test("is the same one for the next token after the last one was deleted", async () => {
      const { id } = await made(book.octocat, { ...clients.editor, scopes: ["user"] });
      const before = await editorGrant();
      await authorizations.remove(book, book.octocat, id);
      await made(book.octocat, { ...clients.editor, scopes: ["gist"] });
      await expect(editorGrant()).resolves.toMatchObject({ id: before.id, scopes: ["gist"] });
    });
  });

  describe("deleting a grant", () => {
    test("deletes its tokens, and neither another application's, a personal one nor another user's", async () => {
      await made(book.octocat, clients.editor);
      await made(book.octocat, { ...clients.editor, fingerprint: "f" });
      const kept = [await made(book.octocat, { note: "a note" }), await made(book.octocat, clients.robot)];
      const others = [await made(book.hubot, clients.editor)];
      await grants.remove(book, book.octocat, (await editorGrant()).id);
      await expect(tokensOf(book.octocat)).resolves.toEqual(kept);
      await expect(grantsOf(book.octocat)).resolves.toMatchObject([{ application: { name: "Robot" } }]);
      await expect(tokensOf(book.hubot)).resolves.toEqual(others);
      await expect(grantsOf(book.hubot)).resolves.toMatchObject([{ application: { name: "Editor" } }]);
    });

    test("can be done once", async () => {
      await made(book.octocat, clients.editor);
      const { id } = await editorGrant();
      await grants.remove(book, book.octocat, id);
      await expect(grants.remove(book, book.octocat, id)).rejects.toMatchObject(refusal("not-found"));
      await expect(grants.get(book, book.octocat, id)).rejects.toMatchObject(refusal("not-found"));
    });
  });

  test("another user's grant is not found, and stays", async () => {
    await made(book.octocat, clients.editor);
    const { id } = await editorGrant();
    await expect(grantsOf(book.hubot)).resolves.toEqual([]);
    await expect(grants.get(book, book.hubot, id)).rejects.toMatchObject(refusal("not-found"));
    await expect(grants.remove(book, book.hubot, id)).rejects.toMatchObject(refusal("not-found"));
    await expect(tokensOf(book.octocat)).resolves.toHaveLength(1);
    await expect(grantsOf(book.octocat)).resolves.toHaveLength(1);
  });

  test("a list of grants is narrowed to one application, and refuses the client id of none", async () => {
    await made(book.octocat, clients.editor);
    await made(book.octocat, clients.robot);
    const narrowed = await grants.list(book, book.octocat, all, clients.robot.clientId);
    expect(narrowed.items.map(({ application }) => application.name)).toEqual(["Robot"]);
    const refused = grants.list(book, book.octocat, all, "99999999999999999999");
    await expect(refused).rejects.toMatchObject(refusal("not-found"));
  });
});
