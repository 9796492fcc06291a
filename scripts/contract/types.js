import openapiTS, { astToString } from "openapi-typescript";
import { operationsOf, resolve } from "./operations.js";

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
