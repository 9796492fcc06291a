// Edits of requests and of shared parameters and headers.

/**
 * @typedef {object} Edit
 * @property {string} file below openapi/
 * @property {(string | number)[]} path of the value in the file
 * @property {any} [to] new value; without it, the value is removed
 * @property {(string | number)[]} [at] path of the reported line; default: that of the value
 * @property {string | string[]} expected `rating where [number of operations, or many]: what`, perhaps cut by "…"
 */

const token = "paths/applications_{client_id}_token.yaml";
const create = "paths/authorizations.yaml";
const grants = "paths/applications_grants.yaml";
const schema = ["requestBody", "content", "application/json", "schema"];

/** @type {Edit[]} */
export const requestEdits = [
  {
    file: token,
    path: ["post", ...schema, "properties", "access_token", "maxLength"],
    to: 100,
    expected:
      "major POST /applications/{client_id}/token, request, `access_token` [1]: `maxLength` of `access_token` changed from '255' to '100'.",
  },
  {
    file: create,
    path: ["post", ...schema, "properties", "client_secret", "maxLength"],
    to: 300,
    expected: "minor POST /authorizations, request, `client_secret` [1]: `maxLength` changed from 40 to 300.",
  },
  {
    file: token,
    path: ["delete", "requestBody", "required"],
    to: false,
    expected: "minor DELETE /applications/{client_id}/token, request [1]: `required` was removed; it was true.",
  },
  {
    file: create,
    path: ["post", ...schema, "properties", "note", "maxLength"],
    expected: "minor POST /authorizations, request, `note` [1]: `maxLength` was removed; it was 255.",
  },
  {
    file: create,
    path: ["post", ...schema, "properties", "scopes", "maxItems"],
    to: 50,
    expected: "major POST /authorizations, request, `scopes` [1]: `maxItems` of `scopes` changed from '100' to '50'.",
  },
  {
    file: create,
    path: ["post", ...schema, "properties", "note_url", "pattern"],
    to: "^https://",
    expected:
      "major POST /authorizations, request, `note_url` [1]: `pattern` of `note_url` changed from '^(https?://[^\\s]+)?$' to '^https://'.",
  },
  {
    file: create,
    path: ["post", ...schema, "properties", "client_id", "type"],
    to: ["string", "null"],
    expected:
      'minor POST /authorizations, request, `client_id` [1]: `type` changed from "string" to ["null","string"].',
  },
  {
    file: create,
    path: ["post", ...schema, "required"],
    to: ["note"],
    expected: "major POST /authorizations, request [1]: Properties became required: `note`.",
  },
  {
    file: create,
    path: ["post", ...schema, "properties", "colour"],
    to: { type: "string", description: "Colour." },
    expected: "minor POST /authorizations, request, `colour` [1]: The field was added.",
  },
  {
    file: create,
    path: ["post", ...schema, "properties", "fingerprint"],
    at: ["post", ...schema, "properties"],
    expected:
      "major POST /authorizations, request, `fingerprint` [1]: The field was removed. What a client sends in it has no effect any more.",
  },
  {
    file: create,
    path: ["get", "summary"],
    to: "List tokens",
    expected: "patch GET /authorizations [1]: `summary` changed from …",
  },
  {
    file: create,
    path: ["get", "responses", "304"],
    at: ["get", "responses"],
    expected: "major GET /authorizations, response 304 [1]: Response `304` was removed.",
  },
  {
    file: grants,
    path: ["get", "security"],
    to: [{ token: [] }],
    expected: [
      "major GET /applications/grants [1]: Callers who sign in with `user` are refused now.",
      "minor GET /applications/grants [1]: Callers may sign in with `token` now.",
    ],
  },
  {
    file: grants,
    path: ["get", "deprecated"],
    at: ["get"],
    expected: "minor GET /applications/grants [1]: `deprecated` was removed; it was true.",
  },
  {
    file: "components/parameters.yaml",
    path: ["per-page", "schema", "default"],
    to: 20,
    expected:
      "major GET /applications/grants, query `per_page` [many]: `default` changed from 30 to 20. Clients that leave it out get something else.",
  },
  {
    file: "components/parameters.yaml",
    path: ["page", "schema", "x-clamp"],
    to: [1, 500],
    expected: "major GET /applications/grants, query `page` [many]: `x-clamp` changed from [1,1000000000] to [1,500].",
  },
  {
    file: "components/parameters.yaml",
    path: ["api-version", "schema", "enum"],
    to: ["2022-11-28"],
    expected: "major GET /, header `X-GitHub-Api-Version` [many]: Enum lost values: '2026-03-10'.",
  },
  {
    file: "components/parameters.yaml",
    path: ["grant-id", "schema", "format"],
    at: ["grant-id", "schema"],
    expected:
      'minor DELETE /applications/grants/{grant_id}, path `grant_id` [2]: `format` was removed; it was "int64".',
  },
  {
    file: "components/headers.yaml",
    path: ["link", "schema", "type"],
    to: "integer",
    expected:
      "major GET /applications/grants, response 200, header `Link` [2]: Type widened from 'string' to 'integer'.",
  },
  {
    file: "components/headers.yaml",
    path: ["etag-of-a-read", "example"],
    to: "other",
    expected: "patch GET /, response 200, header `ETag` [many]: `example` changed from …",
  },
];
