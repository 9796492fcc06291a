import { createRequire } from "node:module";
import { operationsOf, resolve } from "./operations.js";

/**
 * Generator of types, loaded as CommonJS: it loads TypeScript in the same way, and an import of TypeScript takes 0.3 s
 * more, in which Node searches it for exports.
 * @type {typeof import("openapi-typescript")}
 */
const { default: openapiTS, astToString } = createRequire(import.meta.url)("openapi-typescript");

/**
 * types.ts: the types of every request and every answer.
 * @param {any} description
 */
export async function types(description) {
  return astToString(await openapiTS(withHeadersInPlace(description)));
}

/**
 * openapi-typescript makes every header that is a reference a required one: it is given the headers themselves.
 * @param {any} description
 */
function withHeadersInPlace(description) {
  const copy = structuredClone(description);
  const answers = operationsOf(copy)
    .flatMap(({ item }) => Object.values(item.responses))
    .concat(Object.values(copy.components.responses));
  for (const { headers = {} } of answers) {
    for (const name of Object.keys(headers)) headers[name] = headerOf(copy, name, headers[name]);
  }
  return copy;
}

/**
 * Header of a response. One that every response has goes without its text, which would be in the file 70 times.
 * @param {any} description @param {string} name @param {any} header
 */
function headerOf(description, name, header) {
  const whole = resolve(description, header);
  return name.startsWith("X-GitHub-") && name !== "X-GitHub-OTP" ? { schema: whole.schema } : whole;
}
