// go-github: its own program, and then the two programs in Go of the guide about deprecated calls.
import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { authorize } from "./browser.js";
import { check, settings } from "./check.js";

const execute = promisify(execFile);
const { site, login, password, clientId, clientSecret } = settings;
const guide = readFileSync(new URL("../../../apps/docs/guides/deprecated-calls.md", import.meta.url), "utf8");
const programs = [...guide.matchAll(/^```go\n(.*?)^```$/gms)].map(([, code]) => code);

const { status } = spawnSync("go", ["run", fileURLToPath(new URL("debian/go-github.go", import.meta.url))], {
  stdio: "inherit",
});
if (status !== 0) process.exit(1);

/** Runs a program of the guide. Debian's package has no version in its path. */
async function runProgram(code, more) {
  const file = join(mkdtempSync(join(process.cwd(), "guide-")), "main.go");
  writeFileSync(file, code.replace("/go-github/v48/", "/go-github/"));
  const own = { SITE: site, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret, ...more };
  const { stdout } = await execute("go", ["run", file], { env: { ...process.env, ...own } });
  return stdout.trim();
}

assert.equal(programs.length, 2);
await check("apps/check-authorization", "the guide’s program of the old way names the user", async () => {
  assert.equal(await runProgram(programs[0], { LOGIN: login, PASSWORD: password }), login);
});
await check("web application flow", "the guide’s program of the new way names the user", async () => {
  const { url } = await authorize(`/login/oauth/authorize?client_id=${clientId}`);
  assert.equal(await runProgram(programs[1], { CODE: url.searchParams.get("code") }), login);
});
