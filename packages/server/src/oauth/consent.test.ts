import { expect, test } from "vitest";
import type { Grant } from "../domain/model.js";
import { type ConsentRequest, decideConsent } from "./consent.js";
import type { RegisteredApplication } from "./model.js";

const grantOf = (...scopes: string[]) => ({ scopes }) as unknown as Grant;
const app = (type: "oauth" | "github", consent: "ask" | "always" | "never" = "ask") =>
  ({ type, consent }) as RegisteredApplication;
const oauth = app("oauth");

test.each<[string, Omit<ConsentRequest, "mustAsk"> & { mustAsk?: boolean }, object]>([
  [
    "all that was granted, to a request without the parameter",
    { application: oauth, grant: grantOf("repo", "gist"), requested: undefined },
    { kind: "granted", scopes: ["repo", "gist"] },
  ],
  [
    "those that a request names, of what was granted",
    { application: oauth, grant: grantOf("repo", "gist"), requested: ["public_repo"] },
    { kind: "granted", scopes: ["public_repo"] },
  ],
  [
    "none, to a request for none",
    { application: oauth, grant: grantOf("repo"), requested: [] },
    { kind: "granted", scopes: [] },
  ],
  [
    "more than was granted, when the user consents",
    { application: oauth, grant: grantOf("repo"), requested: ["user", "repo", "user:email"] },
    { kind: "ask", scopes: ["user", "repo"], added: ["user"] },
  ],
  [
    "public data, when a user who granted nothing consents",
    { application: oauth, grant: undefined, requested: undefined },
    { kind: "ask", scopes: [], added: [] },
  ],
  [
    "what was granted, when the user must be asked",
    { application: oauth, grant: grantOf("repo"), requested: ["repo"], mustAsk: true },
    { kind: "ask", scopes: ["repo"], added: [] },
  ],
  [
    "no scopes to a GitHub App",
    { application: app("github"), grant: grantOf("repo"), requested: ["repo"] },
    { kind: "granted", scopes: [] },
  ],
  [
    "no scopes to a GitHub App that is new",
    { application: app("github"), grant: undefined, requested: ["repo"] },
    { kind: "ask", scopes: [], added: [] },
  ],
  [
    "everything, by the rule `always`",
    { application: app("oauth", "always"), grant: undefined, requested: ["repo"], mustAsk: true },
    { kind: "granted", scopes: ["repo"] },
  ],
  [
    "nothing, by the rule `never`",
    { application: app("oauth", "never"), grant: grantOf("repo"), requested: ["repo"] },
    { kind: "denied", scopes: ["repo"] },
  ],
])("an application gets %s", (_, { mustAsk = false, ...request }, decision) => {
  expect(decideConsent({ ...request, mustAsk })).toEqual(decision);
});
