import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, fieldRefusal, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { describe, expect, test } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { create, get, list } from "./authorizations.js";
import type { Queries } from "./store.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  const { clientId, clientSecret } = clients.editor;
  const all = { page: 1, perPage: 100 };
  const stored = async () => (await list(book, book.octocat, all, undefined)).items;

  describe("a personal token", () => {
    test("is stored with what was asked for, and as a digest", async () => {
      const request = {
        note: "a note",
        noteUrl: "https://a.example",
        fingerprint: "f",
        scopes: ["user", "gist", "user"],
      };
      const { authorization, token } = await create(book, book.octocat, request);
      expect(token).toMatch(/^ghp_/);
      expect(authorization).toEqual({
        id: authorization.id,
        userId: book.octocat.id,
        application: null,
        tokenHash: hashSecret(assertDefined(token)),
        tokenLastEight: assertDefined(token).slice(-8),
        note: "a note",
        noteUrl: "https://a.example",
        fingerprint: "f",
        scopes: ["user", "gist"],
        createdAt: book.now(),
        updatedAt: book.now(),
        expiresAt: null,
        installation: null,
      });
      await expect(get(book, book.octocat, authorization.id)).resolves.toEqual(authorization);
    });

    test("takes empty strings for values that were left out, and keeps an empty note_url", async () => {
      const request = { note: "a note", noteUrl: "", fingerprint: "", clientId: "", clientSecret: "" };
      const { authorization } = await create(book, book.octocat, request);
      expect(authorization).toMatchObject({ application: null, noteUrl: "", fingerprint: null, scopes: [] });
    });

    test.each([
      ["without a note", {}, fieldRefusal("note", "missing_field")],
      ["with an empty note", { note: "" }, fieldRefusal("note", "missing_field")],
      ["with a note in use", { note: "taken" }, fieldRefusal("note", "already_exists")],
      [
        "with a fingerprint in use",
        { note: "new", fingerprint: "taken" },
        fieldRefusal("fingerprint", "already_exists"),
      ],
      ["with an unknown scope", { note: "new", scopes: ["everything"] }, fieldRefusal("scopes", "custom")],
    ])("%s is refused, and nothing is stored", async (_, request, refused) => {
      await create(book, book.octocat, { note: "taken", fingerprint: "taken" });
      await expect(create(book, book.octocat, request)).rejects.toMatchObject(refused);
      expect(await stored()).toHaveLength(1);
    });

    test("may have the note and the fingerprint of another user's, and of an application's", async () => {
      const request = { note: "a note", fingerprint: "f" };
      await create(book, book.hubot, request);
      await create(book, book.octocat, { ...request, ...clients.editor });
      await expect(create(book, book.octocat, request)).resolves.toBeDefined();
    });
  });

  describe("a token of an application", () => {
    test("starts as the type of the application says, and needs no note", async () => {
      const { authorization, token } = await create(book, book.octocat, clients.editor);
      expect(token).toMatch(/^gho_/);
      expect(authorization).toMatchObject({ note: null, application: { clientId, name: "Editor" } });
      expect((await create(book, book.octocat, clients.robot)).token).toMatch(/^ghu_/);
    });

    test.each([
      ["a wrong secret", { clientId, clientSecret: "wrong" }],
      ["no secret", { clientId }],
      ["no client id", { clientSecret }],
      ["an unknown client id", { clientId: "99999999999999999999", clientSecret }],
    ])("is refused for %s, even with a note", async (_, client) => {
      const refused = create(book, book.octocat, { ...client, note: "a note" });
      await expect(refused).rejects.toMatchObject(refusal("application-unknown"));
      expect(await stored()).toEqual([]);
    });

    test.each([
      ["no fingerprint", {}, { fingerprint: "" }],
      ["an empty fingerprint", { fingerprint: "" }, {}],
      ["a fingerprint", { fingerprint: "f" }, { fingerprint: "f" }],
    ])("with %s has a slot that the next one cannot take", async (_, first, second) => {
      await create(book, book.octocat, { ...clients.editor, ...first });
      const next = create(book, book.octocat, { ...clients.editor, ...second, note: "another", scopes: ["gist"] });
      await expect(next).rejects.toMatchObject(fieldRefusal("fingerprint", "already_exists"));
      expect(await stored()).toHaveLength(1);
    });

    test("has a slot for each fingerprint, application and user", async () => {
      for (const fingerprint of [undefined, "f", "F"])
        await create(book, book.octocat, { ...clients.editor, fingerprint });
      await create(book, book.octocat, { ...clients.robot, fingerprint: "f" });
      await create(book, book.hubot, { ...clients.editor, fingerprint: "f" });
      expect(await stored()).toHaveLength(4);
    });

    test("leaves no grant behind when it is refused or cannot be stored", async () => {
      const insertAuthorization = () => Promise.reject(new Error("disk full"));
      const transactionOf = <T>(userId: number, work: (queries: Queries) => Promise<T>) =>
        book.store.transactionOf(userId, (queries) =>
          work(Object.assign(Object.create(queries), { insertAuthorization })),
        );
      const broken = { ...book, store: { ...book.store, transactionOf } };
      await expect(create(broken, book.octocat, clients.editor)).rejects.toThrow("disk full");
      await expect(create(book, book.octocat, { ...clients.editor, scopes: ["everything"] })).rejects.toThrow();
      await expect(book.store.grantOf(book.octocat.id, book.editor.id)).resolves.toBeUndefined();
    });
  });
});
