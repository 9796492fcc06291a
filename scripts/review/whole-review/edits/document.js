// Edits of paths, operations, references and servers.

const token = "paths/applications_{client_id}_token.yaml";
const scoped = "paths/applications_{client_id}_token_scoped.yaml";
const grants = "paths/applications_grants.yaml";
const schema = ["requestBody", "content", "application/json", "schema"];

/** @type {import("./requests.js").Edit[]} */
export const documentEdits = [
  {
    file: "openapi.yaml",
    path: ["paths", "/meta"],
    at: ["paths"],
    expected: "major GET /meta [1]: The operation was removed.",
  },
  {
    file: "openapi.yaml",
    path: ["paths", "/whoami"],
    to: { $ref: "paths/user.yaml" },
    at: ["paths", "/whoami", "$ref"],
    expected: "minor GET /whoami [1]: `$ref` to `openapi/paths/user.yaml#/` is new. The operation was added.",
  },
  { file: "openapi.yaml", path: ["info", "title"], to: "Tokens", expected: "patch info [0]: `title` changed from …" },
  {
    file: "openapi.yaml",
    path: ["components", "securitySchemes", "token", "scheme"],
    to: "basic",
    expected:
      "major components / securitySchemes / token [0]: `scheme` of security scheme `token` changed from 'bearer' to 'basic'.",
  },
  {
    file: "openapi.yaml",
    path: ["servers", 0, "variables", "protocol", "default"],
    to: "https",
    expected:
      'major servers / 0 / variables / protocol [0]: `default` changed from "http" to "https". Clients that leave it out get something else.',
  },
  {
    file: "openapi.yaml",
    path: ["tags", 0, "x-displayName"],
    to: "Tokens",
    expected: "patch tags / 0 [0]: `x-displayName` changed from …",
  },
  {
    file: grants,
    path: ["get", "operationId"],
    to: "oauth-authorizations/grants",
    expected:
      "major GET /applications/grants [1]: `operationId` of operation `GET /applications/grants` changed from 'oauth-authorizations/list-grants' to 'oauth-authorizations/grants'.",
  },
  {
    file: grants,
    path: ["get", "x-method"],
    to: "grants.all",
    expected: 'major GET /applications/grants [1]: `x-method` changed from "grants.list" to "grants.all".',
  },
  {
    file: grants,
    path: ["get", "responses", "403"],
    to: { $ref: "../components/responses.yaml#/rate-limited" },
    at: ["get", "responses", "403", "$ref"],
    expected:
      "major GET /applications/grants, response 403 [1]: `$ref` leads to `openapi/components/responses.yaml#/rate-limited` now, and led to `openapi/components/responses.yaml#/forbidden`. …",
  },
  {
    file: grants,
    path: ["get", "responses", "409"],
    to: { description: "Conflict." },
    expected: "minor GET /applications/grants, response 409 [1]: The response was added.",
  },
  {
    file: grants,
    path: ["get", "parameters", 0],
    at: ["get", "parameters"],
    expected: "major GET /applications/grants, header `accept` [1]: `accept` header parameter was removed.",
  },
  {
    file: grants,
    path: ["get", "x-github", "removalDate"],
    to: "2021-05-05",
    expected: 'major GET /applications/grants [1]: `removalDate` changed from "2020-11-13" to "2021-05-05".',
  },
  {
    file: token,
    path: ["post", "parameters", 4],
    to: { name: "trace", in: "query", required: true, schema: { type: "string" } },
    expected:
      "major POST /applications/{client_id}/token, query `trace` [1]: Required `trace` query parameter was added.",
  },
  {
    file: token,
    path: ["post", "responses", "200", "headers"],
    at: ["post", "responses", "200"],
    expected:
      "major POST /applications/{client_id}/token, response 200 [1]: All headers of response `200` were removed.",
  },
  {
    file: token,
    path: ["patch", "responses", "200", "content", "application/json", "schema", "$ref"],
    to: "../components/schemas/application-grant.yaml",
    expected:
      "major PATCH /applications/{client_id}/token, response 200 [1]: `$ref` leads to `openapi/components/schemas/application-grant.yaml#/` now, and led to `openapi/components/schemas/authorization.yaml#/`. …",
  },
  {
    file: token,
    path: ["patch", "tags"],
    to: ["compatibility"],
    expected: 'patch PATCH /applications/{client_id}/token [1]: `tags` changed from ["apps"] to ["compatibility"].',
  },
  {
    file: token,
    path: ["delete", "externalDocs", "url"],
    to: "https://example.com",
    expected: "patch DELETE /applications/{client_id}/token [1]: `url` changed from …",
  },
  {
    file: scoped,
    path: ["post", ...schema, "additionalProperties"],
    to: false,
    expected:
      "major POST /applications/{client_id}/token/scoped, request [1]: `additionalProperties` was set to 'false'.",
  },
  {
    file: scoped,
    path: ["post", "x-unheard"],
    to: true,
    expected:
      "major POST /applications/{client_id}/token/scoped [1]: `x-unheard` was added: true. No rule in scripts/review/extensions.js says what it means.",
  },
  {
    file: scoped,
    path: ["post", "requestBody", "content", "text/plain"],
    to: { schema: { type: "string" } },
    expected: "minor POST /applications/{client_id}/token/scoped, request, text/plain [1]: The media type was added.",
  },
];
