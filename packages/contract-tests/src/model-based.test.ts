import type { ApplicationCredentials, UserCredentials } from "@grantbook/client";
import { defaultPasswordLimits } from "@grantbook/server";
import { authorizationsOf, checkStatus, grantsOf } from "@grantbook/test-kit/arrange";
import { engines } from "@grantbook/test-kit/engines";
import {
  deployer,
  gemUpdater,
  hubot,
  octocat,
  startTestServer,
  type TestServer,
} from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runsWith, seed } from "./arbitraries.js";
import {
  type Change,
  deleteAll,
  Model,
  type ModelAuthorization,
  type NewAuthorization,
  serializeAuthorization,
  serializeGrant,
} from "./model.js";

const users = [octocat, hubot];
const applications = [gemUpdater, deployer];

let inhabited: TestServer;
let server: TestServer;

/** The lists show what the model has: all of it once and in order, and no token. */
async function expectAlike(model: Model): Promise<void> {
  for (const user of users) {
    expect(await authorizationsOf(server, user)).toEqual(model.of(user).map((it) => serializeAuthorization(it)));
    const grants = await grantsOf(server, user);
    expect(grants).toEqual(model.grantsOf(user).map(serializeGrant));
    for (const [index, grant] of model.grantsOf(user).entries()) grant.id = grants[index]?.id ?? 0;
  }
}

/** A token is good for its application as long as it is there. */
async function expectToken(model: Model, token: string, application: ApplicationCredentials): Promise<void> {
  expect(await checkStatus(server, application, token)).toBe(model.withToken(token, application) ? 200 : 404);
}

/** Does something, and looks at once which of the tokens that were good before still are. */
async function ending(model: Model, act: () => Promise<unknown>): Promise<void> {
  const good = model.authorizations.map(({ token, application }) => ({ token, application }));
  await act();
  for (const { token, application } of good) if (application) await expectToken(model, token, application);
}

/** An authorization twice has the same tag, and another than before where something else is to be seen. */
async function expectTag(model: Model, { user, id }: ModelAuthorization): Promise<void> {
  const look = () => server.as(user).call("oauth-authorizations/get-authorization", { path: { authorization_id: id } });
  const { status, body, headers } = await look();
  const { etag = "none" } = headers as { etag?: string };
  expect(status).toBe(200);
  expect(await look()).toMatchObject({ status, body, headers: { etag } });
  const json = JSON.stringify(body);
  const before = model.copies.get(id);
  if (before) expect(etag === before.etag).toBe(json === before.json);
  model.copies.set(id, { etag, json });
}

/** A new authorization shows a token and an id that nobody had before. */
function expectNew(
  model: Model,
  newborn: NewAuthorization,
  { id, token, ...rest }: { id: number; token: string },
): void {
  expect(token).toMatch(newborn.application ? /^gho_[0-9A-Za-z]{36}$/ : /^ghp_[0-9A-Za-z]{36}$/);
  expect(model.tokens).not.toContain(token);
  expect(id).toBeGreaterThan(model.highestId);
  expect({ id, token, ...rest }).toEqual(serializeAuthorization(model.add({ ...newborn, id, token }), token));
}

const pair = ({ clientId, clientSecret }: ApplicationCredentials) => ({
  client_id: clientId,
  client_secret: clientSecret,
});

async function create(model: Model, newborn: NewAuthorization): Promise<void> {
  const { user, application, note, fingerprint, scopes } = newborn;
  const taken = model.taken(newborn);
  const answer = await server.as(user).call("oauth-authorizations/create-authorization", {
    body: {
      note: note ?? "",
      fingerprint: fingerprint ?? "",
      scopes: [...scopes],
      ...(application && pair(application)),
    },
  });
  expect(answer.status).toBe(taken ? 422 : 201);
  if (answer.status === 201) expectNew(model, newborn, answer.body);
  else expect(answer.body).toMatchObject({ errors: [{ code: "already_exists", field: taken }] });
}

