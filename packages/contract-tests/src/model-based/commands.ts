import { deployer, gemUpdater, type TestServer } from "@grantbook/test-kit/test-server";
import fc from "fast-check";
import { expect } from "vitest";
import { type ByToken, change, create, doByToken, getOrCreate, goodStatus } from "./actions.js";
import { ending, expectAlike, users } from "./expectations.js";
import { list } from "./listing.js";
import type { Change, Model } from "./model.js";

export const applications = [gemUpdater, deployer];

const user = fc.constantFrom(...users);
const application = fc.constantFrom(...applications);
const fingerprint = fc.constantFrom(null, "a", "b");
const note = fc.constantFrom("one", "two", "three");
const scopes = fc.array(fc.constantFrom("repo", "user", "gist", "repo:status"), { maxLength: 3 });
const nth = fc.nat({ max: 50 });
const emptied = fc.constantFrom("", "a", "b");
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ scopes }),
  fc.record({ add_scopes: scopes, remove_scopes: scopes }, { requiredKeys: [] }),
  fc.record({ note, fingerprint: emptied }, { requiredKeys: [] }),
  fc.record({ scopes, add_scopes: scopes, remove_scopes: scopes, note, fingerprint: emptied }, { requiredKeys: [] }),
);
/** Seldom another user's. */
const stranger = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: application });
const byToken = fc.constantFrom(...(Object.keys(goodStatus) as ByToken[]));
const pageSize = fc.oneof(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 100 }));
/** Also back, as a clock may be set; `updated_at` does not follow it there. */
const seconds = fc.oneof(fc.nat({ max: 100_000 }), fc.integer({ min: -100_000, max: 0 }));

/** Commands of one kind, which differ in values. After each, the server and the model are compared. */
function commands<T extends object>(
  name: string,
  values: { [K in keyof T]: fc.Arbitrary<T[K]> },
  run: (server: TestServer, model: Model, of: T) => Promise<unknown>,
): fc.Arbitrary<fc.AsyncCommand<Model, TestServer>> {
  return fc.record<T>(values).map((of) => ({
    check: () => true,
    toString: () => `${name} ${JSON.stringify(of, (key, value) => (/password|Secret/.test(key) ? undefined : value))}`,
    async run(model, server) {
      await run(server, model, of);
      await expectAlike(server, model);
    },
  }));
}

/** One of a list, where it has any. */
async function withOne<T>(list: readonly T[], nth: number, act: (item: T) => Promise<unknown>): Promise<void> {
  const item = list[nth % list.length];
  if (item !== undefined) await act(item);
}

const creating = commands(
  "create",
  { user, application: fc.option(application, { freq: 3 }), note, fingerprint, scopes },
  create,
);
const inPath = fc.boolean();
const getting = commands("get or create", { user, application, fingerprint, scopes, inPath }, getOrCreate);
const changing = commands("change", { user, nth, body: changes }, (server, model, { user, nth, body }) =>
  withOne(model.of(user), nth, (authorization) => change(server, model, authorization, body)),
);
const listing = commands("list", { user, per_page: pageSize, only: fc.option(application) }, list);
const waiting = commands("wait", { seconds }, async (server, model, { seconds }) => {
  model.now += seconds * 1000;
  server.clock.now = new Date(model.now);
});
const deleting = commands("delete", { user, nth }, (server, model, { user, nth }) =>
  withOne(model.of(user), nth, async (authorization) => {
    const path = { authorization_id: authorization.id };
    const answer = await server.as(user).call("oauth-authorizations/delete-authorization", { path });
    expect(answer.status).toBe(204);
    await ending(server, model, async () => model.remove(authorization));
  }),
);
const deletingGrant = commands("delete grant", { user, nth }, (server, model, { user, nth }) =>
  withOne(model.grantsOf(user), nth, async (grant) => {
    const path = { grant_id: grant.id ?? 0 };
    const answer = await server.as(user).call("oauth-authorizations/delete-grant", { path });
    expect(answer.status).toBe(204);
    await ending(server, model, async () => model.removeGrant(grant));
  }),
);
const byGoodToken = commands("by good token", { id: byToken, nth, stranger }, (server, model, { id, nth, stranger }) =>
  withOne(model.authorizations, nth, ({ token, application }) =>
    ending(server, model, () => doByToken(server, model, id, stranger ?? application ?? gemUpdater, token)),
  ),
);
const byAnyToken = commands(
  "by any token",
  { id: byToken, nth, application },
  (server, model, { id, nth, application }) =>
    withOne(model.tokens, nth, (token) => doByToken(server, model, id, application, token)),
);

/** Commands that create and change are more frequent than those that delete. */
export const anything = [
  [creating, creating, creating, getting, getting],
  [changing, changing, changing, listing, listing],
  [waiting, deleting, deletingGrant, byGoodToken, byAnyToken],
].flat();
