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
import { keyFits, keyLength } from "../auth/encryption.js";
import { decodeOtpSecret, generateTotp } from "../auth/totp.js";
import { create } from "../domain/authorizations.js";
import { check } from "../domain/tokens.js";
import { type Administration, createAdministration } from "./index.js";

describeEngines((engine) => {
  const book = useDomain(engine);
  let administration: Administration;
  beforeEach(async () => {
    await keyFits(book.store, book.key);
    administration = createAdministration(book);
  });

  const refused = (message: RegExp) => ({ name: "AdministrationError", message: expect.stringMatching(message) });

  async function insertUsers(count: number, sealedOtpSecret: string | null): Promise<void> {
    const rest = { name: null, siteAdmin: false, passwordHash: "-", createdAt: book.now() };
    for (let index = 0; index < count; index += 1) {
      await book.store.insertUser({ ...rest, login: `user-${index}`, sealedOtpSecret });
    }
  }

  describe("a user", () => {
    test("is added once, with a password that is generated and given, or given and kept to itself", async () => {
      const { password } = await administration.addUser({ login: "mona" });
      await expect(book.signIn("mona", assertDefined(password))).resolves.toMatchObject({ login: "mona" });
      await expect(administration.addUser({ login: "defunkt", password: "chosen" })).resolves.toEqual({
        login: "defunkt",
      });
      await expect(administration.addUser({ login: "MONA" })).rejects.toMatchObject(
        refused(/there is a user MONA already/),
      );
    });

    test("is refused with a login that Basic authentication could not carry, without the password being told", async () => {
      const added = administration.addUser({ login: "mo:na", password: "secret-value" });
      await expect(added).rejects.toMatchObject(refused(/^login must begin with a letter or digit/));
      await expect(added).rejects.not.toThrow(/secret-value/);
    });

    test("can be found in the list, which comes in parts and has no secret in it", async () => {
      await insertUsers(120, null);
      await administration.suspendUser({ login: "octocat" });
      const emails = [{ email: "new@a.example", primary: true }];
      await administration.addUser({ login: "newcomer", emails });
      const first = await administration.listUsers({ after: 0 });
      const second = await administration.listUsers({ after: assertDefined(first.at(-1)).id });
      const logins = [...first, ...second].map(({ login }) => login);
      expect(logins).toHaveLength(123);
      expect(new Set(logins).size).toBe(123);
      expect(first.slice(0, 2)).toEqual([
        {
          id: book.octocat.id,
          login: "octocat",
          name: null,
          email: null,
          primary_email: null,
          site_admin: false,
          two_factor: false,
          suspended_at: book.now().toISOString(),
          created_at: book.now().toISOString(),
        },
        expect.objectContaining({ login: "hubot", two_factor: true, suspended_at: null }),
      ]);
      const listed = [...first, ...second].find(({ login }) => login === "newcomer");
      expect(listed).toMatchObject({ email: null, primary_email: "new@a.example" });
    });

    test("has another password at once, and the old one, remembered or not, is forgotten", async () => {
      await book.signIn("octocat", passwords.octocat);
      await administration.setPassword({ login: "octocat", password: "another" });
      await expect(book.signIn("octocat", passwords.octocat)).rejects.toMatchObject(refusal("credentials-wrong"));
      await expect(book.signIn("octocat", "another")).resolves.toEqual(book.octocat);
      const { password } = await administration.setPassword({ login: "octocat" });
      await expect(book.signIn("octocat", assertDefined(password))).resolves.toEqual(book.octocat);
    });

    test("gets a seed of one-time codes that is shown this once, and loses it", async () => {
      const { secret, uri } = await administration.enableOtp({ login: "octocat" });
      expect(uri).toBe(`otpauth://totp/Grantbook%3Aoctocat?secret=${secret}&issuer=Grantbook`);
      const code = generateTotp(assertDefined(decodeOtpSecret(secret)), book.now());
      await expect(book.signIn("octocat", passwords.octocat, code)).resolves.toEqual(book.octocat);
      await expect(book.signIn("octocat", passwords.octocat)).rejects.toMatchObject(refusal("one-time-code-needed"));
      await expect(administration.enableOtp({ login: "octocat" })).rejects.toMatchObject(refused(/disable it first/));
      await book.store.replaceRecoveryCodes(book.octocat.id, ["digest"]);
      await administration.disableOtp({ login: "octocat" });
      // Recovery codes of before would open the account when it is switched on again.
      await expect(book.store.countRecoveryCodes(book.octocat.id)).resolves.toBe(0);
      await expect(book.signIn("octocat", passwords.octocat)).resolves.toEqual(book.octocat);
    });

    test("is suspended from the first time on, until told otherwise", async () => {
      await administration.suspendUser({ login: "octocat" });
      const [before] = await administration.listUsers({ after: 0 });
      book.move(60);
      await administration.suspendUser({ login: "octocat" });
      expect(await administration.listUsers({ after: 0 })).toContainEqual(before);
      await expect(book.signIn("octocat", passwords.octocat)).rejects.toMatchObject(refusal("account-suspended"));
      await administration.unsuspendUser({ login: "octocat" });
      await expect(book.signIn("octocat", passwords.octocat)).resolves.toEqual(book.octocat);
    });

    test.each(["setPassword", "enableOtp", "disableOtp", "suspendUser", "unsuspendUser"] as const)(
      "that is not there is said to be so by %s",
      async (command) => {
        await expect(administration[command]({ login: "nobody" })).rejects.toMatchObject(refused(/no user nobody/));
      },
    );
  });

  describe("an application", () => {
    test("is added once by its name and by its client id, and signs in with what was generated", async () => {
      const added = await administration.addApplication({ name: "CI", url: "https://ci.example/" });
      const signedIn = await signInApplication(book, added.client_id, assertDefined(added.client_secret));
      expect(signedIn.name).toBe("CI");
      const again = { name: "CI", url: "https://ci.example/" };
      await expect(administration.addApplication(again)).rejects.toMatchObject(refused(new RegExp(added.client_id)));
      const sameId = { ...again, name: "CI 2", client_id: added.client_id };
      await expect(administration.addApplication(sameId)).rejects.toMatchObject(refused(/is taken/));
      const given = { name: "CI 3", url: "https://ci.example/", client_secret: "given" };
      expect(await administration.addApplication(given)).not.toHaveProperty("client_secret");
      expect(await administration.listApplications({ after: 0 })).toMatchObject([
        { name: "Editor", client_id: clients.editor.clientId, type: "oauth" },
        { name: "Robot", type: "github" },
        { name: "CI", client_id: added.client_id, url: "https://ci.example/", created_at: book.now().toISOString() },
        { name: "CI 3" },
      ]);
      expect(await administration.listApplications({ after: book.robot.id })).toHaveLength(2);
    });

    test("gets another secret, and the old one is dead", async () => {
      const { clientId: id, clientSecret: old } = clients.editor;
      const { client_secret: secret } = await administration.rotateSecret({ client_id: id });
      await expect(signInApplication(book, id, secret)).resolves.toMatchObject({ id: book.editor.id });
      await expect(signInApplication(book, id, old)).rejects.toMatchObject(refusal("credentials-wrong"));
    });

    test("is removed with its tokens and grants, and nobody else's", async () => {
      for (const client of [clients.editor, clients.robot]) await create(book, book.octocat, { ...client, scopes: [] });
      await create(book, book.octocat, { note: "mine" });
      const removed = await administration.removeApplication({ client_id: clients.editor.clientId });
      expect(removed).toEqual({ name: "Editor", client_id: clients.editor.clientId, tokens: 1 });
      const page = { page: 1, perPage: 100 };
      expect((await book.store.listGrants(book.octocat.id, page, null)).items).toMatchObject([
        { application: { name: "Robot" } },
      ]);
      expect((await book.store.listAuthorizations(book.octocat.id, page, null)).items).toHaveLength(2);
      await expect(administration.removeApplication({ client_id: clients.editor.clientId })).rejects.toMatchObject(
        refused(/no application/),
      );
    });
  });

  describe("tokens", () => {
    test("are listed by user and application, without their text", async () => {
      const { token } = await create(book, book.octocat, { ...clients.editor, scopes: ["repo"], note: "laptop" });
      await create(book, book.octocat, { note: "mine" });
      await create(book, book.hubot, { note: "not octocat's" });
      const all = await administration.listTokens({ login: "octocat", page: 1 });
      expect(all.tokens.map(({ note }) => note)).toEqual(["mine", "laptop"]);
      expect(JSON.stringify(all)).not.toContain(assertDefined(token));
      const some = await administration.listTokens({
        login: "octocat",
        client_id: clients.editor.clientId,
        page: 1,
      });
      expect(some).toMatchObject({
        last_page: 1,
        tokens: [
          {
            application: "Editor",
            scopes: ["repo"],
            token_last_eight: assertDefined(token).slice(-8),
            expires_at: null,
          },
        ],
      });
    });

    test("are revoked by id and by text", async () => {
      const first = await create(book, book.octocat, { ...clients.editor, fingerprint: "a" });
      const second = await create(book, book.octocat, { ...clients.editor, fingerprint: "b" });
      const { id } = first.authorization;
      await expect(administration.revokeToken({ login: "hubot", id })).rejects.toMatchObject(refused(/has no token/));
      await expect(administration.revokeToken({ login: "octocat", id })).resolves.toEqual({ id, login: "octocat" });
      const text = assertDefined(second.token);
      await expect(check(book, book.editor, text)).resolves.toMatchObject({ user: book.octocat });
      await expect(administration.revokeToken({ token: text })).resolves.toMatchObject({ login: "octocat" });
      for (const token of [assertDefined(first.token), text]) {
        await expect(check(book, book.editor, token)).rejects.toMatchObject(refusal("not-found"));
      }
      await expect(administration.revokeToken({ token: text })).rejects.toMatchObject(refused(/no such token/));
    });
  });

  describe("parameters that are not valid are refused, and change nothing:", () => {
    const login = "octocat";
    test.each([
      ["suspendUser", { login: "octocat\0" }, "login must not contain U+0000 or unpaired surrogates"],
      ["suspendUser", { login: "octocat\ud800" }, "login must not contain U+0000 or unpaired surrogates"],
      ["suspendUser", null, "the parameters must be an object"],
      ["suspendUser", [], "the parameters must be an object"],
      ["suspendUser", login, "the parameters must be an object"],
      ["suspendUser", {}, "login is missing"],
      ["suspendUser", { login: ["octocat"] }, "login must be a string"],
      ["suspendUser", { login, force: true }, "the parameters must not have the unknown key force"],
      ["suspendUser", { login, "\u001b[31m": true }, "the parameters must not have an unknown key"],
      ["setPassword", { login, password: "a\0b" }, "password must not contain U+0000 or unpaired surrogates"],
      ["setPassword", { login, password: "a".repeat(1025) }, "password must have at most 1024 characters"],
      ["addUser", { login: "a b" }, "login must begin with a letter or digit"],
      ["addUser", { login: "mona", site_admin: "yes" }, "site_admin must be a boolean"],
      ["addApplication", { name: "CI", url: "javascript:alert(1)" }, "url must be an http or https address"],
      ["listUsers", { after: "1" }, "after must be an integer"],
      ["listUsers", { after: 1e300 }, "after must be <= 9007199254740991"],
      ["listTokens", { login, page: 0 }, "page must be >= 1"],
      ["rotateSecret", { client_id: 5 }, "client_id must be a string"],
      ["removeApplication", { client_id: `${clients.editor.clientId}\0` }, "client_id must not contain U+0000"],
      ["revokeToken", { login, id: "1" }, "id must be an integer"],
      ["revokeToken", { login, id: 1, token: "t" }, "the parameters must be a token alone, or a login and an id"],
      ["revokeToken", { login }, "id is missing"],
    ] as const)("%s %j", async (name, parameters, message) => {
      const users = () => administration.listUsers({ after: 0 });
      const applications = () => administration.listApplications({ after: 0 });
      const before = [await users(), await applications()];
      const run = administration[name] as (parameters: unknown) => Promise<unknown>;
      await expect(run(parameters)).rejects.toMatchObject({
        name: "AdministrationError",
        message: expect.stringContaining(message),
      });
      expect([await users(), await applications()]).toEqual(before);
      await expect(book.signIn("octocat", passwords.octocat)).resolves.toEqual(book.octocat);
    });
  });

  describe("the key", () => {
    const next = Buffer.alloc(keyLength, 2);

    test("is replaced: seeds go on to work with the new one, and the old one fits no more", async () => {
      await insertUsers(110, assertDefined(await book.store.credentials("hubot")).sealedOtpSecret);
      const progress: number[][] = [];
      expect(await administration.rotateKey(next, (...counts) => progress.push(counts))).toBe(111);
      expect(progress).toEqual([
        [100, 111],
        [111, 111],
      ]);
      expect([await keyFits(book.store, book.key), await keyFits(book.store, next)]).toEqual([false, true]);
      await expect(book.signIn("hubot", passwords.hubot, book.code())).rejects.toThrow();
    });

    test("is looked for among all there are, so that a server goes on through the change", async () => {
      const both = () => [book.key as Buffer, next];
      await administration.rotateKey(next);
      expect(await keyFits(book.store, both)).toBe(true);
      const during = createAdministration({ ...book, key: both });
      await expect(during.enableOtp({ login: "octocat" })).rejects.toMatchObject(refused(/was just replaced/));
      await expect(administration.rotateKey(next)).rejects.toMatchObject(refused(/was just replaced/));
      const after = createAdministration({ ...book, key: () => [next] });
      await expect(after.enableOtp({ login: "octocat" })).resolves.toMatchObject({ login: "octocat" });
    });
  });
});
