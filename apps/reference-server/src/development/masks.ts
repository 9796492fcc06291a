import { type OperationId, type Parameter, resolve, routes, type Schema } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { mask, withoutSecrets } from "../secrets.js";

// What of a request can be shown: what the description knows and what is no secret. All else could be one, put into the
// wrong place.

const secretNames = new Set(["access_token", "client_secret"]);
const shownHeaders = new Set([
  "accept",
  "accept-encoding",
  "content-length",
  "content-type",
  "host",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-unmodified-since",
  "user-agent",
  "x-github-api-version",
]);

/** The path, with values of its parameters that are no secrets. */
export function shownPath(pathname: string, operationId: OperationId | undefined): string {
  const template = operationId && routes[operationId].path.split("/");
  const segments = pathname.split("/");
  const offset = template ? segments.length - template.length : 0;
  return segments
    .map((segment, index) => {
      const part = template?.[index - offset] ?? "";
      if (part === "{access_token}") return mask;
      // Names of things are short; what is long and leads nowhere may be a token.
      return template || /^[A-Za-z0-9_.-]{0,19}$/.test(segment) ? withoutSecrets(segment) : mask;
    })
    .join("/");
}

export function shownQuery(search: URLSearchParams, operationId: OperationId | undefined): Record<string, string> {
  const known = operationId ? parametersOf(operationId) : new Set();
  return Object.fromEntries(
    [...search].map(([name, value]) => (known.has(name) ? [name, withoutSecrets(value)] : [mask, mask])),
  );
}

export function shownHeadersOf(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => {
      if (name === "authorization") return [name, `${/^(basic|bearer|token) /i.exec(value)?.[0] ?? ""}${mask}`];
      return [name, shownHeaders.has(name) ? withoutSecrets(value) : mask];
    }),
  );
}

/** The JSON of a body with the values of the keys that are described, or `undefined` when it is no JSON object. */
export function shownBody(text: string, operationId: OperationId | undefined): unknown {
  const known = operationId ? bodyKeysOf(operationId) : new Set();
  try {
    const value = JSON.parse(withoutSecrets(text));
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        if (!known.has(name)) return [mask, mask];
        return [name, secretNames.has(name) ? mask : item];
      }),
    );
  } catch {
    return undefined;
  }
}

function operationOf(id: OperationId) {
  const { method, path } = routes[id];
  return description.paths[path]?.[method.toLowerCase()];
}

function parametersOf(id: OperationId): Set<string> {
  const parameters = operationOf(id)?.parameters.map((parameter) => resolve<Parameter>(description, parameter)) ?? [];
  return new Set(parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name));
}

function bodyKeysOf(id: OperationId): Set<string> {
  const schema = operationOf(id)?.requestBody?.content?.["application/json"]?.schema;
  const { properties = {} } = schema ? resolve<Schema>(description, schema) : {};
  return new Set(Object.keys(properties as object));
}
