import * as grants from "../domain/grants.js";
import type { Handlers } from "./handler.js";
import { linkHeader, pageRequest } from "./pagination.js";
import { serializeGrant } from "./serializers.js";

export const grantHandlers = {
  async "oauth-authorizations/list-grants"({ query, sentQuery }, { caller, domain, baseUrls }) {
    const page = await grants.list(domain, caller, pageRequest(query), query.client_id);
    return {
      status: 200,
      headers: linkHeader(`${baseUrls.api}/applications/grants`, sentQuery, page),
      body: page.items.map((grant) => serializeGrant(baseUrls, grant)),
    };
  },

  async "oauth-authorizations/get-grant"({ path }, { caller, domain, baseUrls }) {
    return { status: 200, body: serializeGrant(baseUrls, await grants.get(domain, caller, path.grant_id)) };
  },

  async "oauth-authorizations/delete-grant"({ path }, context) {
    const { caller, domain, baseUrls } = context;
    await grants.remove(domain, caller, path.grant_id, (current) =>
      context.checkPreconditions(serializeGrant(baseUrls, current)),
    );
    return { status: 204 };
  },
} satisfies Partial<Handlers>;
