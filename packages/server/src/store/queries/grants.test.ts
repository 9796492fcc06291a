import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { createDomain, type TestDomain } from "@grantbook/test-kit/domain-fixture";
import { afterEach, beforeEach, expect, test } from "vitest";

/** Time in milliseconds after a start. */
const at = (ms: number) => new Date(Date.parse("2026-01-02T03:04:00Z") + ms);

describeEngines((engine) => {
  let { store, octocat, hubot, editor, robot }: TestDomain = {} as TestDomain;
  beforeEach(async () => {
    ({ store, octocat, hubot, editor, robot } = await createDomain(engine));
  });
  afterEach(() => store.close());

  const list = async (userId: number, page: number, perPage: number, applicationId: number | null = null) => {
    const { items, lastPage } = await store.listGrants(userId, { page, perPage }, applicationId);
    return [items.map(({ application }) => application.name), lastPage];
  };

  test("a grant is made once, without scopes, and is found by its id and its application", async () => {
    const grant = await store.ensureGrant(octocat.id, editor.id, at(0));
    const { id, clientId, name, url } = editor;
    const application = { id, clientId, name, url };
    expect(grant).toEqual({ id: grant.id, application, scopes: [], createdAt: at(0), updatedAt: at(0) });
    expect(await store.ensureGrant(octocat.id, editor.id, at(5))).toEqual(grant);
    expect([await store.grant(octocat.id, grant.id), await store.grantOf(octocat.id, editor.id)]).toEqual([
      grant,
      grant,
    ]);
    expect([await store.grantOf(octocat.id, robot.id), await store.grant(octocat.id, grant.id + 1)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("the scopes of one grant are changed", async () => {
    const [{ id }, other] = [
      await store.ensureGrant(octocat.id, editor.id, at(0)),
      await store.ensureGrant(octocat.id, robot.id, at(0)),
    ];
    await store.updateGrant(id, ["repo", "gist"], at(5));
    const changed = { scopes: ["repo", "gist"], createdAt: at(0), updatedAt: at(5) };
    expect(await store.grant(octocat.id, id)).toMatchObject(changed);
    expect(await store.grantOf(octocat.id, robot.id)).toEqual(other);
  });

  test("grants are listed page by page, in their order, from either end", async () => {
    const names = ["Robot", "Editor", "Third"];
    const application = { name: "Third", url: "", type: "oauth", expireUserTokens: false, createdAt: at(0) } as const;
    const third = await store.insertApplication({ ...application, clientId: "third", secretHash: "3" });
    for (const { id = 0 } of [robot, editor, third ?? {}]) await store.ensureGrant(octocat.id, id, at(0));
    for (const page of [1, 2, 3, 4]) {
      expect(await list(octocat.id, page, 1)).toEqual([names.slice(page - 1, page), 3]);
      expect(await list(octocat.id, page, 2)).toEqual([names.slice(2 * page - 2, 2 * page), 2]);
    }
    expect(await list(hubot.id, 1, 10)).toEqual([[], 1]);
  });

  test("the grant of an application is a list of one", async () => {
    await store.ensureGrant(octocat.id, editor.id, at(0));
    await store.ensureGrant(octocat.id, robot.id, at(0));
    expect(await list(octocat.id, 1, 10, editor.id)).toEqual([["Editor"], 1]);
    expect(await list(octocat.id, 2, 10, editor.id)).toEqual([[], 1]);
    expect(await list(hubot.id, 1, 10, editor.id)).toEqual([[], 1]);
  });

  test("a grant is deleted once; all of a user go with the tokens of applications", async () => {
    const token = { tokenLastEight: "", note: null, noteUrl: null, fingerprint: null, scopes: [], createdAt: at(0) };
    for (const userId of [octocat.id, hubot.id]) {
      for (const applicationId of [null, editor.id, robot.id]) {
        const tokenHash = `${userId} ${applicationId}`;
        await store.insertAuthorization({
          ...{ ...token, userId, applicationId, tokenHash, expiresAt: null, installation: null },
        });
        if (applicationId !== null) await store.ensureGrant(userId, applicationId, at(0));
      }
    }
    const id = (await store.grantOf(octocat.id, editor.id))?.id ?? 0;
    expect([await store.deleteGrant(octocat.id, id), await store.deleteGrant(octocat.id, id)]).toEqual([true, false]);
    expect(await list(octocat.id, 1, 10)).toEqual([["Robot"], 1]);
    await store.deleteGrants(octocat.id);
    expect([await list(octocat.id, 1, 10), await list(hubot.id, 1, 10)]).toEqual([
      [[], 1],
      [["Editor", "Robot"], 1],
    ]);
    const left = async (userId: number) =>
      (await store.listAuthorizations(userId, { page: 1, perPage: 10 }, null)).items.length;
    expect([await left(octocat.id), await left(hubot.id)]).toEqual([1, 3]);
  });
});
