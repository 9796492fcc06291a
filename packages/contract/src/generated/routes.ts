// Generated from openapi/ by `npm run generate`. Do not edit.
import type { Route } from "../route.js";
import type { operations } from "./types.js";

/** Every operation of the description, one a line. */
export const routes = {
  "meta/root": {"method":"GET","path":"/","caller":"anyone","removal":null,"defaults":{},"statuses":[200,304,400,401,403,500,503],"unreachable":[]},
  "oauth-authorizations/list-grants": {"method":"GET","path":"/applications/grants","caller":"user","removal":"2020-11-13","defaults":{"per_page":30,"page":1},"statuses":[200,304,400,401,403,404,422,500,503],"unreachable":[]},
  "oauth-authorizations/get-grant": {"method":"GET","path":"/applications/grants/{grant_id}","caller":"user","removal":"2020-11-13","defaults":{},"statuses":[200,304,400,401,403,404,500,503],"unreachable":[]},
  "oauth-authorizations/delete-grant": {"method":"DELETE","path":"/applications/grants/{grant_id}","caller":"user","removal":"2020-11-13","defaults":{},"statuses":[204,304,400,401,403,404,412,500,503],"unreachable":[304]},
  "apps/delete-authorization": {"method":"DELETE","path":"/applications/{client_id}/grant","caller":"application","removal":null,"defaults":{},"statuses":[204,400,401,403,404,412,413,422,500,503],"unreachable":[]},
  "apps/revoke-grant-for-application": {"method":"DELETE","path":"/applications/{client_id}/grants/{access_token}","caller":"application","removal":"2021-05-05","defaults":{},"statuses":[204,400,401,403,404,412,422,500,503],"unreachable":[]},
  "apps/check-token": {"method":"POST","path":"/applications/{client_id}/token","caller":"application","removal":null,"defaults":{},"statuses":[200,400,401,403,404,412,413,422,500,503],"unreachable":[]},
  "apps/delete-token": {"method":"DELETE","path":"/applications/{client_id}/token","caller":"application","removal":null,"defaults":{},"statuses":[204,400,401,403,404,412,413,422,500,503],"unreachable":[]},
  "apps/reset-token": {"method":"PATCH","path":"/applications/{client_id}/token","caller":"application","removal":null,"defaults":{},"statuses":[200,400,401,403,404,412,413,422,500,503],"unreachable":[]},
  "apps/scope-token": {"method":"POST","path":"/applications/{client_id}/token/scoped","caller":"application","removal":null,"defaults":{},"statuses":[200,400,401,403,404,412,413,422,500,503],"unreachable":[]},
  "apps/check-authorization": {"method":"GET","path":"/applications/{client_id}/tokens/{access_token}","caller":"application","removal":"2021-05-05","defaults":{},"statuses":[200,304,400,401,403,404,422,500,503],"unreachable":[]},
  "apps/reset-authorization": {"method":"POST","path":"/applications/{client_id}/tokens/{access_token}","caller":"application","removal":"2021-05-05","defaults":{},"statuses":[200,400,401,403,404,412,422,500,503],"unreachable":[]},
  "apps/revoke-authorization-for-application": {"method":"DELETE","path":"/applications/{client_id}/tokens/{access_token}","caller":"application","removal":"2021-05-05","defaults":{},"statuses":[204,400,401,403,404,412,422,500,503],"unreachable":[]},
  "oauth-authorizations/list-authorizations": {"method":"GET","path":"/authorizations","caller":"user","removal":"2020-11-13","defaults":{"per_page":30,"page":1},"statuses":[200,304,400,401,403,404,422,500,503],"unreachable":[]},
  "oauth-authorizations/create-authorization": {"method":"POST","path":"/authorizations","caller":"user","removal":"2020-11-13","defaults":{},"statuses":[201,304,400,401,403,410,412,413,422,500,503],"unreachable":[304]},
  "oauth-authorizations/get-or-create-authorization-for-app": {"method":"PUT","path":"/authorizations/clients/{client_id}","caller":"user","removal":"2020-11-13","defaults":{},"statuses":[200,201,304,400,401,403,404,412,413,422,500,503],"unreachable":[304]},
  "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint": {"method":"PUT","path":"/authorizations/clients/{client_id}/{fingerprint}","caller":"user","removal":"2020-11-13","defaults":{},"statuses":[200,201,400,401,403,404,412,413,422,500,503],"unreachable":[]},
  "oauth-authorizations/get-authorization": {"method":"GET","path":"/authorizations/{authorization_id}","caller":"user","removal":"2020-11-13","defaults":{},"statuses":[200,304,400,401,403,404,500,503],"unreachable":[]},
  "oauth-authorizations/update-authorization-by-post": {"method":"POST","path":"/authorizations/{authorization_id}","caller":"user","removal":"2020-11-13","defaults":{},"statuses":[200,400,401,403,404,412,413,422,500,503],"unreachable":[]},
  "oauth-authorizations/delete-authorization": {"method":"DELETE","path":"/authorizations/{authorization_id}","caller":"user","removal":"2020-11-13","defaults":{},"statuses":[204,304,400,401,403,404,412,500,503],"unreachable":[304]},
  "oauth-authorizations/update-authorization": {"method":"PATCH","path":"/authorizations/{authorization_id}","caller":"user","removal":"2020-11-13","defaults":{},"statuses":[200,400,401,403,404,412,413,422,500,503],"unreachable":[]},
  "meta/get": {"method":"GET","path":"/meta","caller":"anyone","removal":null,"defaults":{},"statuses":[200,304,400,401,403,500,503],"unreachable":[]},
  "users/get-authenticated": {"method":"GET","path":"/user","caller":"token","removal":null,"defaults":{},"statuses":[200,304,400,401,403,500,503],"unreachable":[]},
} as const satisfies Record<keyof operations, Route>;
