import type { TextFile } from "./changelog.js";
import type { Guide } from "./guides.js";

/** Client or tool by other authors, and what it was seen to do with the reference server or the descriptions. */
interface ClientResult {
  readonly id: string;
  readonly kind: "client" | "tool";
  /** With its version. */
  readonly name: string;
  readonly checks: readonly { readonly operation: string; readonly expected: string }[];
}

/** Makes a guide of the result of `npm run interop`: tables of clients and tools, and what each was checked for. */
export function clientsGuide(operationIds: ReadonlySet<string>, { file, text }: TextFile): Guide {
  const results: readonly ClientResult[] = JSON.parse(text);
  const operation = (id: string) => (operationIds.has(id) ? `[${id}](op:${id})` : `\`${id}\``);
  const table = (title: string, kind: ClientResult["kind"]) => {
    const rows = results.filter((one) => one.kind === kind).map(({ name, checks }) => `| ${name} | ${checks.length} |`);
    return [`| ${title} | Checks passed |`, "| --- | --- |", ...rows].join("\n");
  };
  const sections = results.map(
    ({ name, checks }) =>
      `### ${name}\n\n${checks.map((check) => `- ${operation(check.operation)}: ${check.expected}`).join("\n")}`,
  );
  return {
    name: "clients",
    file,
    sources: [file],
    title: "Which clients work",
    summary: "Clients by other authors, old and new, that were run unmodified against this server.",
    order: 95,
    text: [introduction, table("Client", "client"), tools, table("Tool", "tool"), heading, ...sections].join("\n\n"),
  };
}

const introduction = `These clients were run unmodified against this server, behind TLS, as their users run them. Every check
passed. \`npm run interop\` in the repository installs them and repeats the run.`;

const tools = `## Tools that read the description

These tools were given the [descriptions](description.md) as this site publishes them.`;

const heading = `## What was checked

A check is a call of a client and what its user sees, or what a tool makes of a description. Some clients have a method
for a few operations only.`;
