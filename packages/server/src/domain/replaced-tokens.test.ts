import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, useDomain } from "@grantbook/test-kit/domain-fixture";
import { expect, test } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { replaceTokenInSlot } from "./replaced-tokens.js";

const slot = { login: "octocat", clientId: clients.editor.clientId, fingerprint: "laptop", scopes: ["repo"] };

describeEngines((engine) => {
  const book = useDomain(engine);

  const find = (text: string) => book.store.findToken(hashSecret(text), book.now());

  test("a new token takes the place of the one in the slot, and of no other", async () => {
    const first = assertDefined(await replaceTokenInSlot(book, slot));
    const other = assertDefined(await replaceTokenInSlot(book, { ...slot, fingerprint: "phone", scopes: [] }));
    book.move(60);
    const second = assertDefined(await replaceTokenInSlot(book, { ...slot, scopes: ["gist"] }));
    expect(await find(first.token)).toBeUndefined();
    expect(await find(other.token)).toBeDefined();
    expect(await find(second.token)).toMatchObject({
      user: { login: "octocat" },
      authorization: {
        ...{ id: second.authorizationId, fingerprint: "laptop", scopes: ["gist"], createdAt: book.now() },
        application: { clientId: clients.editor.clientId },
      },
    });
    const grant = await book.store.grantOf(book.octocat.id, book.editor.id);
    expect([first.grantId, other.grantId, second.grantId]).toEqual(Array(3).fill(grant?.id));
    expect(grant?.scopes).toEqual(["gist"]);
  });

  test("the time is the present, unless a clock is given", async () => {
    const before = Date.now();
    const { token } = assertDefined(await replaceTokenInSlot({ store: book.store }, slot));
    const createdAt = assertDefined(await find(token)).authorization.createdAt.getTime();
    expect(createdAt).toBeGreaterThanOrEqual(before);
    expect(createdAt).toBeLessThanOrEqual(Date.now());
  });

  test("there is none for an unknown user or application", async () => {
    expect(await replaceTokenInSlot(book, { ...slot, login: "nobody" })).toBeUndefined();
    expect(await replaceTokenInSlot(book, { ...slot, clientId: "unknown" })).toBeUndefined();
  });
});
