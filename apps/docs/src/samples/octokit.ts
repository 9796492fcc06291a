import { type Entry, hasResultBody } from "../description.js";
import { camelCase, type SampleLanguage } from "./language.js";
import { printScript } from "./print.js";
import { scriptSettings, typescript } from "./typescript.js";
import type { SampleRequest, Variable } from "./variables.js";

/** Sample module that uses octokit. */
function octokitSample(entry: Entry, request: SampleRequest): string {
  const { credentials, path, body } = request;
  const headers = credentials.length > 0 ? `\nconst headers = { authorization: ${authorization(credentials)} };` : "";
  const values = printScript({ ...path, ...body });
  const inner = values.replace(/^\{\s*/, "").replace(/,?\s*\}$/, "");
  const all = [...(inner === "" ? [] : [inner]), ...(headers === "" ? [] : ["headers"])];
  const argument = all.length === 0 ? "" : `, {\n  ${all.join(",\n  ")},\n}`;
  const sent = `await octokit.request("${entry.method} ${entry.path}"${argument})`;
  return `import { Octokit } from "@octokit/core";

${scriptSettings(request)}

const octokit = new Octokit({ baseUrl });${headers}
${hasResultBody(entry) ? `const { data } = ${sent};\nconsole.log(data);` : `${sent};`}
`;
}

function authorization([name, password]: readonly Variable[]): string {
  const first = `\${${camelCase(name?.name ?? "")}}`;
  return password ? `\`Basic \${btoa(\`${first}:\${${camelCase(password.name)}}\`)}\`` : `\`Bearer ${first}\``;
}

export const octokit: SampleLanguage = {
  ...typescript,
  title: "JavaScript (octokit)",
  code: "js",
  sample: octokitSample,
};
