import type { FlowOperations } from "@grantbook/contract";
import type { HeaderName } from "./sources.js";
import { always } from "./table.js";

type Names = readonly HeaderName[];

const content: Names = ["Content-Length", "Content-Type"];
/** Headers of every response at the site itself, which is not for scripts of other sites, and is never stored. */
const ofSite: Names = [
  ...(["Cache-Control", "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"] as const),
  ...(["X-Frame-Options", "X-GitHub-Request-Id", "Connection", "Date", "Keep-Alive", ...content] as const),
];
const exchange = {
  200: ofSite,
  400: ofSite,
  404: ofSite,
  413: ofSite,
  415: [...ofSite, "Accept-Encoding"],
  422: ofSite,
  500: ofSite,
  503: [...ofSite, "Retry-After"],
} as const;

const ofApi: Names = [...always, ...content];
/** Once the token is known, its scopes are sent. */
const withToken: Names = [...ofApi, "X-Accepted-OAuth-Scopes", "X-OAuth-Client-Id", "X-OAuth-Scopes"];

/** Headers of each response of the flows. GitHub's own were not recorded; the names are those of its API. */
export const flowTable: {
  readonly [Id in keyof FlowOperations]: { readonly [Status in keyof FlowOperations[Id]["responses"]]: Names };
} = {
  "oauth/create-device-code": exchange,
  "oauth/create-access-token": exchange,
  "graphql/query": {
    200: withToken,
    400: withToken,
    401: ofApi,
    403: withToken,
    413: withToken,
    415: [...withToken, "Accept-Encoding"],
    422: withToken,
    500: ofApi,
    503: [...ofApi, "Retry-After"],
  },
};
