import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, passwords, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { beforeEach, expect, test, vi } from "vitest";
import { create } from "../domain/authorizations.js";
import { type Credentials, identify } from "./identify.js";

const wrong = refusal("credentials-wrong");

describeEngines((engine) => {
  const book = useDomain(engine);
  let token: string;
  beforeEach(async () => {
    token = assertDefined((await create(book, book.octocat, { note: "a note" })).token);
  });

  const from = (credentials: Credentials, takesPasswords = true, code?: string) =>
    identify(book, credentials, { address: "192.0.2.1", code, takesPasswords });
  const basic = (name: string, password: string, takesPasswords = true, code?: string) =>
    from({ scheme: "basic", name, password }, takesPasswords, code);

  test("no credentials are nothing, and those that cannot be read are wrong", async () => {
    await expect(from({ scheme: "none" })).resolves.toEqual({ kind: "none" });
    await expect(from({ scheme: "unreadable" })).rejects.toMatchObject(wrong);
  });

  test("a token stands for its user, whether users are let in by password or not", async () => {
    const holder = { kind: "token", holder: { user: book.octocat } };
    for (const takesPasswords of [true, false]) {
      await expect(from({ scheme: "token", token }, takesPasswords)).resolves.toMatchObject(holder);
      for (const [name, password] of [
        [token, ""],
        [token, "x-oauth-basic"],
        ["octocat", token],
        ["nobody", token],
      ] as const) {
        await expect(basic(name, password, takesPasswords)).resolves.toMatchObject(holder);
      }
    }
    await expect(from({ scheme: "token", token: `${token}x` })).rejects.toMatchObject(wrong);
    await expect(from({ scheme: "token", token: passwords.octocat })).rejects.toMatchObject(wrong);
  });

  test("a token next to a password is no token, and a token that has ended no user", async () => {
    await expect(basic(token, "a password")).rejects.toMatchObject(wrong);
    await book.store.deleteAuthorization(book.octocat.id, 1);
    for (const takesPasswords of [true, false]) {
      await expect(from({ scheme: "token", token }, takesPasswords)).rejects.toMatchObject(wrong);
      await expect(basic("octocat", token, takesPasswords)).rejects.toMatchObject(wrong);
    }
  });

  test.each([clients.editor, clients.robot])("client id and secret stand for an application: %j", async (client) => {
    const { clientId, clientSecret } = client;
    await expect(basic(clientId, clientSecret, false)).resolves.toMatchObject({
      kind: "application",
      application: { clientId },
    });
    await expect(basic(clientId, "wrong", false)).rejects.toMatchObject(wrong);
  });

  test("only a name of the form of a client id is looked up as one", async () => {
    const lookup = vi.spyOn(book.store, "applicationForSecret");
    const names = ["1".repeat(19), "1".repeat(21), `${"1".repeat(19)}-`, `x ${clients.editor.clientId}`, "octocat"];
    for (const name of names) await expect(basic(name, "secret", false)).rejects.toMatchObject(wrong);
    expect(lookup).not.toHaveBeenCalled();
    await expect(basic("Az09.AAAAAAAAAAAAAAA", "secret", false)).rejects.toMatchObject(wrong);
    expect(lookup).toHaveBeenCalledTimes(1);
  });

  test("a user gets in with password and code where passwords are taken; elsewhere none is compared", async () => {
    await expect(basic("octocat", passwords.octocat)).resolves.toEqual({ kind: "user", user: book.octocat });
    await expect(basic("hubot", passwords.hubot, true, book.code())).resolves.toEqual({
      kind: "user",
      user: book.hubot,
    });
    const before = book.passwords.stats;
    await expect(basic("octocat", passwords.octocat, false)).rejects.toMatchObject(wrong);
    expect(book.passwords.stats).toEqual(before);
  });
});
