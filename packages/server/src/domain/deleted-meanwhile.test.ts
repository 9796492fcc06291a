import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { clients, refusal, type TestDomain, useDomain } from "@grantbook/test-kit/domain-fixture";
import { engineVariants } from "@grantbook/test-kit/engines";
import { describe, expect, test } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { create, getOrCreate } from "./authorizations.js";
import type { Store } from "./store.js";

describeEngines((engine) => {
  describe("between the lookup of an application and the transaction", () => {
    const book = useDomain(engine);

    /** The domain, with something that an administrator does just before each transaction. */
    const after = (meanwhile: (store: Store) => Promise<unknown>): TestDomain => {
      const { store } = book;
      const transactionOf: Store["transactionOf"] = async (userId, work) => {
        await meanwhile(store);
        return store.transactionOf(userId, work);
      };
      return { ...book, store: { ...store, transactionOf } };
    };
    const { clientId, clientSecret } = clients.editor;

    test.each([
      ["is deleted", (store: Store) => store.transaction((queries) => queries.deleteApplication(book.editor.id))],
      [
        "gets another secret",
        (store: Store) =>
          store.replaceClientSecrets(book.editor.id, { hash: hashSecret("another"), createdAt: book.now() }),
      ],
    ])("it %s: no token is made, and no grant", async (_, meanwhile) => {
      const unknown = refusal("application-unknown");
      const changed = after(meanwhile);
      const request = { scopes: ["gist"] };
      await expect(getOrCreate(changed, book.octocat, clientId, clientSecret, request)).rejects.toMatchObject(unknown);
      await expect(create(changed, book.octocat, { ...clients.editor, ...request })).rejects.toMatchObject(unknown);
      const { items } = await book.store.listAuthorizations(book.octocat.id, { page: 1, perPage: 100 }, null);
      expect(items).toEqual([]);
      await expect(book.store.grantOf(book.octocat.id, book.editor.id)).resolves.toBeUndefined();
    });
  });
}, engineVariants);
