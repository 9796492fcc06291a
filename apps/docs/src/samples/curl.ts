import type { Entry } from "../description.js";
import { demo, type SampleRequest, Variable, variablesIn } from "./variables.js";

/** Name of a variable in a shell. */
export function shellName(name: string): string {
  return name.toUpperCase();
}

/** Sample for a POSIX shell; variables come first. */
export function curlSample({ method, path, operation }: Entry, request: SampleRequest): string {
  const isFlow = operation.servers !== undefined;
  const base = isFlow ? "SITE" : "API";
  const { anonymous, body } = request;
  const credentials = anonymous ? [] : request.credentials;
  const variables = variablesIn([...credentials, ...Object.values(request.path), ...Object.values(body ?? {})]);
  const settings = [
    `${base}=${isFlow ? new URL(demo.api).origin : demo.api}`,
    ...variables.map(({ name, value }) => `${shellName(name)}=${shellWord(value)}`),
  ];
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => use(request.path[name] as Variable));
  const options = [
    ...(method === "GET" || (method === "POST" && body) ? [] : [`--request ${method}`]),
    ...authorization(credentials),
    // The flows respond with a form by default.
    ...(isFlow ? ['--header "Accept: application/json"'] : []),
    ...(body ? ["--data @- <<JSON"] : []),
  ];
  const lines = [`curl "$${base}${address}"`, ...options.map((option) => `  ${option}`)];
  const document = body ? `\n${shellJson(body)}\nJSON` : "";
  return `${settings.join("\n")}\n\n${lines.join(" \\\n")}${document}\n`;
}

function authorization(credentials: readonly Variable[]): string[] {
  const [name, password] = credentials;
  if (name === undefined) return [];
  return password ? [`--user "${use(name)}:${use(password)}"`] : [`--header "Authorization: Bearer ${use(name)}"`];
}

function use({ name }: Variable): string {
  return `$${shellName(name)}`;
}

/** Quotes a value as one word of a shell. */
export function shellWord(value: string | number): string {
  const text = String(value);
  return /^[\w.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** JSON in which the shell expands the variables; a list of one stays on its line. */
function shellJson(body: unknown): string {
  const json = JSON.stringify(body, (_, value) => (value instanceof Variable ? `\0${value.name}` : value), 2);
  return json
    .replaceAll(/\[\s+("[^"]*"|\d+)\s+\]/g, "[$1]")
    .replaceAll(/[\\$`]/g, "\\$&")
    .replaceAll(/\\\\u0000(\w+)/g, (_, name) => `$${shellName(name)}`);
}
