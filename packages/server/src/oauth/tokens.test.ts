import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, useDomain } from "@grantbook/test-kit/domain-fixture";
import { registerApplication } from "@grantbook/test-kit/registered-application";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { create } from "../domain/authorizations.js";
import type { Email, User } from "../domain/model.js";
import type { RegisteredApplication } from "./model.js";
import { hasAccess, type IssuedToken, issueToken, refreshToken, revokeToken } from "./tokens.js";

describeEngines((engine) => {
  const book = useDomain(engine);
  let application: RegisteredApplication;
  beforeEach(async () => {
    application = await registerApplication(book, { expireUserTokens: true });
  });

  const issue = async (scopes: readonly string[] = ["repo"], origin: "web" | "device" = "web", user = book.octocat) =>
    book.store.transactionOf(user.id, (queries) =>
      issueToken(book, queries, application, { userId: user.id, scopes, origin }),
    );
  const find = (text: string) => book.store.findToken(hashSecret(text), book.now());
  const isAlive = async ({ accessToken }: IssuedToken) => (await find(accessToken)) !== undefined;
  const refresh = (text: string | undefined, isAuthenticated = true) =>
    refreshToken(book, application, hashSecret(assertDefined(text)), { isAuthenticated });
  const badRefreshToken = { name: "OAuthError", code: "bad_refresh_token" };

  describe("a new token", () => {
    test("is an authorization without a note, and its scopes are those of the grant", async () => {
      const { authorizationId, token } = await issue(["repo", "gist"]);
      expect(token).toMatchObject({ accessToken: expect.stringMatching(/^gho_/), scopes: ["repo", "gist"] });
      expect(await find(token.accessToken)).toMatchObject({
        user: { login: "octocat" },
        authorization: {
          id: authorizationId,
          application: { id: application.id },
          tokenLastEight: token.accessToken.slice(-8),
          note: null,
          noteUrl: null,
          fingerprint: null,
          scopes: ["repo", "gist"],
          createdAt: book.now(),
          installation: null,
        },
      });
      const grant = await book.store.grantOf(book.octocat.id, application.id);
      expect(grant?.scopes).toEqual(["repo", "gist"]);
    });

    test("that expires lives for eight hours, and its refresh token for half a year", async () => {
      const { token } = await issue();
      expect(token.expiry).toEqual({
        expiresIn: 28_800,
        refreshToken: expect.stringMatching(/^ghr_[0-9A-Za-z]{76}$/),
        refreshTokenExpiresIn: 15_897_600,
      });
      book.move(28_799);
      expect(await isAlive(token)).toBe(true);
      book.move(1);
      expect(await isAlive(token)).toBe(false);
    });

    test("that does not expire has no refresh token", async () => {
      application = { ...application, expireUserTokens: false };
      expect((await issue()).token).toEqual({ accessToken: expect.any(String), scopes: ["repo"] });
    });

    test("is the tenth of its scopes at most: one more revokes the oldest, and none of other scopes", async () => {
      const other = await issue(["gist"]);
      const request = { ...clients.editor, fingerprint: "of the API", scopes: ["repo", "user"] };
      const ofApi = assertDefined((await create(book, book.octocat, request)).token);
      const made: IssuedToken[] = [];
      for (const scopes of Array.from({ length: 10 }, (_, index) =>
        index % 2 ? ["repo", "user"] : ["user", "repo"],
      )) {
        made.push((await issue(scopes)).token);
      }
      expect(await Promise.all(made.map(isAlive))).toEqual(Array(10).fill(true));
      await issue(["repo", "user"]);
      expect(await Promise.all(made.map(isAlive))).toEqual([false, ...Array(9).fill(true)]);
      expect([await isAlive(other.token), (await find(ofApi)) !== undefined]).toEqual([true, true]);
    });

    test("of a GitHub App is refused while the primary address of the user is not verified", async () => {
      application = await registerApplication(book, { type: "github", clientId: "github" });
      const userWith = async (login: string, ...emails: Email[]): Promise<User> => {
        const rest = { login, name: null, siteAdmin: false, passwordHash: "0", sealedOtpSecret: null };
        return book.store.transaction(async (queries) =>
          assertDefined(await queries.insertUser({ ...rest, emails, createdAt: book.now() })),
        );
      };
      const address = (email: string, primary: boolean, verified: boolean): Email => ({
        ...{ email, primary, verified },
        visibility: primary ? "public" : null,
      });
      const unverified = await userWith("a", address("a@a", false, true), address("b@a", true, false));
      const verified = await userWith("b", address("a@b", false, false), address("b@b", true, true));
      await expect(issue([], "web", unverified)).rejects.toMatchObject({ code: "unverified_user_email" });
      await expect(issue([], "web", verified)).resolves.toHaveProperty(
        "token.accessToken",
        expect.stringMatching(/^ghu_/),
      );
      await expect(issue([], "web", book.octocat)).resolves.toHaveProperty("token");
      application = { ...application, type: "oauth" };
      await expect(issue([], "web", unverified)).resolves.toHaveProperty("token");
    });
  });

  describe("a refresh token", () => {
    test("gives a token in the place of the one before, with the same scopes, and is used up", async () => {
      const { authorizationId, token } = await issue(["repo", "gist"]);
      book.move(60);
      const renewed = await refresh(token.expiry?.refreshToken);
      expect(renewed).toEqual({
        accessToken: expect.stringMatching(/^gho_/),
        scopes: ["repo", "gist"],
        expiry: { expiresIn: 28_800, refreshToken: expect.any(String), refreshTokenExpiresIn: 15_897_600 },
      });
      expect([await isAlive(token), await isAlive(renewed)]).toEqual([false, true]);
      expect((await find(renewed.accessToken))?.authorization).toMatchObject({
        id: authorizationId,
        tokenLastEight: renewed.accessToken.slice(-8),
        updatedAt: book.now(),
        expiresAt: new Date(+book.now() + 8 * 3_600_000),
      });
      await expect(refresh(token.expiry?.refreshToken)).rejects.toMatchObject(badRefreshToken);
      await expect(refresh(renewed.expiry?.refreshToken)).resolves.toHaveProperty("accessToken");
    });

    test("lives for 15,897,600 seconds", async () => {
      const [one, two] = [await issue(), await issue()];
      book.move(15_897_599);
      await expect(refresh(one.token.expiry?.refreshToken)).resolves.toHaveProperty("accessToken");
      book.move(1);
      await expect(refresh(two.token.expiry?.refreshToken)).rejects.toMatchObject(badRefreshToken);
    });

    test("is refused once it expired, however many expired before it and are still stored", async () => {
      for (let count = 0; count < 20; count += 1) await issue([`scope ${count}`]);
      book.move(1);
      const { token } = await issue();
      book.move(15_897_600);
      await expect(refresh(token.expiry?.refreshToken)).rejects.toMatchObject(badRefreshToken);
    });

    test("needs the client secret, except that of a device, through all renewals", async () => {
      const [web, device] = [await issue(), await issue(["gist"], "device")];
      await expect(refresh(web.token.expiry?.refreshToken, false)).rejects.toMatchObject({
        code: "incorrect_client_credentials",
      });
      await expect(refresh(web.token.expiry?.refreshToken)).resolves.toHaveProperty("accessToken");
      const renewed = await refresh(device.token.expiry?.refreshToken, false);
      await expect(refresh(renewed.expiry?.refreshToken, false)).resolves.toHaveProperty("accessToken");
    });

    test("is of its application, and nothing else is one", async () => {
      const { token } = await issue();
      const other = await registerApplication(book, { clientId: "another" });
      const hash = hashSecret(token.expiry?.refreshToken ?? "");
      for (const isAuthenticated of [true, false]) {
        await expect(refreshToken(book, other, hash, { isAuthenticated })).rejects.toMatchObject(badRefreshToken);
      }
      for (const text of ["ghr_", token.accessToken]) {
        await expect(refresh(text)).rejects.toMatchObject(badRefreshToken);
      }
      await expect(refresh(token.expiry?.refreshToken)).resolves.toHaveProperty("accessToken");
    });

    test.each([
      ["the user was suspended", () => book.store.setSuspended(book.octocat.id, book.now())],
      ["the access was revoked", () => book.store.deleteGrants(book.octocat.id)],
    ])("gives nothing once %s", async (_, change) => {
      const { token } = await issue();
      await change();
      await expect(refresh(token.expiry?.refreshToken)).rejects.toMatchObject(badRefreshToken);
    });

    test("is not used up where there is no token to replace", async () => {
      const { token } = await issue();
      await book.store.setSuspended(book.octocat.id, book.now());
      await expect(refresh(token.expiry?.refreshToken)).rejects.toMatchObject(badRefreshToken);
      await book.store.setSuspended(book.octocat.id, null);
      await expect(refresh(token.expiry?.refreshToken)).resolves.toHaveProperty("accessToken");
    });

    test("that two requests send at once gives one token", async () => {
      const { token } = await issue();
      const results = await Promise.allSettled([1, 2].map(() => refresh(token.expiry?.refreshToken)));
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: badRefreshToken });
    });
  });

  describe("to revoke", () => {
    test("a token or its refresh token ends both, and leaves the other tokens", async () => {
      const made = [await issue(["repo"]), await issue(["gist"]), await issue(["user"])].map(({ token }) => token);
      const [one, two, three] = made as [IssuedToken, IssuedToken, IssuedToken];
      await revokeToken(book, application, one.accessToken);
      expect(await Promise.all(made.map(isAlive))).toEqual([false, true, true]);
      await expect(refresh(one.expiry?.refreshToken)).rejects.toMatchObject(badRefreshToken);
      await revokeToken(book, application, assertDefined(two.expiry?.refreshToken));
      expect(await Promise.all(made.map(isAlive))).toEqual([false, false, true]);
      expect((await book.store.grantOf(book.octocat.id, application.id))?.scopes).toEqual(["user"]);
      await revokeToken(book, application, three.accessToken);
      // After the last token the scopes stay.
      expect((await book.store.grantOf(book.octocat.id, application.id))?.scopes).toEqual(["user"]);
    });

    test("one of another application, or none at all, does nothing", async () => {
      const { token } = await issue();
      const other = await registerApplication(book, { clientId: "another" });
      const writes = vi.spyOn(book.store, "transactionOf");
      await revokeToken(book, other, token.accessToken);
      await revokeToken(book, other, assertDefined(token.expiry?.refreshToken));
      await revokeToken(book, application, "gho_unknown");
      expect(writes).not.toHaveBeenCalled();
      expect(await isAlive(token)).toBe(true);
      expect(await book.store.grantOf(book.octocat.id, other.id)).toBeUndefined();
    });
  });

  test("an application has access while there is a grant and the user is not suspended", async () => {
    const access = () => hasAccess(book.store, book.octocat.id, application);
    expect(await access()).toBe(false);
    await issue();
    expect(await access()).toBe(true);
    expect(await hasAccess(book.store, book.hubot.id, application)).toBe(false);
    await book.store.setSuspended(book.octocat.id, book.now());
    expect(await access()).toBe(false);
    await book.store.setSuspended(book.octocat.id, null);
    for (const gone of [{ user: async () => undefined }, { credentials: async () => undefined }]) {
      const queries = Object.assign(Object.create(book.store), gone);
      expect(await hasAccess(queries, book.octocat.id, application)).toBe(false);
    }
  });
});
