import type { Entry } from "../description.js";
import type { SampleLanguage } from "./language.js";
import { isRead, shellJson, shellPath, shellSettings, shellWord, use } from "./shell.js";
import { demo, type SampleRequest, type Variable } from "./variables.js";

/** Sample for a POSIX shell with curl. */
function curlSample(entry: Entry, request: SampleRequest): string {
  const { method, operation } = entry;
  const { body } = request;
  const isFlow = operation.servers !== undefined;
  const base = isFlow ? { name: "SITE", address: new URL(demo.api).origin } : { name: "API", address: demo.api };
  const options = [
    ...(isRead(entry) || (method === "POST" && body) ? [] : [`--request ${method}`]),
    ...authorization(request.credentials),
    // The flows respond with a form by default.
    ...(isFlow ? ['--header "Accept: application/json"'] : []),
    ...(body ? ["--data @- <<JSON"] : []),
  ];
  const lines = [`curl "$${base.name}${shellPath(entry, request)}"`, ...options.map((option) => `  ${option}`)];
  const document = body ? `\n${shellJson(body)}\nJSON` : "";
  return `${shellSettings(request, base)}\n\n${lines.join(" \\\n")}${document}\n`;
}

function authorization(credentials: readonly Variable[]): string[] {
  const [name, password] = credentials;
  if (name === undefined) return [];
  return password ? [`--user "${use(name)}:${use(password)}"`] : [`--header "Authorization: Bearer ${use(name)}"`];
}

export const curl: SampleLanguage = {
  title: "curl",
  code: "sh",
  nameOf: (name) => name.toUpperCase(),
  literal: shellWord,
  setting: /^()([A-Z_]+)(=)(.*)()$/gm,
  sample: curlSample,
};
