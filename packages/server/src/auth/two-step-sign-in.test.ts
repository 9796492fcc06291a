import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { passwords, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { hashRecoveryCode } from "../oauth/recovery-codes.js";
import { signInWithCode, signInWithPassword } from "./two-step-sign-in.js";

const address = "192.0.2.1";

describeEngines((engine) => {
  const book = useDomain(engine);
  beforeEach(async () => {
    await book.store.replaceRecoveryCodes(book.hubot.id, ["aaaa-bbbb", "cccc-dddd"].map(hashRecoveryCode));
  });

  const withPassword = (login: string, password: string) => signInWithPassword(book, { login, password, address });
  const withCode = (text: string, kind: "one-time" | "recovery" = "one-time", user = book.hubot) =>
    signInWithCode(book, user, { kind, text }, address);
  const codeNeeded = refusal("one-time-code-needed");

  describe("the first step", () => {
    test("signs a user in who has no second factor, and asks the others for a code", async () => {
      expect(await withPassword("octocat", passwords.octocat)).toEqual({ user: book.octocat, needsCode: false });
      expect(await withPassword("Hubot", passwords.hubot)).toEqual({ user: book.hubot, needsCode: true });
    });

    test("takes an e-mail address for the login", async () => {
      vi.spyOn(book.store, "loginOfEmail").mockResolvedValue("hubot");
      expect(await withPassword("hubot@example.com", passwords.hubot)).toEqual({ user: book.hubot, needsCode: true });
    });

    test.each([
      ["a wrong password", "octocat"],
      ["a wrong password of a user with a second factor", "hubot"],
      ["an unknown login", "nobody"],
    ])("refuses %s", async (_, login) => {
      await expect(withPassword(login, "wrong")).rejects.toMatchObject(refusal("credentials-wrong"));
    });

    test("refuses a suspended user, one with a second factor only after the code", async () => {
      for (const { id } of [book.octocat, book.hubot]) await book.store.setSuspended(id, book.now());
      const suspended = refusal("account-suspended");
      await expect(withPassword("octocat", passwords.octocat)).rejects.toMatchObject(suspended);
      expect(await withPassword("hubot", passwords.hubot)).toMatchObject({ needsCode: true });
      await expect(withCode(book.code())).rejects.toMatchObject(suspended);
      await expect(withCode("", "one-time", book.octocat)).rejects.toMatchObject(suspended);
    });

    test("refuses a user who is deleted meanwhile", async () => {
      const found = await book.store.credentials("hubot");
      vi.spyOn(book.store, "credentials").mockResolvedValueOnce(found).mockResolvedValueOnce(undefined);
      await expect(withPassword("hubot", passwords.hubot)).rejects.toMatchObject(refusal("credentials-wrong"));
    });
  });

  describe("the second step", () => {
    test("takes a one-time code once", async () => {
      const code = book.code();
      await expect(withCode(code)).resolves.toBeUndefined();
      await expect(withCode(code)).rejects.toMatchObject(codeNeeded);
      await expect(withCode("000000")).rejects.toMatchObject(codeNeeded);
    });

    test("takes each recovery code once, in any form, and no one-time code in its place", async () => {
      await expect(withCode("AAAA BBBB", "recovery")).resolves.toBeUndefined();
      await expect(withCode("aaaa-bbbb", "recovery")).rejects.toMatchObject(codeNeeded);
      await expect(withCode(book.code(), "recovery")).rejects.toMatchObject(codeNeeded);
      await expect(withCode("cccc-dddd")).rejects.toMatchObject(codeNeeded);
      await expect(withCode("cccc-dddd", "recovery")).resolves.toBeUndefined();
      expect(await book.store.countRecoveryCodes(book.hubot.id)).toBe(0);
    });

    test("counts wrong codes of both kinds together", async () => {
      for (const kind of ["one-time", "recovery", "recovery", "recovery", "one-time"] as const) {
        await expect(withCode("000000", kind)).rejects.toMatchObject(codeNeeded);
      }
      await expect(withCode(book.code())).rejects.toMatchObject(refusal("too-many-attempts"));
      await expect(withCode("aaaa-bbbb", "recovery")).rejects.toMatchObject(refusal("too-many-attempts"));
      // Twenty in all, from all addresses together, for one password.
      const from = (address: string) =>
        signInWithCode(book, book.hubot, { kind: "recovery", text: "wrong" }, address).catch(
          ({ reason }) => reason.code,
        );
      for (let count = 0; count < 15; count += 1)
        expect(await from(`198.51.100.${count}`)).toBe("one-time-code-needed");
      expect(await from("198.51.100.99")).toBe("too-many-attempts");
      await book.store.setPasswordHash(book.hubot.id, "another");
      expect(await from("198.51.100.99")).toBe("one-time-code-needed");
    });

    test("needs no code where the second factor was switched off meanwhile, and a user who is there", async () => {
      await expect(withCode("", "one-time", book.octocat)).resolves.toBeUndefined();
      await expect(withCode("", "one-time", { ...book.octocat, login: "nobody" })).rejects.toMatchObject(
        refusal("credentials-wrong"),
      );
    });
  });
});
