import { type Entry, hasResultBody } from "../description.js";
import type { SampleLanguage } from "./language.js";
import { demo, requestVariables, type SampleRequest, Variable } from "./variables.js";

/** Sample for Python with the package requests. */
function pythonSample(entry: Entry, request: SampleRequest): string {
  const { body, credentials, path } = request;
  const settings = [
    `api = ${literal(demo.api)}`,
    ...requestVariables(request).map(({ name, value }) => `${name} = ${literal(value)}`),
  ];
  const address = entry.path.replaceAll(/\{(\w+)\}/g, (_, name) => `{${(path[name] as Variable).name}}`);
  const [name, password] = credentials;
  const options = [
    `f"{api}${address}"`,
    ...(name && password ? [`auth=(${name.name}, ${password.name})`] : []),
    ...(name && !password ? [`headers={"Authorization": f"Bearer {${name.name}}"}`] : []),
    ...(body ? [`json=${print(body, "    ")}`] : []),
  ];
  const result = hasResultBody(entry) ? "print(response.json())" : "print(response.status_code)";
  return `import requests

${settings.join("\n")}

response = requests.${entry.method.toLowerCase()}(
${options.map((option) => `    ${option},\n`).join("")})
response.raise_for_status()
${result}
`;
}

/** Prints a value as Python. */
function print(value: unknown, indent: string): string {
  if (value instanceof Variable) return value.name;
  if (Array.isArray(value)) return `[${value.map((item) => print(item, indent)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const items = Object.entries(value).map(([name, item]) => `${literal(name)}: ${print(item, `${indent}    `)}`);
    return `{\n${items.map((item) => `${indent}    ${item},\n`).join("")}${indent}}`;
  }
  if (value === null) return "None";
  return typeof value === "boolean" ? (value ? "True" : "False") : literal(value as string | number);
}

/** A text or a number is the same in JSON and in Python. */
function literal(value: string | number): string {
  return JSON.stringify(value);
}

export const python: SampleLanguage = {
  title: "Python",
  code: "py",
  nameOf: (name) => name,
  literal,
  setting: /^()([a-z_]+)( = )(".*"|\d+)()$/gm,
  sample: pythonSample,
};
