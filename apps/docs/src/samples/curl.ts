import type { Entry } from "../description.js";
import { demo, type SampleRequest, Variable } from "./variables.js";

/** The name of a variable in a shell. */
export function shellName(name: string): string {
  return name.toUpperCase();
}

/** A request as lines for a POSIX shell, its variables first. */
export function curlSample({ method, path }: Entry, request: SampleRequest): string {
  const { variables, credentials, body } = request;
  const settings = [`API=${demo.api}`, ...variables.map(({ name, value }) => `${shellName(name)}=${quoted(value)}`)];
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => use(request.path[name] as Variable));
  const options = [
    ...(method === "GET" || (method === "POST" && body) ? [] : [`--request ${method}`]),
    ...authorization(credentials),
    ...(body ? ["--data @- <<JSON"] : []),
  ];
  const lines = [`curl "$API${address}"`, ...options.map((option) => `  ${option}`)];
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

function quoted(value: string): string {
  return /^[\w.:/-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

/** JSON in which the shell puts the variables. */
function shellJson(body: unknown): string {
  const json = JSON.stringify(body, (_, value) => (value instanceof Variable ? `\0${value.name}` : value), 2);
  return json.replaceAll(/[\\$`]/g, "\\$&").replaceAll(/\\\\u0000(\w+)/g, (_, name) => `$${shellName(name)}`);
}