/** Asked for twice, it is made once. */
async function getOrCreate(
  model: Model,
  { inPath, ...of }: Omit<NewAuthorization, "note"> & { inPath: boolean },
): Promise<void> {
  const { user, fingerprint, scopes } = of;
  const { client_id, client_secret } = pair(of.application ?? gemUpdater);
  const body = { client_secret, scopes: [...scopes] };
  const id = "oauth-authorizations/get-or-create-authorization-for-app";
  const call = () =>
    inPath && fingerprint !== null
      ? server.as(user).call(`${id}-and-fingerprint`, { path: { client_id, fingerprint }, body })
      : server.as(user).call(id, { path: { client_id }, body: { ...body, fingerprint: fingerprint ?? "" } });
  const found = model.inSlot(of);
  const first = await call();
  expect(first.status).toBe(found ? 200 : 201);
  if (first.status === 201) expectNew(model, { ...of, note: null }, first.body);
  expect(await call()).toMatchObject({
    status: 200,
    body: serializeAuthorization(model.inSlot(of) as ModelAuthorization),
  });
}

/** What is changed is seen, and what is refused is not. */
async function change(model: Model, authorization: ModelAuthorization, body: Change): Promise<void> {
  const path = { authorization_id: authorization.id };
  await expectTag(model, authorization);
  const answer = await server.as(authorization.user).call("oauth-authorizations/update-authorization", { path, body });
  const refused = model.change(authorization, body);
  expect(answer).toMatchObject(
    refused
      ? { status: 422, body: { errors: [{ field: refused }] } }
      : { status: 200, body: serializeAuthorization(authorization) },
  );
  await expectTag(model, authorization);
}

const goodStatus = {
  "apps/check-token": 200,
  "apps/reset-token": 200,
  "apps/delete-token": 204,
  "apps/delete-authorization": 204,
} as const;
type ByToken = keyof typeof goodStatus;

/** What an application does with a token, be it good or not. Only a reset shows one that nobody had before. */
async function doByToken(model: Model, id: ByToken, application: ApplicationCredentials, token: string) {
  const path = { client_id: application.clientId };
  const request = { path, body: { access_token: token } };
  const answer: { status: number; body?: unknown } = await server.as(application).call(id, request);
  const held = model.withToken(token, application);
  expect(answer.status).toBe(held ? goodStatus[id] : 404);
  if (held && id === "apps/delete-token") model.remove(held);
  if (held && id === "apps/delete-authorization") model.removeGrant(held);
  if (!held || answer.status === 204) return;
  if (id === "apps/reset-token") {
    const { token: fresh } = answer.body as { token: string };
    expect(model.tokens).not.toContain(fresh);
    model.reset(held, fresh);
  }
  expect(answer.body).toEqual({
    ...serializeAuthorization(held, held.token),
    user: expect.objectContaining({ login: held.user.login }),
  });
}

type ListId = "oauth-authorizations/list-authorizations" | "oauth-authorizations/list-grants";
type Listing = { user: UserCredentials; per_page: number; only: ApplicationCredentials | null };
type Query = { readonly per_page: number; readonly page?: number; readonly client_id?: string };

/** A client that follows the links sees everything once, whatever others do meanwhile. */
async function follow(model: Model, user: UserCredentials, id: ListId, query: Query, all: readonly object[]) {
  const last = Math.max(1, Math.ceil(all.length / query.per_page));
  const seen: unknown[] = [];
  let next: Query | undefined = query;
  for (let page = 1; next; page++) {
    const { body, headers } = await server.as(user).call(id, { query: next });
    seen.push(...(body as unknown[]));
    const links = linksOf((headers as { link?: string }).link);
    expect(links).toEqual({
      ...(page > 1 ? { first: { ...query, page: 1 }, prev: { ...query, page: page - 1 } } : {}),
      ...(page < last ? { next: { ...query, page: page + 1 }, last: { ...query, page: last } } : {}),
    });
    next = links.next;
    if (page > 1 || !next) continue;
    const [other = user] = users.filter((it) => it !== user);
    const note = `meanwhile ${model.highestId}`;
    await create(model, { user: other, application: null, note, fingerprint: null, scopes: [] });
  }
  expect(seen).toEqual(all);
}

