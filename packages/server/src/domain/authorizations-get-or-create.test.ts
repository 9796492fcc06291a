import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { clients, fieldRefusal, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { describe, expect, test } from "vitest";
import { create, getOrCreate, list, remove } from "./authorizations.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  const { clientId, clientSecret } = clients.editor;
  const stored = async () => (await list(book, book.octocat, { page: 1, perPage: 100 }, undefined)).items;

  describe("getOrCreate", () => {
    const ask = (request: object) => getOrCreate(book, book.octocat, clientId, clientSecret, request);

    test("makes the token of the slot once, and shows it once", async () => {
      const first = await ask({ fingerprint: "f", scopes: ["gist"] });
      const second = await ask({ fingerprint: "f" });
      expect(first.token).toMatch(/^gho_/);
      expect(second).toEqual({ authorization: first.authorization });
    });

    test("leaves what is there as it is, whatever is sent", async () => {
      const { authorization } = await ask({ scopes: ["gist"], note: "first" });
      book.move(60);
      await expect(ask({ scopes: ["user"], note: "second", fingerprint: "" })).resolves.toEqual({ authorization });
      await expect(book.store.grantOf(book.octocat.id, book.editor.id)).resolves.toMatchObject({ scopes: ["gist"] });
    });

    test("finds what was made with POST", async () => {
      const { authorization } = await create(book, book.octocat, clients.editor);
      await expect(ask({})).resolves.toEqual({ authorization });
    });

    test("makes a new one after the old one was deleted", async () => {
      const { authorization } = await ask({});
      await remove(book, book.octocat, authorization.id);
      const again = await ask({});
      expect(again.token).toBeDefined();
      expect(again.authorization.id).not.toBe(authorization.id);
    });

    test("makes a new one after a GitHub App's token has expired, eight hours after it was made", async () => {
      const { clientId: id, clientSecret: secret } = clients.robot;
      const askForRobot = () => getOrCreate(book, book.octocat, id, secret, {});
      const { authorization } = await askForRobot();
      book.move(8 * 60 * 60 - 1);
      await expect(askForRobot()).resolves.toEqual({ authorization });
      book.move(1);
      const again = await askForRobot();
      expect(again.token).toMatch(/^ghu_/);
      expect(await stored()).toEqual([again.authorization]);
    });

    test.each([
      ["a wrong secret", clientId, "wrong", {}, refusal("application-unknown")],
      ["an unknown client id", "nobody", clientSecret, {}, refusal("application-unknown")],
      [
        "an unknown scope, even when it is there",
        clientId,
        clientSecret,
        { scopes: ["x"] },
        fieldRefusal("scopes", "custom"),
      ],
    ])("refuses %s", async (_, id, secret, request, refused) => {
      await ask({});
      await expect(getOrCreate(book, book.octocat, id, secret, request)).rejects.toMatchObject(refused);
    });
  });
});
