import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, createDomain, type TestDomain } from "@grantbook/test-kit/domain-fixture";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { NewUser } from "../../domain/store.js";

/** Time in milliseconds after a start. */
const at = (ms: number) => new Date(Date.parse("2026-01-02T03:04:00Z") + ms);

describeEngines((engine) => {
  let { store, octocat, hubot }: TestDomain = {} as TestDomain;
  beforeEach(async () => {
    ({ store, octocat, hubot } = await createDomain(engine));
  });
  afterEach(() => store.close());

  const insert = async (values: Partial<NewUser> = {}) =>
    assertDefined(
      await store.insertUser({
        login: "Mona",
        name: "Mona Lisa",
        siteAdmin: false,
        passwordHash: "$argon2id$mona",
        sealedOtpSecret: null,
        createdAt: at(0),
        ...values,
      }),
    );
  const home = { email: "Mona@home.example", primary: true, verified: true, visibility: "public" } as const;
  const work = { email: "mona@work.example", primary: false, verified: false, visibility: null } as const;

  test("a user is found by id and by login, as it was stored", async () => {
    const mona = await insert();
    expect(mona).toEqual({ id: mona.id, login: "Mona", name: "Mona Lisa", email: null, siteAdmin: false });
    expect(await store.user(mona.id)).toEqual(mona);
    expect(await store.user(mona.id + 1)).toBeUndefined();
    const credentials = { user: mona, passwordHash: "$argon2id$mona", sealedOtpSecret: null, suspended: false };
    expect(await store.credentials("mONA")).toEqual(credentials);
    const record = { user: mona, twoFactor: false, suspendedAt: null, createdAt: at(0) };
    expect(await store.userRecord("mONA")).toEqual(record);
    expect([await store.credentials("mon"), await store.userRecord("mon")]).toEqual([undefined, undefined]);
  });

  test("an administrator, a name that is missing and two-factor authentication are stored", async () => {
    const mona = await insert({ name: null, siteAdmin: true, sealedOtpSecret: "sealed", emails: [work, home] });
    expect(mona).toMatchObject({ name: null, siteAdmin: true, email: "Mona@home.example" });
    expect(await store.credentials("mona")).toMatchObject({ user: mona, sealedOtpSecret: "sealed" });
    expect(await store.userRecord("mona")).toMatchObject({ user: mona, twoFactor: true });
  });

  test("e-mail addresses keep their order; only a public one is in the profile", async () => {
    const { id } = await insert({ emails: [work, home] });
    expect(await store.listEmails(id)).toEqual([work, home]);
    expect(await store.listEmails(octocat.id)).toEqual([]);
    const hidden = { ...home, visibility: "private" } as const;
    expect(await insert({ login: "lisa", emails: [hidden] })).toMatchObject({ email: null });
  });

  test("users are listed by id, after another one, with the primary address also when it is private", async () => {
    const mona = await insert({ emails: [work, { ...home, visibility: "private" }] });
    await store.setSuspended(mona.id, at(5));
    expect(await store.listUsers(hubot.id, 10)).toEqual([
      { user: mona, twoFactor: false, suspendedAt: at(5), createdAt: at(0), primaryEmail: "Mona@home.example" },
    ]);
    const first = await store.listUsers(0, 2);
    expect(first.map(({ user, twoFactor, primaryEmail }) => [user.login, twoFactor, primaryEmail])).toEqual([
      ["octocat", false, null],
      ["hubot", true, null],
    ]);
  });

  test("the step of a one-time code only goes forward, for each user", async () => {
    const mona = await insert();
    expect(await store.useOtpStep(mona.id, 10)).toBe(true);
    expect(await store.useOtpStep(mona.id, 10)).toBe(false);
    expect(await store.useOtpStep(mona.id, 9)).toBe(false);
    expect(await store.useOtpStep(mona.id, 11)).toBe(true);
    expect(await store.useOtpStep(hubot.id, 9)).toBe(true);
  });

  test("a suspended user stays suspended until it is let in again", async () => {
    const mona = await insert();
    const suspended = async () => [
      (await store.credentials("mona"))?.suspended,
      (await store.userRecord("mona"))?.suspendedAt,
    ];
    await store.setSuspended(mona.id, at(0));
    expect(await suspended()).toEqual([true, at(0)]);
    await store.setSuspended(mona.id, null);
    expect(await suspended()).toEqual([false, null]);
  });

  test("a password is replaced for one user", async () => {
    const mona = await insert();
    const before = await store.credentials("octocat");
    await store.setPasswordHash(mona.id, "$argon2id$new");
    expect(await store.credentials("mona")).toMatchObject({ passwordHash: "$argon2id$new" });
    expect(await store.credentials("octocat")).toEqual(before);
  });

  test("secrets of one-time codes are counted and listed by user, after another one", async () => {
    const { id } = await insert({ sealedOtpSecret: "sealed" });
    expect(await store.countOtpSecrets()).toBe(2);
    expect(await store.listOtpSecrets(hubot.id, 10)).toEqual([{ userId: id, sealedOtpSecret: "sealed" }]);
    expect((await store.listOtpSecrets(0, 1)).map(({ userId }) => userId)).toEqual([hubot.id]);
    await store.setOtpSecret(id, null);
    expect(await store.countOtpSecrets()).toBe(1);
    expect(await store.listOtpSecrets(hubot.id, 10)).toEqual([]);
  });
});
