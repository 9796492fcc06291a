import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { beforeEach, describe, expect, test } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { create } from "./authorizations.js";
import { createScopedToken, reset } from "./tokens.js";

describeEngines((engine) => {
  describe("a scoped token", () => {
    const book = useDomain(engine);
    let token: string;
    beforeEach(async () => {
      const request = { ...clients.robot, note: "robot", scopes: ["gist"] };
      token = assertDefined((await create(book, book.octocat, request)).token);
    });

    const scope = (request: Partial<Parameters<typeof createScopedToken>[2]>) =>
      createScopedToken(book, book.robot, { token, ...request });

    test("may act for an account by its login, everywhere unless repositories are named", async () => {
      const made = await scope({ target: "HUBOT" });
      expect(made).toMatchObject({ user: book.octocat, suspended: false });
      expect(made.token).toMatch(/^ghu_/);
      expect(made.token).not.toBe(token);
      expect(made.authorization).toMatchObject({
        note: "robot",
        fingerprint: null,
        scopes: ["gist"],
        tokenLastEight: made.token.slice(-8),
        installation: { permissions: {}, repositorySelection: "all", account: book.hubot },
      });
    });

    test.each([
      ["names", { repositories: ["a"] }],
      ["ids", { repositoryIds: [1] }],
    ])("may act in selected repositories, given by their %s, with permissions", async (_, selection) => {
      const made = await scope({ targetId: book.hubot.id, permissions: { contents: "read" }, ...selection });
      expect(made.authorization.installation).toEqual({
        permissions: { contents: "read" },
        repositorySelection: "selected",
        account: book.hubot,
      });
    });

    test("expires with the token it is made of, also after a reset", async () => {
      const expiresAt = new Date(+book.now() + 60_000);
      const text = `ghu_${"e".repeat(36)}`;
      await book.store.insertAuthorization({
        userId: book.octocat.id,
        applicationId: book.robot.id,
        tokenHash: hashSecret(text),
        tokenLastEight: "eeeeeeee",
        note: null,
        noteUrl: null,
        fingerprint: "expires",
        scopes: [],
        createdAt: book.now(),
        expiresAt,
        installation: null,
      });
      const made = await scope({ token: text, target: "hubot" });
      expect(made.authorization.expiresAt).toEqual(expiresAt);
      const again = await reset(book, book.robot, made.token);
      expect(again.authorization.expiresAt).toEqual(expiresAt);
    });

    const either = "either target or target_id is needed";
    test.each([
      ["no account", {}, "target", either],
      ["two accounts", { target: "hubot", targetId: 1 }, "target", either],
      [
        "repositories twice",
        { target: "hubot", repositories: ["a"], repositoryIds: [1] },
        "repositories",
        "repositories cannot be sent together with repository_ids",
      ],
      ["an unknown login", { target: "nobody" }, "target", "there is no such account"],
      ["an unknown id", { targetId: 99 }, "target_id", "there is no such account"],
    ])("is refused for %s", async (_, request, field, message) => {
      const errors = [{ field, code: "custom", message }];
      await expect(scope(request)).rejects.toMatchObject({ reason: { code: "values-refused", errors } });
    });

    test("is not made of another scoped token", async () => {
      const made = await scope({ target: "hubot" });
      const errors = [{ field: "access_token", code: "custom", message: "a scoped token cannot be scoped again" }];
      await expect(scope({ token: made.token, target: "hubot" })).rejects.toMatchObject({ reason: { errors } });
    });

    test("is for GitHub Apps, and for their own tokens", async () => {
      const other = createScopedToken(book, book.editor, { token, target: "hubot" });
      await expect(other).rejects.toMatchObject(refusal("not-a-github-app"));
      await expect(scope({ token: "ghu_unknown", target: "hubot" })).rejects.toMatchObject(refusal("not-found"));
    });
  });
});
