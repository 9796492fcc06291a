import { Refusal } from "../domain/refusal.js";
import type { HandlerContext, Handlers } from "./handler.js";
import { linkHeader, singlePage } from "./pagination.js";
import { serializePublicUser } from "./serializers.js";

/** Operations on users. There are no organizations and no teams, so their lists are empty. */
export const userHandlers = {
  async "users/get-authenticated"(_request, context) {
    return publicUser(context, context.caller.user.login);
  },

  async "users/get-by-username"({ path }, context) {
    return publicUser(context, path.username);
  },

  async "users/list-emails-for-authenticated-user"({ query, sentQuery }, { caller, domain, baseUrls }) {
    const page = singlePage(await domain.store.listEmails(caller.user.id), query);
    return {
      status: 200,
      headers: linkHeader(`${baseUrls.api}/user/emails`, sentQuery, page),
      body: [...page.items],
    };
  },

  async "orgs/list-for-authenticated-user"({ query, sentQuery }, { baseUrls }) {
    const page = singlePage<never>([], query);
    return { status: 200, headers: linkHeader(`${baseUrls.api}/user/orgs`, sentQuery, page), body: [] };
  },

  async "teams/list-for-authenticated-user"({ query, sentQuery }, { baseUrls }) {
    const page = singlePage<never>([], query);
    return { status: 200, headers: linkHeader(`${baseUrls.api}/user/teams`, sentQuery, page), body: [] };
  },
} satisfies Partial<Handlers>;

async function publicUser({ domain, baseUrls }: HandlerContext, login: string) {
  const found = await domain.store.userRecord(login);
  if (!found) throw new Refusal({ code: "not-found" });
  return { status: 200 as const, body: serializePublicUser(baseUrls, found) };
}
