import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { clients, fieldRefusal, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { describe, expect, test } from "vitest";
import { create, remove, update } from "./authorizations.js";
import type { Authorization } from "./model.js";
import { applyScopeChange, validateScopes } from "./scopes.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  test.each(["x".repeat(19), "x".repeat(21), `${"x".repeat(20)}\n`, `${"x".repeat(19)}-`, "é".repeat(20)])(
    "%j is no client id: without a secret a personal token is made",
    async (clientId) => {
      const { authorization } = await create(book, book.octocat, { note: "a note", clientId });
      expect(authorization.application).toBeNull();
    },
  );

  test("twenty letters, digits and dots are a client id, whose secret is missing", async () => {
    const request = { note: "a note", clientId: `aZ09.${"x".repeat(15)}` };
    await expect(create(book, book.octocat, request)).rejects.toMatchObject(refusal("application-unknown"));
  });

  test("of a missing note and an unknown scope the note is named", async () => {
    const refused = create(book, book.octocat, { scopes: ["unknown"] });
    await expect(refused).rejects.toMatchObject(fieldRefusal("note", "missing_field"));
  });

  describe("an update", () => {
    const changed = async (before: Parameters<typeof create>[2], request: Parameters<typeof update>[3]) => {
      const { authorization } = await create(book, book.octocat, before);
      book.move(60);
      return [authorization, await update(book, book.octocat, authorization.id, request)] as const;
    };

    test.each<[string, Parameters<typeof update>[3], Partial<Authorization>]>([
      ["the note", { note: "another" }, { note: "another" }],
      ["the address of the note", { noteUrl: "https://a.example" }, { noteUrl: "https://a.example" }],
      ["the fingerprint", { fingerprint: "f" }, { fingerprint: "f" }],
      ["the scopes", { scopes: ["gist"] }, { scopes: ["gist"] }],
    ])("of %s alone is stored, with its time", async (_, request, expected) => {
      const [before, after] = await changed({ note: "a note", scopes: ["repo"] }, request);
      expect(after).toEqual({ ...before, ...expected, updatedAt: book.now() });
    });

    test("to the values that are there changes nothing, and not the time", async () => {
      const values = { note: "a note", fingerprint: "f", noteUrl: "https://a.example", scopes: ["gist"] };
      const [before, after] = await changed(values, values);
      expect(after).toEqual(before);
    });

    test("of a token of an application keeps its own slot, and takes no other's", async () => {
      await create(book, book.octocat, { ...clients.editor, fingerprint: "taken" });
      const own = { ...clients.editor, fingerprint: "own" };
      const [, after] = await changed(own, { fingerprint: "own", note: "new" });
      expect(after).toMatchObject({ fingerprint: "own", note: "new" });
      await expect(update(book, book.octocat, after.id, { fingerprint: "taken" })).rejects.toMatchObject(
        fieldRefusal("fingerprint", "already_exists"),
      );
    });
  });

  test("a personal token is deleted, and has no grant", async () => {
    const { authorization } = await create(book, book.octocat, { note: "a note" });
    await remove(book, book.octocat, authorization.id);
    await expect(book.store.authorization(book.octocat.id, authorization.id)).resolves.toBeUndefined();
    const { items } = await book.store.listGrants(book.octocat.id, { page: 1, perPage: 30 }, null);
    expect(items).toEqual([]);
  });
});

describe("a refused scope is named, with the key that it came in", () => {
  const message = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      return (error as { reason: { errors: unknown } }).reason.errors;
    }
    return expect.unreachable("nothing was refused");
  };

  test.each<[() => unknown, string, string]>([
    [() => validateScopes(["repo", "a", "b"]), "scopes", "scopes are invalid: a, b"],
    [() => applyScopeChange([], { addScopes: ["a"] }), "add_scopes", "add_scopes are invalid: a"],
    [() => applyScopeChange([], { removeScopes: ["a"] }), "remove_scopes", "remove_scopes are invalid: a"],
    [
      () => applyScopeChange([], { addScopes: ["repo", "user"], removeScopes: ["user", "repo"] }),
      "add_scopes",
      "add_scopes and remove_scopes both have: repo, user",
    ],
    [
      () => applyScopeChange([], { scopes: [], addScopes: [] }),
      "scopes",
      "scopes cannot be sent together with add_scopes or remove_scopes",
    ],
  ])("%o", (work, field, text) => {
    expect(message(work)).toEqual([{ field, code: "custom", message: text }]);
  });
});
