import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { clients, useDomain } from "@grantbook/test-kit/domain-fixture";
import { expect, test, vi } from "vitest";
import { type Store, StoreUnavailableError } from "../domain/store.js";
import { applicationWithSecret, findApplicationWithSecret } from "./sign-in.js";

const { clientId, clientSecret } = clients.editor;

describeEngines((engine) => {
  const book = useDomain(engine);

  const lastUse = async () => (await book.store.listClientSecrets(book.editor.id))[0]?.lastUsedAt;
  const at = (text: string) => new Date(`2026-01-02T${text}Z`);

  test("a client secret has the time of its last use, which is recorded once an hour", async () => {
    expect(await lastUse()).toBeNull();
    await applicationWithSecret(book, clientId, clientSecret);
    expect(await lastUse()).toEqual(at("03:04:00"));
    book.move(3599);
    await applicationWithSecret(book, clientId, clientSecret);
    expect(await lastUse()).toEqual(at("03:04:00"));
    book.move(1);
    await applicationWithSecret(book, clientId, clientSecret);
    expect(await lastUse()).toEqual(at("04:04:00"));
  });

  test("only the secret that was sent is used, and only by its own application", async () => {
    await book.store.insertClientSecret(book.editor.id, {
      hash: "0".repeat(64),
      lastEight: "another1",
      createdAt: book.now(),
    });
    await expect(applicationWithSecret(book, clientId, "wrong")).resolves.toBeUndefined();
    await expect(applicationWithSecret(book, clients.robot.clientId, clientSecret)).resolves.toBeUndefined();
    expect(await lastUse()).toBeNull();
    await expect(applicationWithSecret(book, clientId, clientSecret)).resolves.toEqual(book.editor);
    const secrets = await book.store.listClientSecrets(book.editor.id);
    expect(secrets.map(({ lastUsedAt }) => lastUsedAt)).toEqual([null, at("03:04:00")]);
  });

  test("to look an application up records nothing", async () => {
    await expect(findApplicationWithSecret(book.store, clientId, clientSecret)).resolves.toMatchObject({
      application: book.editor,
    });
    expect(await lastUse()).toBeNull();
  });

  test("a use that cannot be written does not keep an application out; another error is no secret", async () => {
    const storeThat = (error: Error): Store => ({ ...book.store, touchClientSecret: () => Promise.reject(error) });
    const full = storeThat(new StoreUnavailableError(new Error("database or disk is full")));
    await expect(applicationWithSecret({ ...book, store: full }, clientId, clientSecret)).resolves.toEqual(book.editor);
    const broken = storeThat(new Error("no such column"));
    await expect(applicationWithSecret({ ...book, store: broken }, clientId, clientSecret)).rejects.toThrow(
      "no such column",
    );
  });

  test("a row whose secret has another digest is no match", async () => {
    const found = await findApplicationWithSecret(book.store, clientId, clientSecret);
    vi.spyOn(book.store, "applicationForSecret").mockResolvedValue(found);
    await expect(findApplicationWithSecret(book.store, clientId, "wrong")).resolves.toBeUndefined();
    await expect(findApplicationWithSecret(book.store, clientId, clientSecret)).resolves.toEqual(found);
  });
});