async function list(model: Model, { user, per_page, only }: Listing): Promise<void> {
  const query = { per_page, ...(only && { client_id: only.clientId }) };
  const isListed = (it: { application: ApplicationCredentials | null }) => !only || it.application === only;
  const grants = model.grantsOf(user).filter(isListed).map(serializeGrant);
  const authorizations = model.of(user).filter(isListed);
  const all = authorizations.map((it) => serializeAuthorization(it));
  await follow(model, user, "oauth-authorizations/list-authorizations", query, all);
  await follow(model, user, "oauth-authorizations/list-grants", query, grants);
}

/** The query of each page that a Link header names. */
function linksOf(header = ""): Record<string, Query> {
  const links = [...header.matchAll(/<([^>]*)>; rel="(first|prev|next|last)"/g)].map(([, url = "", relation]) => {
    const { page, per_page = 30, ...rest } = Object.fromEntries(new URL(url).searchParams);
    return [relation, { ...rest, page: Number(page), per_page: Number(per_page) }];
  });
  return Object.fromEntries(links);
}

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
  run: (model: Model, of: T) => Promise<unknown>,
): fc.Arbitrary<fc.AsyncCommand<Model, TestServer>> {
  return fc.record<T>(values).map((of) => ({
    check: () => true,
    toString: () => `${name} ${JSON.stringify(of, (key, value) => (/password|Secret/.test(key) ? undefined : value))}`,
    async run(model) {
      await run(model, of);
      await expectAlike(model);
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
const changing = commands("change", { user, nth, body: changes }, (model, { user, nth, body }) =>
  withOne(model.of(user), nth, (authorization) => change(model, authorization, body)),
);
const listing = commands("list", { user, per_page: pageSize, only: fc.option(application) }, list);
const waiting = commands("wait", { seconds }, async (model, { seconds }) => {
  model.now += seconds * 1000;
  server.clock.now = new Date(model.now);
});
const deleting = commands("delete", { user, nth }, (model, { user, nth }) =>
  withOne(model.of(user), nth, async (authorization) => {
    const path = { authorization_id: authorization.id };
    const answer = await server.as(user).call("oauth-authorizations/delete-authorization", { path });
    expect(answer.status).toBe(204);
    await ending(model, async () => model.remove(authorization));
  }),
);
const deletingGrant = commands("delete grant", { user, nth }, (model, { user, nth }) =>
  withOne(model.grantsOf(user), nth, async (grant) => {
    const path = { grant_id: grant.id ?? 0 };
    const answer = await server.as(user).call("oauth-authorizations/delete-grant", { path });
    expect(answer.status).toBe(204);
    await ending(model, async () => model.removeGrant(grant));
  }),
);
const byGoodToken = commands("by good token", { id: byToken, nth, stranger }, (model, { id, nth, stranger }) =>
  withOne(model.authorizations, nth, ({ token, application }) =>
    ending(model, () => doByToken(model, id, stranger ?? application ?? gemUpdater, token)),
  ),
);
const byAnyToken = commands("by any token", { id: byToken, nth, application }, (model, { id, nth, application }) =>
  withOne(model.tokens, nth, (token) => doByToken(model, id, application, token)),
);

/** What makes and changes comes more often than what takes away. */
const anything = [
  [creating, creating, creating, getting, getting],
  [changing, changing, changing, listing, listing],
  [waiting, deleting, deletingGrant, byGoodToken, byAnyToken],
].flat();

for (const engine of engines) {
  describe.skipIf(engine.missing)(engine.name, () => {
    beforeAll(async () => {
      inhabited = await startTestServer(inProcess, engine);
      // The clock moves a lot: passwords are not to be verified anew for that.
      const passwordLimits = { ...defaultPasswordLimits, cacheTtlMs: Number.MAX_SAFE_INTEGER };
      server = await inhabited.withOverrides({ passwordLimits });
    });

    afterAll(() => inhabited.close());

    test("authorizations, grants and tokens are as a model of them says, whatever is done in whatever order", async () => {
      const property = fc.asyncProperty(fc.commands(anything, { maxCommands: 50, size: "max" }), async (history) => {
        await deleteAll(server, users);
        const model = new Model(applications, server.clock.now.getTime());
        await fc.asyncModelRun(() => ({ model, real: server }), history);
        for (const token of model.tokens) {
          for (const application of applications) await expectToken(model, token, application);
        }
      });
      await fc.assert(property, { seed, numRuns: runsWith(engine, 80) });
    }, 60_000);
  });
}
