import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { describe, expect, test } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { create, list } from "./authorizations.js";
import type { User } from "./model.js";
import { check, reset, revoke, revokeGrant } from "./tokens.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  async function made(user: User, request: Parameters<typeof create>[2]) {
    const { authorization, token } = await create(book, user, request);
    return { authorization, token: assertDefined(token) };
  }
  const notFound = refusal("not-found");
  const tokensOf = async (user: User) => (await list(book, user, { page: 1, perPage: 100 }, undefined)).items;

  describe("check", () => {
    test("says whose the token is", async () => {
      const { authorization, token } = await made(book.octocat, { ...clients.editor, scopes: ["gist"] });
      await made(book.hubot, clients.editor);
      await expect(check(book, book.editor, token)).resolves.toEqual({
        authorization,
        user: book.octocat,
        suspended: false,
      });
    });

    test("does not find a token of a suspended user, and finds it again when the user is back", async () => {
      const { token } = await made(book.octocat, { ...clients.editor, scopes: ["gist"] });
      await book.store.setSuspended(book.octocat.id, book.now());
      await expect(check(book, book.editor, token)).rejects.toMatchObject(notFound);
      await expect(reset(book, book.editor, token)).rejects.toMatchObject(notFound);
      await book.store.setSuspended(book.octocat.id, null);
      await expect(check(book, book.editor, token)).resolves.toMatchObject({ user: book.octocat });
    });

    test("does not find an expired token", async () => {
      const { authorization } = await made(book.octocat, clients.editor);
      await book.store.insertAuthorization({
        ...authorization,
        applicationId: book.editor.id,
        fingerprint: "expires",
        tokenHash: hashSecret("expiring"),
        tokenLastEight: "expiring",
        expiresAt: new Date(+book.now() + 60_000),
      });
      book.move(59);
      await expect(check(book, book.editor, "expiring")).resolves.toMatchObject({ user: book.octocat });
      book.move(1);
      await expect(check(book, book.editor, "expiring")).rejects.toMatchObject(notFound);
    });
  });

  describe("reset", () => {
    test("puts a new token in the place of the old one, which is dead at once", async () => {
      const { authorization, token } = await made(book.octocat, {
        ...clients.editor,
        scopes: ["gist"],
        fingerprint: "f",
      });
      book.move(60);
      const result = await reset(book, book.editor, token);
      expect(result).toEqual({
        token: result.token,
        user: book.octocat,
        suspended: false,
        authorization: {
          ...authorization,
          tokenHash: hashSecret(result.token),
          tokenLastEight: result.token.slice(-8),
          updatedAt: book.now(),
        },
      });
      expect(result.token).toMatch(/^gho_/);
      await expect(check(book, book.editor, token)).rejects.toMatchObject(notFound);
      await expect(check(book, book.editor, result.token)).resolves.toMatchObject({ user: book.octocat });
    });

    test("of a token of a GitHub App gives one of the same kind", async () => {
      const { token } = await made(book.octocat, clients.robot);
      expect((await reset(book, book.robot, token)).token).toMatch(/^ghu_/);
    });
  });

  describe("revoke", () => {
    test("deletes the one token, and the scopes of the grant follow", async () => {
      const { token } = await made(book.octocat, { ...clients.editor, fingerprint: "1", scopes: ["gist"] });
      const other = await made(book.octocat, { ...clients.editor, fingerprint: "2", scopes: ["user"] });
      await revoke(book, book.editor, token);
      await expect(tokensOf(book.octocat)).resolves.toEqual([other.authorization]);
      await expect(book.store.grantOf(book.octocat.id, book.editor.id)).resolves.toMatchObject({ scopes: ["user"] });
      await expect(revoke(book, book.editor, token)).rejects.toMatchObject(notFound);
    });
  });

  describe("revokeGrant", () => {
    test("deletes the user's grant with all its tokens, and no other user's or application's", async () => {
      const { token } = await made(book.octocat, { ...clients.editor, fingerprint: "1" });
      const second = await made(book.octocat, { ...clients.editor, fingerprint: "2" });
      const robot = await made(book.octocat, clients.robot);
      const hubot = await made(book.hubot, clients.editor);
      await revokeGrant(book, book.editor, token);
      await expect(check(book, book.editor, second.token)).rejects.toMatchObject(notFound);
      await expect(tokensOf(book.octocat)).resolves.toEqual([robot.authorization]);
      await expect(book.store.grantOf(book.octocat.id, book.editor.id)).resolves.toBeUndefined();
      await expect(book.store.grantOf(book.octocat.id, book.robot.id)).resolves.toBeDefined();
      await expect(check(book, book.editor, hubot.token)).resolves.toMatchObject({ user: book.hubot });
    });
  });

  describe.each([
    ["check", check],
    ["reset", reset],
    ["revoke", revoke],
    ["revokeGrant", revokeGrant],
  ])("%s", (_, operation) => {
    test("does not find another application's, a personal, an unknown or an empty token, and changes nothing", async () => {
      const tokens = [
        await made(book.octocat, clients.editor),
        await made(book.octocat, { note: "a note" }),
        await made(book.octocat, clients.robot),
      ];
      const before = await tokensOf(book.octocat);
      for (const { authorization, token } of tokens.slice(0, 2)) {
        await expect(operation(book, book.robot, token)).rejects.toMatchObject(notFound);
        await expect(
          operation(book, book.robot, assertDefined(authorization.tokenHash ?? undefined)),
        ).rejects.toMatchObject(notFound);
      }
      for (const token of ["", "gho_unknown"]) {
        await expect(operation(book, book.robot, token)).rejects.toMatchObject(notFound);
      }
      await expect(tokensOf(book.octocat)).resolves.toEqual(before);
      await expect(book.store.grantOf(book.octocat.id, book.editor.id)).resolves.toBeDefined();
    });
  });
});
