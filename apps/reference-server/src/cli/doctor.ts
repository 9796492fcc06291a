import type { Finding } from "@grantbook/server/engine";
import type { ServerSettings } from "../options/serve-options.js";
import { serveOptionGroups } from "../options/serve-options.js";
import type { Command } from "./command.js";
import { json } from "./json-option.js";
import { printResult } from "./terminal.js";

/** Command that looks for what is wrong with the settings of a server. Changes nothing. */
export const doctorCommand: Command = {
  name: "doctor",
  parameters: [],
  summary: "Find what is wrong with the settings of a server, and how to mend it. Reads everything, changes nothing.",
  options: { Options: { json }, ...serveOptionGroups },
  async run(_, settings: ServerSettings & { readonly json: boolean | undefined }) {
    const [{ nodeFinding, fileFindings }, { dataFindings }, { networkFindings }] = await Promise.all([
      import("../doctor/machine.js"),
      import("../doctor/data.js"),
      import("../doctor/network.js"),
    ]);
    const findings = [
      nodeFinding(),
      ...fileFindings(settings),
      ...(await dataFindings(settings)),
      ...(await networkFindings(settings)),
    ];
    const count = (level: Finding["level"]) => findings.filter((finding) => finding.level === level).length;
    const [problems, warnings] = [count("problem"), count("warning")];
    const summary = `problems: ${problems}, warnings: ${warnings}`;
    printResult(findings, [...findings.flatMap(linesOf), summary], settings.json ?? false);
    if (problems > 0) process.exitCode = 1;
  },
} as Command;

function linesOf({ level, subject, message, advice }: Finding): string[] {
  const line = `${level.padEnd(7)}  ${subject.padEnd(11)}  ${message}`;
  return advice === undefined ? [line] : [line, `${" ".repeat(22)}→ ${advice}`];
}
