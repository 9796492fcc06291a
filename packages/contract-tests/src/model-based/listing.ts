import type { ApplicationCredentials, UserCredentials } from "@grantbook/client";
import type { TestServer } from "@grantbook/test-kit/test-server";
import { expect } from "vitest";
import { create } from "./actions.js";
import { users } from "./expectations.js";
import { type Model, serializeAuthorization, serializeGrant } from "./model.js";

type ListId = "oauth-authorizations/list-authorizations" | "oauth-authorizations/list-grants";
type Listing = { user: UserCredentials; per_page: number; only: ApplicationCredentials | null };
type Query = { readonly per_page: number; readonly page?: number; readonly client_id?: string };

/** A client that follows the links sees everything once, whatever others do meanwhile. */
async function follow(
  server: TestServer,
  model: Model,
  user: UserCredentials,
  id: ListId,
  query: Query,
  all: readonly object[],
) {
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
    await create(server, model, { user: other, application: null, note, fingerprint: null, scopes: [] });
  }
  expect(seen).toEqual(all);
}

export async function list(server: TestServer, model: Model, { user, per_page, only }: Listing): Promise<void> {
  const query = { per_page, ...(only && { client_id: only.clientId }) };
  const isListed = (it: { application: ApplicationCredentials | null }) => !only || it.application === only;
  const grants = model.grantsOf(user).filter(isListed).map(serializeGrant);
  const authorizations = model.of(user).filter(isListed);
  const all = authorizations.map((it) => serializeAuthorization(it));
  await follow(server, model, user, "oauth-authorizations/list-authorizations", query, all);
  await follow(server, model, user, "oauth-authorizations/list-grants", query, grants);
}

/** The query of each page that a Link header names. */
function linksOf(header = ""): Record<string, Query> {
  const links = [...header.matchAll(/<([^>]*)>; rel="(first|prev|next|last)"/g)].map(([, url = "", relation]) => {
    const { page, per_page = 30, ...rest } = Object.fromEntries(new URL(url).searchParams);
    return [relation, { ...rest, page: Number(page), per_page: Number(per_page) }];
  });
  return Object.fromEntries(links);
}
