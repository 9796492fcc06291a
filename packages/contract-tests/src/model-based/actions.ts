import type { ApplicationCredentials } from "@grantbook/client";
import { gemUpdater, type TestServer } from "@grantbook/test-kit/test-server";
import { expect } from "vitest";
import { expectNew, expectTag } from "./expectations.js";
import {
  type Change,
  type Model,
  type ModelAuthorization,
  type NewAuthorization,
  serializeAuthorization,
} from "./model.js";

const pair = ({ clientId, clientSecret }: ApplicationCredentials) => ({
  client_id: clientId,
  client_secret: clientSecret,
});

export async function create(server: TestServer, model: Model, newborn: NewAuthorization): Promise<void> {
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
export async function getOrCreate(
  server: TestServer,
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

/** Changes an authorization: an accepted change is visible, a refused one is not. */
export async function change(
  server: TestServer,
  model: Model,
  authorization: ModelAuthorization,
  body: Change,
): Promise<void> {
  const path = { authorization_id: authorization.id };
  await expectTag(server, model, authorization);
  const answer = await server.as(authorization.user).call("oauth-authorizations/update-authorization", { path, body });
  const refused = model.change(authorization, body);
  expect(answer).toMatchObject(
    refused
      ? { status: 422, body: { errors: [{ field: refused }] } }
      : { status: 200, body: serializeAuthorization(authorization) },
  );
  await expectTag(server, model, authorization);
}

export const goodStatus = {
  "apps/check-token": 200,
  "apps/reset-token": 200,
  "apps/delete-token": 204,
  "apps/delete-authorization": 204,
} as const;
export type ByToken = keyof typeof goodStatus;

/** Calls an operation on a token, valid or not. Only a reset returns a new token. */
export async function doByToken(
  server: TestServer,
  model: Model,
  id: ByToken,
  application: ApplicationCredentials,
  token: string,
) {
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
