import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { guideCode } from "@grantbook/docs/samples";
import { build, main, run, type ServerProcess } from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "./cli/commands.js";
import type { Option } from "./options/option.js";
import { serveOptionGroups } from "./options/serve-options.js";
import { createMetrics } from "./runtime/metrics.js";

const guide = readFileSync(fileURLToPath(new URL("../../docs/guides/operating.md", import.meta.url)), "utf8");
/** The cells of every row of the tables in a text, but for the lines under their headings. */
const rowsOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => /^\| (?!-)/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe("the operations guide", () => {
  test("has every setting once, under its heading, as the help has it", () => {
    const [, settings = ""] = guide.split("\n## All settings\n");
    const sections = settings.split(/^### /m).slice(1);
    const expected = Object.entries(serveOptionGroups).map(([heading, table]) => [
      heading,
      ["flag", "variable", "default", "what it is"],
      ...Object.entries<Option<unknown>>(table).map(([flag, { placeholder, environment, default: fallback, help }]) => {
        const written = `--${flag}${placeholder ? ` ${placeholder}` : ""}`;
        return [`\`${written}\``, `\`${environment}\``, fallback === undefined ? "" : `\`${fallback}\``, help];
      }),
    ]);
    expect(sections.map((section) => [section.split("\n")[0], ...rowsOf(section)])).toEqual(expected);
  });

  test("has every metric of our own, as it is described to Prometheus", async () => {
    const { registry } = createMetrics({
      inFlight: () => 0,
      clients: () => 0,
      passwords: () => undefined,
      database: () => undefined,
    });
    const metrics = await registry.getMetricsAsJSON();
    const own = metrics.filter(({ name }) => name.startsWith("grantbook_"));
    const shown = rowsOf(guide).filter(([name]) => /^`grantbook_\w+`$/.test(name ?? ""));
    expect(shown.sort()).toEqual(own.map(({ name, help }) => [`\`${name}\``, help]).sort());
  });

  test("names every command", () => {
    const missing = commands.filter(({ name }) => !guide.includes(`grantbook ${name}`));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});

describe("its commands", () => {
  const folder = newFolder();
  let server: ServerProcess;
  beforeAll(async () => {
    build();
    server = run(folder, ["serve", "--port", "0"]);
    await server.listening();
  });
  afterAll(() => server.stop("SIGKILL"));

  test("can be copied, one after the other", async () => {
    const lines = guideCode("operating", "sh").map(({ code }) => code);
    expect(lines.length).toBeGreaterThan(5);
    const grantbook = `grantbook() { ${process.execPath} ${main} "$@"; }`;
    const program = ["set -euo pipefail", grantbook, ...lines].join("\n");
    const { stdout, stderr } = await promisify(execFile)("bash", ["-c", program], { cwd: folder });
    expect(stderr).toBe("");
    expect(stdout).toContain("no damage found");
    expect(readFileSync(join(folder, "backup.db"), "latin1")).toMatch(/^SQLite format 3/);
  });
});
