import type { Entry } from "../description.js";
import { demo, type SampleRequest, Variable, variablesIn } from "./variables.js";

/** Name of a variable in TypeScript. */
export function typescriptName(name: string): string {
  if (name === "api") return "baseUrl";
  if (name === "access_token") return "token";
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Sample module that uses the client; variables come first. */
export function typescriptSample(entry: Entry, request: SampleRequest): string {
  const { credentials, path, body } = request;
  const variables = variablesIn([...credentials, ...Object.values(path), ...Object.values(body ?? {})]);
  const settings = [
    `const baseUrl = "${demo.api}";`,
    ...variables.map(({ name, value }) => `const ${typescriptName(name)} = ${literal(value)};`),
  ];
  const auth = credentials.map(({ name }) => typescriptName(name)).join(", ");
  return `import { createClient } from "@grantbook/client";

${settings.join("\n")}

const client = createClient({ baseUrl, auth: { ${auth} } });
${hasBody(entry) ? `const result = await ${call(entry, request)};\nconsole.log(result);` : `await ${call(entry, request)};`}
`;
}

/** Tells whether a success has a body. */
function hasBody({ operation }: Entry): boolean {
  return Object.keys(operation.responses).some((status) => status.startsWith("2") && status !== "204");
}

function call({ operation }: Entry, { path, body, credentials }: SampleRequest): string {
  // An application's client fills in its own client id.
  const known = credentials.some(({ name }) => name === "client_id") ? ["client_id"] : [];
  const inPath = Object.entries(path).filter(([name]) => !known.includes(name));
  const values = { ...Object.fromEntries(inPath), ...body };
  const argument = Object.keys(values).length === 0 ? "" : print(values);
  return `client.${operation["x-method"]}(${argument})`;
}

/** Prints a value as TypeScript. */
function print(value: unknown, indent = ""): string {
  if (value instanceof Variable) return typescriptName(value.name);
  if (Array.isArray(value)) return `[${value.map((item) => print(item, indent)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([name, item]) => {
      const text = print(item, `${indent}  `);
      return text === name ? name : `${/^\w+$/.test(name) ? name : literal(name)}: ${text}`;
    });
    const line = `{ ${entries.join(", ")} }`;
    if (line.length + indent.length <= 60 && !line.includes("\n")) return line;
    return `{\n${entries.map((entry) => `${indent}  ${entry},\n`).join("")}${indent}}`;
  }
  return literal(value);
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}
