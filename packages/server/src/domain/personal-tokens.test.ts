import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { beforeEach, expect, test } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { create } from "./authorizations.js";
import { get, regenerate } from "./personal-tokens.js";

describeEngines((engine) => {
  const book = useDomain(engine);
  let id: number;
  let token: string;
  beforeEach(async () => {
    const made = await create(book, book.octocat, { note: "mine", scopes: ["repo"] });
    id = made.authorization.id;
    token = assertDefined(made.token);
  });

  const find = (text: string) => book.store.findToken(hashSecret(text), book.now());

  test("a personal token is replaced by another one, with the same note and scopes and a new expiry", async () => {
    book.move(60);
    const expiresAt = new Date(+book.now() + 1000);
    const renewed = await regenerate(book, book.octocat, id, expiresAt);
    expect(renewed).toMatch(/^ghp_[0-9A-Za-z]{36}$/);
    expect(await find(token)).toBeUndefined();
    expect((await find(renewed))?.authorization).toMatchObject({
      ...{ id, note: "mine", scopes: ["repo"], tokenLastEight: renewed.slice(-8) },
      ...{ createdAt: new Date("2026-01-02T03:04:00Z"), updatedAt: book.now(), expiresAt },
    });
    book.move(1);
    expect(await find(renewed)).toBeUndefined();
  });

  test("a change is never before the last one, even when the clock was set back", async () => {
    book.move(-3600);
    await regenerate(book, book.octocat, id, null);
    expect(await get(book, book.octocat, id)).toMatchObject({
      updatedAt: new Date("2026-01-02T03:04:00Z"),
      expiresAt: null,
    });
  });

  test("that of another user, of an application, and one that is not there are not found", async () => {
    const { authorization } = await create(book, book.octocat, { ...clients.editor, scopes: [] });
    const notFound = refusal("not-found");
    for (const [user, wanted] of [
      [book.hubot, id],
      [book.octocat, authorization.id],
      [book.octocat, 99],
    ] as const) {
      await expect(get(book, user, wanted)).rejects.toMatchObject(notFound);
      await expect(regenerate(book, user, wanted, null)).rejects.toMatchObject(notFound);
    }
    expect(await get(book, book.octocat, id)).toMatchObject({ id, application: null });
    expect(await find(token)).toBeDefined();
  });
});
