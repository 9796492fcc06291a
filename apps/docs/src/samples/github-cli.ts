import type { Entry } from "../description.js";
import { curl } from "./curl.js";
import type { SampleLanguage } from "./language.js";
import { isRead, shellJson, shellPath, shellSettings, use } from "./shell.js";
import type { SampleRequest, Variable } from "./variables.js";

/** Sample for a POSIX shell with `gh api`, which takes a whole URL, and the header in place of its own token. */
function githubCliSample(entry: Entry, request: SampleRequest): string {
  const { body } = request;
  const options = [
    ...(isRead(entry) ? [] : [`--method ${entry.method}`]),
    ...authorization(request.credentials),
    ...(body ? ["--input - <<JSON"] : []),
  ];
  const lines = [`gh api "$API${shellPath(entry, request)}"`, ...options.map((option) => `  ${option}`)];
  const document = body ? `\n${shellJson(body)}\nJSON` : "";
  return `${shellSettings(request)}
# gh asks for a token of its own before it sends anything.
export GH_TOKEN=\${GH_TOKEN:-unused}

${lines.join(" \\\n")}${document}
`;
}

function authorization([name, password]: readonly Variable[]): string[] {
  if (name === undefined) return [];
  const scheme = password
    ? `Basic $(printf %s "${use(name)}:${use(password)}" | base64 | tr -d '\\n')`
    : `Bearer ${use(name)}`;
  return [`--header "Authorization: ${scheme}"`];
}

export const githubCli: SampleLanguage = { ...curl, title: "gh api", sample: githubCliSample };
