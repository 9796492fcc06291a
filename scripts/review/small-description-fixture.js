// Descriptions with an operation each, as small as the generators of types allow.
import { stringify } from "yaml";

/** Description of the API: one operation, which answers with a user. */
export const api = () => ({
  openapi: "3.1.0",
  info: { title: "Test", version: "0.1.0" },
  paths: {
    "/user": {
      get: {
        operationId: "users/get",
        "x-method": "users.get",
        summary: "Get",
        security: [{ user: [] }],
        externalDocs: { url: "https://docs.test" },
        parameters: [{ name: "page", in: "query", schema: { type: "integer", default: 1 } }],
        responses: {
          200: {
            description: "Done.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/user" } } },
          },
        },
      },
    },
  },
  components: {
    responses: {},
    securitySchemes: { user: { type: "http", scheme: "basic" } },
    schemas: {
      user: {
        type: "object",
        required: ["id", "login"],
        properties: { id: { type: "integer" }, login: { type: "string" } },
      },
    },
  },
});

/** Description of the flows: one operation. */
export const flows = () => ({
  openapi: "3.1.0",
  info: { title: "Flows", version: "0.1.0" },
  paths: {
    "/login": {
      post: { operationId: "flows/login", responses: { 200: { description: "Done.", headers: {} } } },
    },
  },
  components: { responses: {} },
});

/**
 * Files of both descriptions, after edits of them.
 * @param {(api: any, flows: any) => void} [edit]
 */
export function files(edit = () => {}) {
  const [first, second] = [api(), flows()];
  edit(first, second);
  return { "openapi/openapi.yaml": stringify(first), "openapi/flows.yaml": stringify(second) };
}
