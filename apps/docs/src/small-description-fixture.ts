import type { OpenApiDocument } from "@grantbook/contract";
import { type Entry, entriesOf } from "./description.js";
import type { Guide } from "./guides.js";

/** Response that declares a shared one. */
const shared = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** Headers that are components. */
const headers = (entries: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(entries).map(([name, component]) => [name, { $ref: `#/components/headers/${component}` }]),
  );

const json = (schema: unknown, examples: unknown) => ({ content: { "application/json": { schema, examples } } });
const github = (anchor: string) => ({ url: `https://docs.github.com/rest#${anchor}` });
const id = { $ref: "#/components/parameters/authorization-id" };
const clientId = { $ref: "#/components/parameters/client-id" };

const paths = {
  "/": {
    get: {
      operationId: "meta/root",
      "x-method": "meta.root",
      summary: "List the operations",
      description: "Lists **addresses**.",
      tags: ["related"],
      externalDocs: github("root"),
      security: [{}, { token: [] }],
      parameters: [],
      responses: {
        200: {
          description: "The addresses.",
          ...json({ type: "object" }, { all: { summary: "All", value: { a: 1 } } }),
        },
      },
    },
  },
  "/applications/{client_id}/token": {
    post: {
      operationId: "apps/check-token",
      "x-method": "tokens.check",
      summary: "Check a token",
      description: "Checks a token.",
      tags: ["apps"],
      externalDocs: github("check"),
      security: [{ application: [] }],
      parameters: [clientId, { $ref: "#/components/parameters/otp" }],
      requestBody: {
        required: true,
        ...json(
          {
            type: "object",
            required: ["access_token"],
            additionalProperties: false,
            properties: { access_token: { type: "string", description: "The *token*." } },
          },
          { one: { summary: "A token", value: { access_token: "0123abcd" } } },
        ),
      },
      responses: {
        200: {
          description: "It is `valid`.",
          headers: headers({ ETag: "etag", "X-Request-Id": "request-id" }),
          ...json(
            { $ref: "#/components/schemas/authorization" },
            { one: { $ref: "#/components/examples/authorization" } },
          ),
        },
        404: shared("not-found"),
        422: shared("invalid-request"),
      },
    },
    delete: {
      operationId: "apps/delete-token",
      "x-method": "tokens.delete",
      summary: "Delete an app token",
      description: "Deletes a token.",
      tags: ["apps"],
      externalDocs: github("delete"),
      security: [{ application: [] }],
      parameters: [clientId],
      requestBody: json(
        { type: "object", properties: {} },
        { one: { summary: "A token", value: { access_token: "ghu_45", permissions: { contents: "read" }, ids: [7] } } },
      ),
      responses: { 204: { description: "It is deleted." }, 404: shared("not-found") },
    },
  },
  "/authorizations/{authorization_id}": {
    get: {
      operationId: "oauth-authorizations/get-authorization",
      "x-method": "authorizations.get",
      summary: "Get a token",
      description: "Gets a token.",
      tags: ["apps"],
      deprecated: true,
      "x-github": { deprecationDate: "2020-02-14", removalDate: "2020-11-13" },
      externalDocs: github("get"),
      security: [{ user: [] }],
      parameters: [id],
      responses: { 200: { description: "The token." }, 304: { description: "Unchanged.", "x-unreachable": "Never." } },
    },
    patch: {
      operationId: "oauth-authorizations/update-authorization",
      "x-method": "authorizations.update",
      summary: "Update a token",
      description: "Updates a token.",
      tags: ["apps"],
      externalDocs: github("update"),
      security: [{ token: [] }],
      parameters: [id],
      requestBody: json(
        { type: "object", properties: {} },
        { one: { summary: "A note", value: { note: "It's $5", scopes: ["repo", "user"] } } },
      ),
      responses: { 200: { description: "The token." } },
    },
  },
};

