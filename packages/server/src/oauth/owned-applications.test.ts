import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { beforeEach, expect, test } from "vitest";
import { findApplicationWithSecret } from "../auth/sign-in.js";
import type { Queries } from "../domain/store.js";
import {
  addClientSecret,
  deleteClientSecret,
  get,
  register,
  remove,
  revokeUserTokens,
  update,
} from "./owned-applications.js";
import { issueToken } from "./tokens.js";

const details = { name: "My app", url: "https://my.example", callbackUrls: ["https://my.example/back"] };
const change = {
  name: "New name",
  url: "https://new.example",
  callbackUrls: [],
  deviceFlow: true,
  expireUserTokens: true,
};

describeEngines((engine) => {
  const book = useDomain(engine);
  let id: number;
  let clientSecret: string;
  beforeEach(async () => {
    ({ id, clientSecret } = await register(book, book.octocat, details));
  });

  const own = () => get(book, book.octocat, id);
  const secrets = () => book.store.listClientSecrets(id);
  const isValid = async (secret: string) =>
    (await findApplicationWithSecret(book.store, (await own()).clientId, secret)) !== undefined;

  test("a user registers an application, and manages it", async () => {
    expect(await own()).toMatchObject({
      ...details,
      id,
      clientId: expect.stringMatching(/^[0-9a-f]{20}$/),
      type: "oauth",
      deviceFlow: false,
      expireUserTokens: false,
      consent: "ask",
      ownerLogin: "octocat",
    });
    expect(clientSecret).toMatch(/^[0-9a-f]{40}$/);
    expect(await isValid(clientSecret)).toBe(true);
    await update(book, book.octocat, id, change);
    expect(await own()).toMatchObject(change);
    await remove(book, book.octocat, id);
    await expect(own()).rejects.toMatchObject(refusal("not-found"));
  });

  test("that of another user is not found, and not changed", async () => {
    const before = await own();
    const [secret] = await secrets();
    for (const attempt of [
      () => get(book, book.hubot, id),
      () => update(book, book.hubot, id, change),
      () => addClientSecret(book, book.hubot, id),
      () => deleteClientSecret(book, book.hubot, id, assertDefined(secret).id),
      () => revokeUserTokens(book, book.hubot, id),
      () => remove(book, book.hubot, id),
    ]) {
      await expect(attempt()).rejects.toMatchObject(refusal("not-found"));
    }
    expect([await own(), await secrets()]).toEqual([before, [secret]]);
  });

  test.each([
    [99, undefined],
    [100, "You have 100 applications. Delete one first."],
  ])("a user who has %i gets: %s", async (count, problem) => {
    const { store } = book;
    const listOwnedApplications = async () => Array(count);
    const counted = Object.assign(Object.create(store), {
      transaction: (work: (queries: Queries) => Promise<unknown>) =>
        store.transaction((queries) => work(Object.assign(Object.create(queries), { listOwnedApplications }))),
    });
    const outcome = await register({ ...book, store: counted }, book.octocat, details).catch((error) => error.reason);
    expect(outcome).toMatchObject(problem ? { code: "too-many", problem } : { id: expect.any(Number) });
  });

  test("nothing is registered where the client id is taken", async () => {
    const { store } = book;
    const transaction = (work: (queries: Queries) => Promise<unknown>) =>
      store.transaction((queries) =>
        work(Object.assign(Object.create(queries), { insertApplication: async () => undefined })),
      );
    const taken = Object.assign(Object.create(store), { transaction });
    await expect(register({ ...book, store: taken }, book.octocat, details)).rejects.toThrow(
      "A generated client id is taken.",
    );
  });

  test("an application has ten client secrets; all of them are valid, until one is deleted", async () => {
    book.move(60);
    const added = [];
    for (let count = 0; count < 9; count += 1) added.push(await addClientSecret(book, book.octocat, id));
    await expect(addClientSecret(book, book.octocat, id)).rejects.toMatchObject({
      reason: { code: "too-many", problem: "The application has 10 client secrets. Delete one first." },
    });
    const [newest] = await secrets();
    expect(newest).toEqual({
      id: expect.any(Number),
      lastEight: added[8]?.slice(-8),
      createdAt: book.now(),
      lastUsedAt: null,
    });
    expect(await Promise.all([clientSecret, ...added].map(isValid))).toEqual(Array(10).fill(true));
    await deleteClientSecret(book, book.octocat, id, assertDefined(newest).id);
    expect(await Promise.all([clientSecret, ...added].map(isValid))).toEqual([...Array(9).fill(true), false]);
    await expect(deleteClientSecret(book, book.octocat, id, assertDefined(newest).id)).rejects.toMatchObject(
      refusal("not-found"),
    );
  });

  test("the last client secret stays; one that is not there is not found", async () => {
    const [secret] = await secrets();
    const last = assertDefined(secret).id;
    await expect(deleteClientSecret(book, book.octocat, id, last + 1)).rejects.toMatchObject(refusal("not-found"));
    await expect(deleteClientSecret(book, book.octocat, id, last)).rejects.toMatchObject({
      reason: {
        code: "too-few",
        problem: "An application needs a client secret. Generate another one before you delete this one.",
      },
    });
    expect(await isValid(clientSecret)).toBe(true);
  });

  test("to revoke the tokens of all users leaves the grants", async () => {
    const application = await own();
    for (const { id: userId } of [book.octocat, book.hubot]) {
      await book.store.transactionOf(userId, (queries) =>
        issueToken(book, queries, application, { userId, scopes: ["repo"], origin: "web" }),
      );
    }
    await revokeUserTokens(book, book.octocat, id);
    for (const { id: userId } of [book.octocat, book.hubot]) {
      expect(await book.store.listFlowTokens(userId, id)).toEqual([]);
      expect(await book.store.grantOf(userId, id)).toMatchObject({ scopes: ["repo"] });
    }
  });
});
