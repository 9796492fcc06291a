// Spectral with its own rules for OpenAPI: its users see neither an error nor a warning that is not listed here.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../../src/programs/check.js";
import { commandOf } from "../packages.js";
import { descriptions, folder } from "./descriptions.js";

/**
 * Accepted warnings by rule, each with the values that it complains about. The roles of a security requirement of type
 * `http` are new in OpenAPI 3.1 (section 4.8.30); Spectral knows those of OAuth 2 only, and looks for declared scopes.
 */
const accepted = { "oas3-operation-security-defined": ["user:email", "read:org", "user", "repo"] };

const ruleset = join(folder, ".spectral.yaml");
writeFileSync(ruleset, 'extends: ["spectral:oas"]\n');

for (const { name, path } of descriptions) {
  await check(name, "no finding of spectral:oas, except that OpenAPI 3.1 has roles for Bearer tokens", () => {
    const others = findings(path).filter(({ code, message }) => {
      const [, value] = /^"(.+)" must be listed among scopes\.$/.exec(message) ?? [];
      return !accepted[code]?.includes(value);
    });
    assert.deepEqual(others, []);
  });
}

function findings(path) {
  const flags = ["lint", path, "--ruleset", ruleset, "--format", "json", "--quiet", "--fail-severity", "hint"];
  const { stdout, stderr } = spawnSync(process.execPath, [commandOf("@stoplight/spectral-cli", "spectral"), ...flags], {
    encoding: "utf8",
  });
  assert.ok(stdout.startsWith("["), `Spectral did not run: ${stdout}${stderr}`);
  return JSON.parse(stdout).map(({ code, message, path: place }) => ({ code, message, place: place.join(".") }));
}
