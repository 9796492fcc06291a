import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { Repository } from "./repository-fixture.js";

const script = fileURLToPath(new URL("../../review.js", import.meta.url));

test("--watch reviews again after a change, also after one that cannot be read", { timeout: 240_000 }, async () => {
  const repository = new Repository();
  const child = spawn(process.execPath, [script, "HEAD", "--watch"], { cwd: repository.folder });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const shows = (/** @type {string} */ text) =>
    vi.waitFor(() => expect(output).toContain(text), { timeout: 100_000, interval: 100 });
  try {
    await shows("Watching openapi/ and .changeset/");
    expect(output).toContain("Nothing changes for clients.");
    repository.replace("openapi/paths/meta.yaml", "get:\n", "get: [\n");
    await shows("The review could not run to its end.");
    repository.replace("openapi/paths/meta.yaml", "get: [\n", "get:\n");
    repository.replace("openapi/paths/meta.yaml", "summary: Get", "summary: Read");
    await shows("Clients are not affected: only wording and examples change.");
  } finally {
    child.kill();
    await once(child, "exit");
    repository.remove();
  }
});