const components = {
  securitySchemes: {
    user: { scheme: "basic", description: "Login and `password`." },
    application: { scheme: "basic", description: "Client id and secret." },
    token: { scheme: "bearer", description: "A token." },
  },
  parameters: {
    "client-id": {
      name: "client_id",
      in: "path",
      required: true,
      description: "Id of the application.",
      schema: { type: "string", maxLength: 20 },
      example: "Iv1.8a61f9b3a7aba766",
    },
    "authorization-id": {
      name: "authorization_id",
      in: "path",
      required: true,
      description: "Id of the token.",
      schema: { type: "integer" },
      example: 12,
    },
    "access-token": { name: "access_token", in: "path", description: "", schema: {}, example: "e72e16c7" },
    otp: { name: "X-OTP", in: "header", description: "One-time `code`.", schema: { type: "string" } },
  },
  headers: {
    etag: { description: "Tag of the `body`.", example: '"1a"' },
    "request-id": { description: "Id of the request." },
    after: { description: "Seconds to wait." },
  },
  schemas: {
    authorization: {
      title: "An authorization",
      type: "object",
      description: "A **token**.",
      required: ["id"],
      properties: {
        id: { type: "integer", description: "Its id." },
        app: { type: "object", description: "", properties: { name: { type: "string", description: "Its name." } } },
        user: { $ref: "#/components/schemas/user" },
      },
    },
    user: { type: "object", description: "A user.", properties: { login: { type: "string", description: "Name." } } },
  },
  responses: {
    "not-found": {
      description: "There is *nothing*.",
      headers: headers({ "X-Request-Id": "request-id", "Retry-After": "after" }),
      ...json({ type: "object" }, { one: { summary: "Of `another`", value: { message: "Not Found" } } }),
    },
    "invalid-request": {
      description: "It is wrong.",
      headers: {
        ...headers({ "X-Request-Id": "request-id", "Retry-After": "after" }),
        "X-Odd": { description: "Odd." },
      },
      ...json(
        { type: "object" },
        {
          one: { summary: "Wrong", value: { message: "Validation Failed" } },
          two: { summary: "Long", value: { message: "Too <long>" } },
        },
      ),
    },
  },
  examples: { authorization: { summary: "A valid token", value: { id: 1 } } },
};

/** Description that is small enough to compare what is made of it with literals. */
export const small = {
  info: { title: "Small API", version: "1.2.3", summary: "A & B.", description: "*Small*." },
  tags: [
    { name: "apps", "x-displayName": "Applications", description: "Of **apps**." },
    { name: "related", "x-displayName": "Related", description: "Others." },
  ],
  externalDocs: { url: "https://docs.github.com/rest" },
  servers: [{ url: "https://HOSTNAME/api/v3" }],
  paths,
  components,
  "x-body-limit": 65_536,
  "x-scopes": { user: ["read:user", "user:email"], gist: [] },
  "x-timelines": {
    "2020-11-13": {
      deprecation: "2020-02-14T00:00:00Z",
      brownouts: [
        ["2020-09-30T07:00:00Z", "2020-09-30T10:00:00Z"],
        ["2020-10-28T16:00:00Z", "2020-10-28T19:00:00Z"],
      ],
      removal: "2020-11-13T16:00:00Z",
      notice: "https://developer.github.com/notice",
      successor: "https://docs.github.com/successor",
    },
  },
} as unknown as OpenApiDocument;

/** Description of sign-in flows of the same size. */
export const smallFlows = {
  ...small,
  tags: [{ name: "flows", "x-displayName": "Sign-in flows", description: "Of users." }],
  servers: [{ url: "https://HOSTNAME" }],
  paths: {
    "/login/device/code": {
      post: {
        operationId: "oauth/create-device-code",
        summary: "Begin the device flow",
        description: "Begins it.",
        tags: ["flows"],
        externalDocs: github("device"),
        security: [{}],
        requestBody: {
          required: true,
          ...json(
            { $ref: "#/components/schemas/request" },
            { one: { summary: "A scope", value: { client_id: "x", scope: "user" } } },
          ),
        },
        responses: { 200: { description: "A code.", headers: headers({ ETag: "etag" }) }, 404: shared("wrong") },
      },
    },
  },
  components: {
    securitySchemes: { application: { scheme: "basic", description: "Of the flows." } },
    schemas: { request: { type: "object", properties: {} } },
    headers: { etag: { description: "Tag of the `body`." } },
    responses: { wrong: { description: "Wrong." } },
  },
} as unknown as OpenApiDocument;

/** Operation of a description. Throws when there is none with that id. */
export function entryOf(operationId: string, description = small): Entry {
  const entry = entriesOf(description).find(({ operation }) => operation.operationId === operationId);
  if (!entry) throw new Error(`There is no ${operationId}.`);
  return entry;
}

/** Guide with a text. */
export const guide = (name: string, text = ""): Guide => ({
  name,
  file: `apps/docs/guides/${name}.md`,
  sources: [`apps/docs/guides/${name}.md`],
  title: `About ${name}`,
  summary: `All about ${name}.`,
  order: 1,
  text,
});
