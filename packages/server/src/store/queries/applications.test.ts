import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, createDomain, type TestDomain } from "@grantbook/test-kit/domain-fixture";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashSecret } from "../../auth/credentials.js";
import type { NewApplication, NewAuthorization } from "../../domain/store.js";
import { joinUrls, splitUrls } from "./applications.js";

/** Time in milliseconds after a start. */
const at = (ms: number) => new Date(Date.parse("2026-01-02T03:04:00Z") + ms);

const callbackUrls = ["https://new.example/a", "https://new.example/b"];

describeEngines((engine) => {
  let { store, octocat, hubot, editor, robot }: TestDomain = {} as TestDomain;
  beforeEach(async () => {
    ({ store, octocat, hubot, editor, robot } = await createDomain(engine));
  });
  afterEach(() => store.close());

  const insert = async (values: Partial<NewApplication> = {}) =>
    assertDefined(
      await store.insertApplication({
        clientId: "new",
        secretHash: hashSecret("new"),
        name: "New",
        url: "https://new.example",
        type: "oauth",
        expireUserTokens: false,
        createdAt: at(0),
        ...values,
      }),
    );
  const authorize = (userId: number, applicationId: number | null, values: Partial<NewAuthorization> = {}) =>
    store.insertAuthorization({
      userId,
      applicationId,
      tokenHash: `token ${userId} ${applicationId} ${values.fingerprint}`,
      tokenLastEight: "12345678",
      note: null,
      noteUrl: null,
      fingerprint: null,
      scopes: [],
      createdAt: at(0),
      expiresAt: null,
      installation: null,
      ...values,
    });

  describe("an application", () => {
    test("is found by its client id and by its name, as it was stored", async () => {
      const plain = await insert();
      const other = { clientId: "Iv1", name: "Bot", url: "https://bot.example", type: "github" as const };
      const bot = await insert({ ...other, expireUserTokens: true });
      const { id } = plain;
      expect(plain).toEqual({
        id,
        clientId: "new",
        name: "New",
        url: "https://new.example",
        type: "oauth",
        expireUserTokens: false,
      });
      expect(bot).toEqual({ id: expect.any(Number), ...other, expireUserTokens: true });
      expect([await store.application("new"), await store.applicationByName("New")]).toEqual([plain, plain]);
      expect([await store.application("Iv1"), await store.applicationByName("Bot")]).toEqual([bot, bot]);
      expect([await store.application("New"), await store.applicationByName("new")]).toEqual([undefined, undefined]);
    });

    test("has no properties of the sign-in flows but those it was stored with", async () => {
      const plain = await insert();
      const none = { callbackUrls: [], deviceFlow: false, consent: "ask", ownerId: null, ownerLogin: null };
      expect(await store.registeredApplication("new")).toEqual({ ...plain, ...none });
      expect(await store.registeredApplicationById(plain.id)).toEqual({ ...plain, ...none });
      for (const consent of ["ask", "always", "never"] as const) {
        const flows = { callbackUrls, deviceFlow: true, consent, ownerId: octocat.id };
        const application = await insert({ clientId: consent, ...flows });
        const all = { ...application, ...flows, ownerLogin: "octocat" };
        expect(await store.registeredApplication(consent)).toEqual(all);
      }
      expect(await store.registeredApplication("nothing")).toBeUndefined();
      expect(await store.registeredApplicationById(0)).toBeUndefined();
    });

    test("is listed by id, after another one", async () => {
      const { id } = await insert();
      const listed = {
        id,
        clientId: "new",
        name: "New",
        url: "https://new.example",
        type: "oauth",
        createdAt: at(0),
      };
      expect(await store.listApplications(robot.id, 10)).toEqual([listed]);
      expect((await store.listApplications(0, 2)).map(({ name }) => name)).toEqual(["Editor", "Robot"]);
    });

    test("is deleted with its grants and tokens, which are counted, and nothing of another", async () => {
      for (const [user, application] of [
        [octocat, editor],
        [hubot, editor],
        [octocat, robot],
      ] as const) {
        await authorize(user.id, application.id);
        await store.ensureGrant(user.id, application.id, at(0));
      }
      await authorize(octocat.id, null);
      expect(await store.deleteApplication(editor.id)).toBe(2);
      expect(await store.deleteApplication(editor.id)).toBe(0);
      expect(await store.application(editor.clientId)).toBeUndefined();
      const page = { page: 1, perPage: 10 };
      const { items } = await store.listAuthorizations(octocat.id, page, null);
      expect(items.map(({ application }) => application?.name)).toEqual([undefined, "Robot"]);
      const grants = await store.listGrants(octocat.id, page, null);
      expect(grants.items.map(({ application }) => application.name)).toEqual(["Robot"]);
      expect((await store.listGrants(hubot.id, page, null)).items).toEqual([]);
    });
  });

  describe("an application of a user", () => {
    const change = { name: "Changed", url: "https://changed.example", callbackUrls, deviceFlow: true };

    test("is found and listed for its owner only", async () => {
      const first = await insert({ ownerId: octocat.id });
      const second = await insert({ clientId: "second", ownerId: octocat.id, type: "github" });
      expect(await store.ownedApplication(octocat.id, first.id)).toMatchObject({ ...first, ownerLogin: "octocat" });
      expect(await store.ownedApplication(hubot.id, first.id)).toBeUndefined();
      expect(await store.ownedApplication(octocat.id, editor.id)).toBeUndefined();
      expect(await store.listOwnedApplications(octocat.id)).toMatchObject([first, second]);
      expect(await store.listOwnedApplications(hubot.id)).toEqual([]);
    });

    test("is changed in the name of its owner only", async () => {
      const { id } = await insert({ ownerId: octocat.id });
      const before = assertDefined(await store.ownedApplication(octocat.id, id));
      await store.updateOwnedApplication(hubot.id, id, { ...change, expireUserTokens: true });
      expect(await store.ownedApplication(octocat.id, id)).toEqual(before);
      await store.updateOwnedApplication(octocat.id, id, { ...change, expireUserTokens: true });
      const changed = { ...before, ...change, expireUserTokens: true };
      expect(await store.ownedApplication(octocat.id, id)).toEqual(changed);
      const less = { callbackUrls: [], deviceFlow: false, expireUserTokens: false };
      await store.updateOwnedApplication(octocat.id, id, { ...change, ...less });
      expect(await store.ownedApplication(octocat.id, id)).toEqual({ ...changed, ...less });
    });

    test("loses all tokens of its users, and all codes for one", async () => {
      for (const { id: applicationId } of [editor, robot]) {
        await authorize(octocat.id, applicationId);
        const code = { applicationId, scopes: [], expiresAt: at(100) };
        const ofUser = { userId: octocat.id, redirectUri: null, challenge: null };
        await store.insertAuthorizationCode({ ...code, ...ofUser, codeHash: `code ${applicationId}` });
        const hashes = { deviceHash: `device ${applicationId}`, userCodeHash: `user ${applicationId}` };
        await store.insertDeviceCode({ ...code, ...hashes, address: "192.0.2.1", createdAt: at(0) });
      }
      await store.deleteUserTokens(editor.id);
      const left = ({ id }: { readonly id: number }) =>
        Promise.all([
          store.authorizationInSlot(octocat.id, id, null),
          store.authorizationCode(id, `code ${id}`),
          store.deviceCode(`device ${id}`),
        ]);
      expect(await left(editor)).toEqual([undefined, undefined, undefined]);
      expect(await left(robot)).toEqual([expect.anything(), expect.anything(), expect.anything()]);
    });
  });

  describe("a client secret", () => {
    const find = (hash: string) => store.applicationForSecret("new", hash);
    const [first, second] = [hashSecret("new"), hashSecret("second")];

    test("is stored with its application, which it finds", async () => {
      const application = await insert({ secretLastEight: "abcdefgh" });
      const id = assertDefined((await store.listClientSecrets(application.id))[0]).id;
      expect(await find(first)).toEqual({ application, secret: { id, hash: first, lastUsedAt: null } });
      expect(await find(second)).toBeUndefined();
      expect(await store.applicationForSecret("nothing", first)).toBeUndefined();
    });

    test("is listed with the others of its application, the newest first, and deleted with the application's name", async () => {
      const { id } = await insert();
      await store.insertClientSecret(id, { hash: second, lastEight: "abcdefgh", createdAt: at(1) });
      const [newer, older] = await store.listClientSecrets(id);
      const unused = { id: expect.any(Number), lastUsedAt: null };
      expect(newer).toEqual({ ...unused, lastEight: "abcdefgh", createdAt: at(1) });
      expect(older).toEqual({ ...unused, lastEight: null, createdAt: at(0) });
      expect(await store.deleteClientSecret(editor.id, newer?.id ?? 0)).toBe(false);
      expect(await store.deleteClientSecret(id, newer?.id ?? 0)).toBe(true);
      expect(await store.deleteClientSecret(id, newer?.id ?? 0)).toBe(false);
      expect(await store.listClientSecrets(id)).toEqual([older]);
    });

    test("replaces all others of its application", async () => {
      const { id } = await insert();
      await store.replaceClientSecrets(id, { hash: second, createdAt: at(1) });
      expect(await store.listClientSecrets(id)).toMatchObject([{ lastEight: null, createdAt: at(1) }]);
      expect([await find(first), await find(second)]).toEqual([undefined, expect.anything()]);
      expect(await store.listClientSecrets(editor.id)).toHaveLength(1);
      await store.replaceClientSecrets(id, { hash: first, lastEight: "abcdefgh", createdAt: at(2) });
      expect(await store.listClientSecrets(id)).toMatchObject([{ lastEight: "abcdefgh", createdAt: at(2) }]);
    });

    test("has the time of its last use", async () => {
      const { id } = await insert();
      const secretId = assertDefined(await find(first)).secret.id;
      const used = async () => assertDefined(await find(first)).secret.lastUsedAt;
      await store.touchClientSecret(editor.id, secretId, at(5));
      expect(await used()).toBeNull();
      await store.touchClientSecret(id, secretId, at(5));
      expect(await used()).toEqual(at(5));
      // Requests may end in another order than they began.
      await store.touchClientSecret(id, secretId, at(4));
      expect(await used()).toEqual(at(5));
      expect(await store.listClientSecrets(id)).toMatchObject([{ lastUsedAt: at(5) }]);
    });
  });
});

test.each([
  [[], null],
  [["https://a.example"], "https://a.example"],
  [["https://a.example", "https://b.example"], "https://a.example\nhttps://b.example"],
])("callback URLs are stored a line each: %j", (urls, text) => {
  expect(joinUrls(urls)).toBe(text);
  expect(splitUrls(text)).toEqual(urls);
});

test("a text without callback URLs has none", () => {
  expect(splitUrls("")).toEqual([]);
});
