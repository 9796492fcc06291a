import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { clients, fieldRefusal, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { describe, expect, test } from "vitest";
import { create, get, list, remove, update } from "./authorizations.js";
import type { Authorization } from "./model.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  async function made(request: Parameters<typeof create>[2]): Promise<Authorization> {
    return (await create(book, book.octocat, request)).authorization;
  }

  describe("update", () => {
    test("stores each change and the time of it, and nothing else", async () => {
      const before = await made({
        note: "a note",
        noteUrl: "https://a.example",
        fingerprint: "f",
        scopes: ["gist"],
      });
      book.move(60);
      const request = { note: "b", noteUrl: "https://b.example", fingerprint: "g", addScopes: ["user"] };
      const after = await update(book, book.octocat, before.id, request);
      expect(after).toEqual({
        ...before,
        note: "b",
        noteUrl: "https://b.example",
        fingerprint: "g",
        scopes: ["gist", "user"],
        updatedAt: book.now(),
      });
      await expect(get(book, book.octocat, before.id)).resolves.toEqual(after);
    });

    test.each([{ note: "a note" }, { ...clients.editor, note: "a note" }])(
      "lets a token keep its own note and fingerprint while another value changes",
      async (request) => {
        const { id } = await made({ ...request, fingerprint: "f" });
        const change = { note: "a note", fingerprint: "f", scopes: ["gist"] };
        await expect(update(book, book.octocat, id, change)).resolves.toMatchObject(change);
      },
    );

    test("empties a note_url and removes a fingerprint with an empty string", async () => {
      const { id } = await made({ note: "a note", noteUrl: "https://a.example", fingerprint: "f" });
      await expect(update(book, book.octocat, id, { noteUrl: "", fingerprint: "" })).resolves.toMatchObject({
        note: "a note",
        noteUrl: "",
        fingerprint: null,
      });
    });

    test.each([
      ["nothing", {}],
      ["what is there already", { note: "a note", fingerprint: "f", scopes: ["gist", "user"] }],
      ["a scope to add that is there", { addScopes: ["gist"] }],
      ["a scope to remove that is not there", { removeScopes: ["repo"] }],
    ])("leaves the time of the last change when it is sent %s", async (_, request) => {
      const before = await made({ note: "a note", fingerprint: "f", scopes: ["gist", "user"] });
      book.move(60);
      await expect(update(book, book.octocat, before.id, request)).resolves.toEqual(before);
      await expect(get(book, book.octocat, before.id)).resolves.toEqual(before);
    });

    test.each([
      ["an empty note", { note: "" }, fieldRefusal("note", "missing_field")],
      ["a note in use", { note: "taken" }, fieldRefusal("note", "already_exists")],
      ["a fingerprint in use", { fingerprint: "taken" }, fieldRefusal("fingerprint", "already_exists")],
      ["an unknown scope", { scopes: ["everything"] }, fieldRefusal("scopes", "custom")],
      ["scopes with add_scopes", { scopes: ["gist"], addScopes: ["user"] }, fieldRefusal("scopes", "custom")],
    ])("refuses %s for a personal token, and changes nothing", async (_, request, refused) => {
      await made({ note: "taken", fingerprint: "taken" });
      const before = await made({ note: "a note" });
      book.move(60);
      const attempt = update(book, book.octocat, before.id, { noteUrl: "https://a.example", ...request });
      await expect(attempt).rejects.toMatchObject(refused);
      await expect(get(book, book.octocat, before.id)).resolves.toEqual(before);
    });

    test.each([
      ["a fingerprint", { fingerprint: "taken" }],
      ["having none", { fingerprint: "" }],
    ])("refuses the slot of another token of the application: %s", async (_, request) => {
      await made({ ...clients.editor, fingerprint: "taken" });
      await made(clients.editor);
      const { id } = await made({ ...clients.editor, fingerprint: "f" });
      const attempt = update(book, book.octocat, id, request);
      await expect(attempt).rejects.toMatchObject(fieldRefusal("fingerprint", "already_exists"));
    });

    test("lets two tokens of an application have one note, and take it away", async () => {
      await made({ ...clients.editor, note: "a note" });
      const { id } = await made({ ...clients.editor, fingerprint: "f" });
      await expect(update(book, book.octocat, id, { note: "a note" })).resolves.toMatchObject({ note: "a note" });
      await expect(update(book, book.octocat, id, { note: "" })).resolves.toMatchObject({ fingerprint: "f" });
    });
  });

  describe("another user's authorization", () => {
    test("is not found, like one that is not there, and stays as it is", async () => {
      const before = await made({ note: "a note" });
      for (const id of [before.id, before.id + 1000]) {
        await expect(get(book, book.hubot, id)).rejects.toMatchObject(refusal("not-found"));
        await expect(update(book, book.hubot, id, { note: "mine" })).rejects.toMatchObject(refusal("not-found"));
        await expect(remove(book, book.hubot, id)).rejects.toMatchObject(refusal("not-found"));
      }
      await expect(get(book, book.octocat, before.id)).resolves.toEqual(before);
    });
  });

  describe("list", () => {
    const ids = async (page: number, perPage: number, clientId?: string) => {
      const found = await list(book, book.octocat, { page, perPage }, clientId);
      return { ids: found.items.map(({ id }) => id), lastPage: found.lastPage };
    };

    test("has the caller's own: personal ones, then by application, by fingerprint with none first", async () => {
      await create(book, book.hubot, { note: "not mine" });
      const robot = await made(clients.robot);
      const editorB = await made({ ...clients.editor, fingerprint: "b" });
      const personal1 = await made({ note: "1", fingerprint: "z" });
      const editor = await made(clients.editor);
      const editorA = await made({ ...clients.editor, fingerprint: "a" });
      const personal2 = await made({ note: "2", fingerprint: "a" });
      const order = [personal1, personal2, editor, editorA, editorB, robot].map(({ id }) => id);
      await expect(ids(1, 6)).resolves.toEqual({ ids: order, lastPage: 1 });
      await expect(ids(2, 4)).resolves.toEqual({ ids: order.slice(4), lastPage: 2 });
      await expect(ids(3, 4)).resolves.toEqual({ ids: [], lastPage: 2 });
      await expect(ids(1, 6, clients.editor.clientId)).resolves.toEqual({ ids: order.slice(2, 5), lastPage: 1 });
    });

    test("has one empty page when there is nothing", async () => {
      await expect(ids(1, 30)).resolves.toEqual({ ids: [], lastPage: 1 });
    });

    test("refuses the client id of no application", async () => {
      await expect(ids(1, 30, "99999999999999999999")).rejects.toMatchObject(refusal("not-found"));
    });
  });
});
