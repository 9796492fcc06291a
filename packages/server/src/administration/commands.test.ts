import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, passwords, useDomain } from "@grantbook/test-kit/domain-fixture";
import { beforeEach, describe, expect, test } from "vitest";
import { decodeOtpSecret } from "../auth/totp.js";
import { create } from "../domain/authorizations.js";
import { type Administration, createAdministration } from "./index.js";

describeEngines((engine) => {
  describe("the values that a command returns", () => {
    const book = useDomain(engine);
    let administration: Administration;
    beforeEach(async () => {
      administration = createAdministration(book);
    });

    const refused = (message: string) => ({ name: "AdministrationError", message });
    const user = { login: "octocat" };

    test("a user: the login as it is stored, and a password only where it was generated", async () => {
      const added = await administration.addUser({ login: "mona" });
      expect(added).toEqual({ login: "mona", password: expect.stringMatching(/^[\w-]{16}$/) });
      expect(await administration.setPassword({ login: "OCTOCAT", password: "another" })).toStrictEqual(user);
      expect(await administration.setPassword(user)).toEqual({
        ...user,
        password: expect.stringMatching(/^[\w-]{16}$/),
      });
      for (const command of ["disableOtp", "suspendUser", "unsuspendUser"] as const) {
        expect(await administration[command]({ login: "OctoCat" })).toEqual(user);
      }
    });

    test("two-factor authentication: a secret of 160 bits, and the code that an authenticator shows", async () => {
      expect(await administration.otpCode({ login: "HUBOT" })).toEqual({ login: "hubot", code: book.code() });
      const none = refused("octocat has no two-factor authentication");
      await expect(administration.otpCode(user)).rejects.toMatchObject(none);
      const { secret, login } = await administration.enableOtp(user);
      expect([login, decodeOtpSecret(secret)?.length]).toEqual(["octocat", 20]);
      const again = refused("octocat has two-factor authentication already; disable it first");
      await expect(administration.enableOtp(user)).rejects.toMatchObject(again);
      const { code } = await administration.otpCode(user);
      await expect(book.signIn("octocat", passwords.octocat, code)).resolves.toEqual(book.octocat);
      await expect(administration.otpCode({ login: "nobody" })).rejects.toMatchObject(
        refused("there is no user nobody"),
      );
    });

    test("an application: its client id, and a secret only where it was generated", async () => {
      const details = { name: "CI", url: "https://ci.example/", client_id: "ci.example", owner: "octocat" };
      expect(await administration.addApplication({ ...details, client_secret: "given" })).toStrictEqual({
        name: "CI",
        client_id: "ci.example",
      });
      expect(await book.store.registeredApplication("ci.example")).toMatchObject({ ownerLogin: "octocat" });
      const another = { ...details, name: "CD" };
      await expect(administration.addApplication(details)).rejects.toMatchObject(
        refused("there is an application CI already, with the client id ci.example"),
      );
      await expect(administration.addApplication(another)).rejects.toMatchObject(
        refused("the client id ci.example is taken"),
      );
      await expect(
        administration.addApplication({ ...another, client_id: "cd.example", owner: "nobody" }),
      ).rejects.toMatchObject(refused("there is no user nobody"));
      expect(await book.store.application("cd.example")).toBeUndefined();
      expect(await administration.rotateSecret({ client_id: "ci.example" })).toEqual({
        name: "CI",
        client_id: "ci.example",
        client_secret: expect.stringMatching(/^[0-9a-f]{40}$/),
      });
      const [secret] = await book.store.listClientSecrets(assertDefined(await book.store.application("ci.example")).id);
      expect(secret?.createdAt).toEqual(book.now());
      for (const command of ["rotateSecret", "removeApplication"] as const) {
        await expect(administration[command]({ client_id: "unknown" })).rejects.toMatchObject(
          refused("there is no application with the client id unknown"),
        );
      }
      expect((await administration.listApplications({ after: book.robot.id }))[0]).toEqual({
        ...{ id: expect.any(Number), name: "CI", client_id: "ci.example", url: "https://ci.example/", type: "oauth" },
        created_at: "2026-01-02T03:04:00.000Z",
      });
    });

    test("a token: what tells it from others", async () => {
      const request = { ...clients.robot, note: "laptop", fingerprint: "a", scopes: ["repo"] };
      const made = await create(book, book.octocat, request);
      const personal = await create(book, book.octocat, { note: "mine" });
      const list = { login: "octocat", page: 1 };
      expect(await administration.listTokens(list)).toEqual({
        last_page: 1,
        tokens: [
          {
            ...{ id: personal.authorization.id, client_id: null, application: null, note: "mine", fingerprint: null },
            ...{ scopes: [], token_last_eight: assertDefined(personal.token).slice(-8), expires_at: null },
            created_at: "2026-01-02T03:04:00.000Z",
          },
          {
            ...{ id: made.authorization.id, client_id: clients.robot.clientId, application: "Robot", note: "laptop" },
            ...{ fingerprint: "a", scopes: ["repo"], token_last_eight: assertDefined(made.token).slice(-8) },
            created_at: "2026-01-02T03:04:00.000Z",
            expires_at: "2026-01-02T11:04:00.000Z",
          },
        ],
      });
      expect(await administration.listTokens({ ...list, page: 2 })).toMatchObject({ tokens: [] });
      await expect(administration.listTokens({ ...list, client_id: "unknown" })).rejects.toMatchObject(
        refused("there is no application with the client id unknown"),
      );
      await expect(administration.revokeToken({ login: "OCTOCAT", id: 99 })).rejects.toMatchObject(
        refused("octocat has no token with the id 99"),
      );
      await expect(administration.revokeToken({ login: "nobody", id: 1 })).rejects.toMatchObject(
        refused("there is no user nobody"),
      );
      const text = assertDefined(made.token);
      book.move(8 * 3600);
      await expect(administration.revokeToken({ token: text })).rejects.toMatchObject(
        refused("there is no such token, or it has expired"),
      );
    });

    test("a key that is replaced tells no progress where there are no secrets, and needs no listener", async () => {
      expect(await administration.rotateKey(Buffer.alloc(32, 3))).toBe(1);
      await createAdministration({ ...book, key: Buffer.alloc(32, 3) }).disableOtp({ login: "hubot" });
      const progress: number[][] = [];
      const note = (...counts: number[]) => progress.push(counts);
      const next = createAdministration({ ...book, key: Buffer.alloc(32, 3) });
      expect(await next.rotateKey(Buffer.alloc(32, 4), note)).toBe(0);
      expect(progress).toEqual([]);
    });
  });
});
