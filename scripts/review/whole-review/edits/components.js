// Edits of schemas, shared responses and facts about the whole API.

/** @type {import("./requests.js").Edit[]} */
export const componentEdits = [
  {
    file: "components/schemas/authorization.yaml",
    path: ["properties", "note", "type"],
    to: "string",
    expected:
      'minor PATCH /applications/{client_id}/token, response 200, `note` [many]: `type` changed from ["null","string"] to "string".',
  },
  {
    file: "components/schemas/authorization.yaml",
    path: ["properties", "url", "type"],
    to: ["string", "null"],
    expected:
      "major PATCH /applications/{client_id}/token, response 200, `url` [many]: Type of `url` widened from 'string' to 'null | string'.",
  },
  {
    file: "components/schemas/authorization.yaml",
    path: ["properties", "colour"],
    to: { type: "string" },
    expected: "minor PATCH /applications/{client_id}/token, response 200, `colour` [many]: The field was added.",
  },
  {
    file: "components/schemas/authorization.yaml",
    path: ["properties", "expires_at", "format"],
    to: "date",
    expected:
      "major PATCH /applications/{client_id}/token, response 200, `expires_at` [many]: `format` of `expires_at` changed from 'date-time' to 'date'.",
  },
  {
    file: "components/schemas/application-grant.yaml",
    path: ["properties", "user"],
    at: ["properties"],
    expected: "major GET /applications/grants, response 200, `[].user` [2]: Property `user` was removed.",
  },
  {
    file: "components/schemas/application-grant.yaml",
    path: ["required"],
    to: ["id", "url", "app", "created_at", "updated_at"],
    expected: "major GET /applications/grants, response 200, `[]` [2]: Properties are no longer required: `scopes`.",
  },
  {
    file: "components/schemas/application-grant.yaml",
    path: ["properties", "scopes", "items", "type"],
    to: "integer",
    expected:
      "major GET /applications/grants, response 200, `[].scopes[]` [2]: Type widened from 'string' to 'integer'.",
  },
  {
    file: "components/schemas/basic-error.yaml",
    path: ["required"],
    to: ["message"],
    expected: 'minor GET /, response 401 [many]: `required` was added: ["message"].',
  },
  {
    file: "components/schemas/basic-error.yaml",
    path: ["description"],
    to: "Error.",
    expected: "patch GET /, response 401 [many]: `description` changed from …",
  },
  {
    file: "components/schemas/validation-error.yaml",
    path: ["properties", "errors", "items", "required"],
    at: ["properties", "errors", "items"],
    expected:
      "major GET /applications/grants, response 422, `errors[]` [many]: Properties are no longer required: `code`.",
  },
  {
    file: "components/schemas/api-overview.yaml",
    path: ["properties", "installed_version", "type"],
    to: "number",
    expected:
      "major GET /meta, response 200, `installed_version` [1]: Type of `installed_version` widened from 'string' to 'number'.",
  },
  {
    file: "components/schemas/application.yaml",
    path: ["required"],
    at: [],
    expected:
      "major GET /applications/grants, response 200, `[].app` [many]: Properties of `app` are no longer required: `client_id`, `name`, `url`.",
  },
  {
    file: "components/responses.yaml",
    path: ["bad-request", "headers", "Vary"],
    to: { description: "Vary.", schema: { type: "string" } },
    expected: "minor DELETE /applications/{client_id}/grant, response 400, header `Vary` [many]: The header was added.",
  },
  {
    file: "components/responses.yaml",
    path: ["user-authentication-required", "headers", "X-GitHub-OTP"],
    at: ["user-authentication-required", "headers"],
    expected: "major GET /, response 401, header `X-GitHub-OTP` [many]: Response header `X-GitHub-OTP` was removed.",
  },
  {
    file: "components/responses.yaml",
    path: ["not-modified-unsafe", "x-unreachable"],
    at: ["not-modified-unsafe"],
    expected: "minor DELETE /applications/grants/{grant_id}, response 304 [4]: `x-unreachable` was removed; it was …",
  },
  {
    file: "components/responses.yaml",
    path: ["bad-request", "description"],
    to: "Bad request.",
    expected: "patch DELETE /applications/{client_id}/grant, response 400 [many]: `description` changed from …",
  },
  {
    file: "scopes.yaml",
    path: ["repo"],
    to: [],
    expected:
      "major the description [0]: `repo` does not include `repo:status`, `repo_deployment`, `public_repo`, `repo:invite`, `security_events` any more.",
  },
  {
    file: "openapi.yaml",
    path: ["x-body-limit"],
    to: 1024,
    expected: "major the description [0]: `x-body-limit` changed from 65536 to 1024.",
  },
  {
    file: "openapi.yaml",
    path: ["x-timelines", "2020-11-13", "notice"],
    to: "https://example.com",
    expected: "minor the description [0]: `2020-11-13 notice` changed from …",
  },
  {
    file: "openapi.yaml",
    path: ["servers", 0, "variables", "protocol", "enum"],
    to: ["https"],
    expected:
      'major servers / 0 / variables / protocol [0]: `enum` changed from ["http","https"] to ["https"]. Clients that use the lost value have no server.',
  },
];
