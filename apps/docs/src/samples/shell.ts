import type { Entry } from "../description.js";
import { demo, requestVariables, type SampleRequest, Variable } from "./variables.js";

/** Lines that set the variables of a request, the address first. */
export function shellSettings(
  request: SampleRequest,
  base: { readonly name: string; readonly address: string } = { name: "API", address: demo.api },
): string {
  const variables = requestVariables(request);
  return [
    `${base.name}=${base.address}`,
    ...variables.map(({ name, value }) => `${name.toUpperCase()}=${shellWord(value)}`),
  ].join("\n");
}

/** Path of an operation, with variables of the shell. */
export function shellPath({ path }: Entry, request: SampleRequest): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name) => use(request.path[name] as Variable));
}

/** Expands a variable. */
export function use({ name }: Variable): string {
  return `$${name.toUpperCase()}`;
}

/** Tests whether a request is a GET, which tools send by default. */
export function isRead({ method }: Entry): boolean {
  return method === "GET";
}

/** Quotes a value as one word of a shell. */
export function shellWord(value: string | number): string {
  const text = String(value);
  return /^[\w.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** JSON in which the shell expands the variables; a list of one stays on its line. */
export function shellJson(body: unknown): string {
  const json = JSON.stringify(body, (_, value) => (value instanceof Variable ? `\0${value.name}` : value), 2);
  return json
    .replaceAll(/\[\s+("[^"]*"|\d+)\s+\]/g, "[$1]")
    .replaceAll(/[\\$`]/g, "\\$&")
    .replaceAll(/\\\\u0000(\w+)/g, (_, name) => `$${name.toUpperCase()}`);
}
