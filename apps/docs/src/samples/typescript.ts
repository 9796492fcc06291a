import { type Entry, hasResultBody } from "../description.js";
import { camelCase, type SampleLanguage } from "./language.js";
import { printScript } from "./print.js";
import { demo, requestVariables, type SampleRequest } from "./variables.js";

/** Sample module that uses the client. */
function typescriptSample(entry: Entry, request: SampleRequest): string {
  const auth = request.credentials.map(({ name }) => camelCase(name)).join(", ");
  return `import { createClient } from "@grantbook/client";

${scriptSettings(request)}

const client = createClient({ baseUrl, auth: { ${auth} } });
${hasResultBody(entry) ? `const result = await ${call(entry, request)};\nconsole.log(result);` : `await ${call(entry, request)};`}
`;
}

/** Lines that set the variables of a request. */
export function scriptSettings(request: SampleRequest): string {
  const variables = requestVariables(request).map(
    ({ name, value }) => `const ${camelCase(name)} = ${JSON.stringify(value)};`,
  );
  return [`const baseUrl = "${demo.api}";`, ...variables].join("\n");
}

function call({ operation }: Entry, { path, body, credentials }: SampleRequest): string {
  // An application's client fills in its own client id.
  const known = credentials.some(({ name }) => name === "client_id") ? ["client_id"] : [];
  const inPath = Object.entries(path).filter(([name]) => !known.includes(name));
  const values = { ...Object.fromEntries(inPath), ...body };
  const argument = Object.keys(values).length === 0 ? "" : printScript(values);
  return `client.${operation["x-method"]}(${argument})`;
}

export const typescript: SampleLanguage = {
  title: "TypeScript",
  code: "ts",
  nameOf: camelCase,
  literal: JSON.stringify,
  setting: /^(const )(\w+)( = )(".*"|\d+)(;)$/gm,
  sample: typescriptSample,
};
