import * as grants from "../domain/grants.js";
import type { Handlers } from "./handler.js";
import { linkHeader, pageRequest } from "./pagination.js";
import { grantResource } from "./resources.js";

export const grantHandlers = {
  async "oauth-authorizations/list-grants"({ query }, { caller, book, addresses }) {
    const page = await grants.list(book, caller, pageRequest(query), query.client_id);
    return {
      status: 200,
      headers: linkHeader("oauth-authorizations/list-grants", `${addresses.api}/applications/grants`, query, page),
      body: page.items.map((grant) => grantResource(addresses, grant)),
    };
  },

  async "oauth-authorizations/get-grant"({ path }, { caller, book, addresses }) {
    return { status: 200, body: grantResource(addresses, await grants.get(book, caller, path.grant_id)) };
  },

  async "oauth-authorizations/delete-grant"({ path }, { caller, book, addresses, precondition }) {
    await grants.remove(book, caller, path.grant_id, (current) => precondition(grantResource(addresses, current)));
    return { status: 204 };
  },
} satisfies Partial<Handlers>;
