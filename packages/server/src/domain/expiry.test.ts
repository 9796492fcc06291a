import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { clients, createDomain, refusal, type TestDomain } from "@grantbook/test-kit/domain-fixture";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as authorizations from "./authorizations.js";
import * as grants from "./grants.js";
import * as tokens from "./tokens.js";

const eightHours = 8 * 60 * 60;
const page = { page: 1, perPage: 30 };

describeEngines((engine) => {
  let book: TestDomain;

  beforeEach(async () => {
    book = await createDomain(engine);
  });

  afterEach(() => book.store.close());

  async function ofRobot(fingerprint: string, scopes: string[] = []) {
    const { authorization, token = "" } = await authorizations.create(book, book.octocat, {
      ...clients.robot,
      fingerprint,
      scopes,
    });
    return { ...authorization, token };
  }

  describe("a token of a GitHub App", () => {
    test("is unknown after eight hours, and a reset gives it eight more", async () => {
      const { token, expiresAt } = await ofRobot("a");
      expect(expiresAt?.getTime()).toBe(book.now().getTime() + eightHours * 1000);
      book.move(eightHours - 1);
      const reset = await tokens.reset(book, book.robot, token);
      book.move(1);
      await expect(tokens.check(book, book.robot, reset.token)).resolves.toBeDefined();
      book.move(eightHours);
      await expect(tokens.check(book, book.robot, reset.token)).rejects.toMatchObject(refusal("not-found"));
      await expect(tokens.reset(book, book.robot, reset.token)).rejects.toMatchObject(refusal("not-found"));
    });

    test("makes room in its slot once it has expired: for a new one, and for a change", async () => {
      const first = await ofRobot("a");
      const second = await ofRobot("b");
      book.move(eightHours);
      const made = await authorizations.getOrCreate(
        book,
        book.octocat,
        clients.robot.clientId,
        clients.robot.clientSecret,
        {
          fingerprint: "a",
        },
      );
      expect(made.token).toBeDefined();
      expect(made.authorization.id).not.toBe(first.id);
      const moved = await authorizations.update(book, book.octocat, made.authorization.id, { fingerprint: "b" });
      expect(moved.fingerprint).toBe("b");
      const { items } = await authorizations.list(book, book.octocat, page, undefined);
      expect(items.map(({ id }) => id)).toEqual([made.authorization.id]);
      expect(items.map(({ id }) => id)).not.toContain(second.id);
    });

    test("no longer counts for the scopes of its grant", async () => {
      await ofRobot("a", ["repo"]);
      book.move(eightHours);
      await ofRobot("b", ["gist"]);
      const { items } = await grants.list(book, book.octocat, page, undefined);
      expect(items).toMatchObject([{ scopes: ["gist"] }]);
    });

    test("that is scoped expires with the one it was made of, also after a reset", async () => {
      const { token, expiresAt } = await ofRobot("a");
      book.move(60);
      const scoped = await tokens.createScopedToken(book, book.robot, { token, target: "hubot" });
      expect(scoped.authorization.expiresAt).toEqual(expiresAt);
      const reset = await tokens.reset(book, book.robot, scoped.token);
      expect(reset.authorization.expiresAt).toEqual(expiresAt);
      expect(reset.authorization.installation).toMatchObject({
        repositorySelection: "all",
        account: { login: "hubot" },
      });
    });

    test.each([
      ["neither target nor target_id", {}, "target"],
      ["both target and target_id", { target: "hubot", targetId: 2 }, "target"],
      ["an account that is not there", { target: "nobody" }, "target"],
      ["an identifier that is nobody's", { targetId: 99 }, "target_id"],
      ["repositories twice", { target: "hubot", repositories: ["a"], repositoryIds: [1] }, "repositories"],
    ])("is not scoped with %s", async (_, request, field) => {
      const { token } = await ofRobot("a");
      await expect(tokens.createScopedToken(book, book.robot, { token, ...request })).rejects.toMatchObject({
        reason: { code: "values-refused", errors: [{ field, code: "custom" }] },
      });
    });
  });

  test("the time of the last change does not go back when the clock does", async () => {
    const { authorization, token = "" } = await authorizations.create(book, book.octocat, clients.editor);
    book.move(-3600);
    const changed = await authorizations.update(book, book.octocat, authorization.id, { note: "changed" });
    expect(changed.updatedAt).toEqual(authorization.createdAt);
    const reset = await tokens.reset(book, book.editor, token);
    expect(reset.authorization.updatedAt).toEqual(authorization.createdAt);
  });
});
