import { describeEngines } from "@grantbook/test-kit/describe-engines";
import {
  assertDefined,
  clients,
  passwords,
  refusal,
  signInApplication,
  useDomain,
} from "@grantbook/test-kit/domain-fixture";
import { beforeEach, describe, expect, test } from "vitest";
import { create } from "../domain/authorizations.js";
import { revoke } from "../domain/tokens.js";
import { hashSecret } from "./credentials.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  describe("a user", () => {
    test("gets in with login and password", async () => {
      await expect(book.signIn("octocat", passwords.octocat)).resolves.toEqual(book.octocat);
    });

    test("gets in whatever the case of the login, and keeps the login as it was given", async () => {
      await expect(book.signIn("OctoCat", passwords.octocat)).resolves.toMatchObject({
        login: "octocat",
      });
    });

    test("without two-factor authentication may send a code", async () => {
      await expect(book.signIn("octocat", passwords.octocat, "123456")).resolves.toEqual(book.octocat);
    });

    test.each([
      ["a wrong password", "octocat", "wrong"],
      ["no password", "octocat", ""],
      ["another user's password", "octocat", passwords.hubot],
      ["an unknown login", "nobody", passwords.octocat],
      ["no login", "", passwords.octocat],
    ])("is refused for %s, and not told which", async (_, login, password) => {
      await expect(book.signIn(login, password)).rejects.toMatchObject(refusal("credentials-wrong"));
    });
  });

  describe("a suspended user", () => {
    beforeEach(async () => {
      for (const { id } of [book.octocat, book.hubot]) await book.store.setSuspended(id, book.now());
    });

    test("is refused as suspended after a right password, at once, and gets in again when no longer suspended", async () => {
      await book.store.setSuspended(book.octocat.id, null);
      await book.signIn("octocat", passwords.octocat);
      await book.store.setSuspended(book.octocat.id, book.now());
      await expect(book.signIn("octocat", passwords.octocat)).rejects.toMatchObject(refusal("account-suspended"));
      await book.store.setSuspended(book.octocat.id, null);
      await expect(book.signIn("octocat", passwords.octocat)).resolves.toEqual(book.octocat);
    });

    test("is not told before the password and the code are right", async () => {
      await expect(book.signIn("octocat", "wrong")).rejects.toMatchObject(refusal("credentials-wrong"));
      await expect(book.signIn("hubot", passwords.hubot)).rejects.toMatchObject(refusal("one-time-code-needed"));
      await expect(book.signIn("hubot", passwords.hubot, book.code())).rejects.toMatchObject(
        refusal("account-suspended"),
      );
    });
  });

  describe("a user with two-factor authentication", () => {
    const signIn = (code: string | undefined) => book.signIn("hubot", passwords.hubot, code);
    const codeNeeded = refusal("one-time-code-needed");

    test("gets in with the code of the moment", async () => {
      await expect(signIn(book.code())).resolves.toEqual(book.hubot);
    });

    test.each([undefined, "", "000000", "12345"])("is asked for a code after sending %j", async (code) => {
      await expect(signIn(code)).rejects.toMatchObject(codeNeeded);
    });

    test("is not told about the code before the password is right", async () => {
      for (const code of [undefined, book.code()]) {
        await expect(book.signIn("hubot", "wrong", code)).rejects.toMatchObject(refusal("credentials-wrong"));
      }
    });

    test("does not use up a code by sending it with a wrong password", async () => {
      await expect(book.signIn("hubot", "wrong", book.code())).rejects.toThrow();
      await expect(signIn(book.code())).resolves.toEqual(book.hubot);
    });

    test("gets in once with a code, and again with the next one", async () => {
      const code = book.code();
      await signIn(code);
      await expect(signIn(code)).rejects.toMatchObject(codeNeeded);
      book.move(30);
      await expect(signIn(code)).rejects.toMatchObject(codeNeeded);
      await expect(signIn(book.code())).resolves.toEqual(book.hubot);
    });

    test("cannot use the code of the step before once a newer one was used", async () => {
      const older = book.code();
      book.move(30);
      await signIn(book.code());
      await expect(signIn(older)).rejects.toMatchObject(codeNeeded);
    });
  });

  describe("a token in place of the password", () => {
    const ways = [
      ["as the password", (token: string) => ["octocat", token]],
      ["as the password of nobody", (token: string) => ["nobody", token]],
      ["as the user name without a password", (token: string) => [token, ""]],
      ["as the user name with x-oauth-basic", (token: string) => [token, "x-oauth-basic"]],
    ] as const;

    async function tokenOf(application: "editor" | "none"): Promise<string> {
      const request = application === "editor" ? clients.editor : { note: "a note" };
      return assertDefined((await create(book, book.octocat, request)).token);
    }

    test.each(ways)("is refused as needing a password while it is live: %s", async (_, credentials) => {
      for (const token of [await tokenOf("editor"), await tokenOf("none")]) {
        const [login, password] = credentials(token);
        await expect(book.signIn(assertDefined(login), assertDefined(password))).rejects.toMatchObject(
          refusal("password-needed"),
        );
      }
    });

    test.each(ways)("is wrong when it is dead: %s", async (_, credentials) => {
      const token = await tokenOf("editor");
      await revoke(book, book.editor, token);
      const [login, password] = credentials(token);
      await expect(book.signIn(assertDefined(login), assertDefined(password))).rejects.toMatchObject(
        refusal("credentials-wrong"),
      );
    });
  });

  describe("an application", () => {
    const { clientId, clientSecret } = clients.editor;

    test("gets in with client id and client secret", async () => {
      await expect(signInApplication(book, clientId, clientSecret)).resolves.toEqual(book.editor);
    });

    test.each([
      ["a wrong secret", clientId, "wrong"],
      ["no secret", clientId, ""],
      ["another application's secret", clientId, clients.robot.clientSecret],
      ["an unknown client id", "99999999999999999999", clientSecret],
      ["an unknown client id without a secret", "99999999999999999999", ""],
      ["the digest of the secret", clientId, hashSecret(clientSecret)],
    ])("is refused for %s", async (_, id, secret) => {
      await expect(signInApplication(book, id, secret)).rejects.toMatchObject(refusal("credentials-wrong"));
    });
  });
});
