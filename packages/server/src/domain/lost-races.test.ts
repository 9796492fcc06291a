import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, refusal, type TestDomain, useDomain } from "@grantbook/test-kit/domain-fixture";
import { engineVariants } from "@grantbook/test-kit/engines";
import { beforeEach, describe, expect, test } from "vitest";
import * as authorizations from "./authorizations.js";
import * as grants from "./grants.js";
import type { Queries, Store } from "./store.js";
import * as tokens from "./tokens.js";

describeEngines((engine) => {
  describe("what is gone when a transaction comes to it", () => {
    const book = useDomain(engine);
    let id: number;
    let token: string;
    beforeEach(async () => {
      const made = await authorizations.create(book, book.octocat, { ...clients.editor, scopes: ["gist"] });
      id = made.authorization.id;
      token = assertDefined(made.token);
    });

    /** The domain, with other answers within transactions: those of a store in which another process was first. */
    function storeWith(answers: Partial<Queries>): TestDomain {
      const { store } = book;
      const transactionOf: Store["transactionOf"] = (userId, work) =>
        store.transactionOf(userId, (queries) => work(Object.assign(Object.create(queries), answers)));
      return { ...book, store: { ...store, transactionOf } };
    }
    const gone = async () => false;
    const grantId = async () => assertDefined(await book.store.grantOf(book.octocat.id, book.editor.id)).id;

    test.each<[string, Partial<Queries>, (domain: TestDomain) => Promise<unknown>]>([
      [
        "a token that is deleted",
        { deleteAuthorization: gone },
        (domain) => authorizations.remove(domain, domain.octocat, id),
      ],
      [
        "a token that is revoked",
        { deleteAuthorization: gone },
        (domain) => tokens.revoke(domain, domain.editor, token),
      ],
      ["a token that is reset", { replaceToken: gone }, (domain) => tokens.reset(domain, domain.editor, token)],
      [
        "a grant that is deleted",
        { deleteGrant: gone },
        async (domain) => grants.remove(domain, domain.octocat, await grantId()),
      ],
      [
        "a grant that is revoked",
        { grantOf: async () => undefined },
        (domain) => tokens.revokeGrant(domain, domain.editor, token),
      ],
      [
        "a grant that is deleted under its revocation",
        { deleteGrant: gone },
        (domain) => tokens.revokeGrant(domain, domain.editor, token),
      ],
    ])("%s is not found, and nothing is changed", async (_, answers, work) => {
      await expect(work(storeWith(answers))).rejects.toMatchObject(refusal("not-found"));
      await expect(tokens.check(book, book.editor, token)).resolves.toMatchObject({ authorization: { id } });
      await expect(book.store.grantOf(book.octocat.id, book.editor.id)).resolves.toMatchObject({ scopes: ["gist"] });
    });
  });
}, engineVariants);
