import type { ApplicationCredentials } from "@grantbook/client";
import { authorizationsOf, checkStatus, grantsOf } from "@grantbook/test-kit/arrange";
import { hubot, octocat, type TestServer } from "@grantbook/test-kit/test-server";
import { expect } from "vitest";
import {
  type Model,
  type ModelAuthorization,
  type NewAuthorization,
  serializeAuthorization,
  serializeGrant,
} from "./model.js";

export const users = [octocat, hubot];

/** The lists show what the model has: all of it once and in order, and no token. */
export async function expectAlike(server: TestServer, model: Model): Promise<void> {
  for (const user of users) {
    expect(await authorizationsOf(server, user)).toEqual(model.of(user).map((it) => serializeAuthorization(it)));
    const grants = await grantsOf(server, user);
    expect(grants).toEqual(model.grantsOf(user).map(serializeGrant));
    for (const [index, grant] of model.grantsOf(user).entries()) grant.id = grants[index]?.id ?? 0;
  }
}

/** A token is good for its application as long as it is there. */
export async function expectToken(
  server: TestServer,
  model: Model,
  token: string,
  application: ApplicationCredentials,
): Promise<void> {
  expect(await checkStatus(server, application, token)).toBe(model.withToken(token, application) ? 200 : 404);
}

/** Does something, and looks at once which of the tokens that were good before still are. */
export async function ending(server: TestServer, model: Model, act: () => Promise<unknown>): Promise<void> {
  const good = model.authorizations.map(({ token, application }) => ({ token, application }));
  await act();
  for (const { token, application } of good) if (application) await expectToken(server, model, token, application);
}

/** An authorization twice has the same tag, and another than before where something else is to be seen. */
export async function expectTag(server: TestServer, model: Model, { user, id }: ModelAuthorization): Promise<void> {
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

/** Expects a new authorization to have an unused id and a new token. */
export function expectNew(
  model: Model,
  newborn: NewAuthorization,
  { id, token, ...rest }: { id: number; token: string },
): void {
  expect(token).toMatch(newborn.application ? /^gho_[0-9A-Za-z]{36}$/ : /^ghp_[0-9A-Za-z]{36}$/);
  expect(model.tokens).not.toContain(token);
  expect(id).toBeGreaterThan(model.highestId);
  expect({ id, token, ...rest }).toEqual(serializeAuthorization(model.add({ ...newborn, id, token }), token));
}
