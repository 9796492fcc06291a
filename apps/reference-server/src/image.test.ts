import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, run, type ServerProcess } from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// There is no container engine where tests run: this builds the tree of files that the Dockerfile describes.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const dockerfile = readFileSync(join(root, "apps/reference-server/deploy/Dockerfile"), "utf8");
const finalStage = dockerfile.split(/^FROM /m).at(-1) ?? "";
const copies = [...finalStage.matchAll(/^COPY --from=build \/src\/(\S+) (\S+)$/gm)].map(([, from = "", to = ""]) => ({
  from,
  to,
}));

/** Links the packages that `npm ci --omit=dev --workspace grantbook` would install. */
function installDependencies(target: string): void {
  const listing = ["ls", "--workspace", "grantbook", "--omit=dev", "--all", "--parseable"];
  const installed = execFileSync("npm", listing, { cwd: root, encoding: "utf8" }).split("\n");
  const names = installed.flatMap((path) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1] ?? []);
  for (const name of new Set(names)) {
    if (name.startsWith("@grantbook/")) continue;
    mkdirSync(dirname(join(target, name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(target, name));
  }
  mkdirSync(join(target, "@grantbook"));
  for (const [name, folder] of [
    ["contract", "packages/contract"],
    ["server", "packages/server"],
    ["docs", "apps/docs"],
  ] as const) {
    symlinkSync(join("../..", folder), join(target, "@grantbook", name));
  }
}

describe("the files of the image", () => {
  const folder = newFolder();
  const app = join(folder, "app");
  let server: ServerProcess;
  let address: string;
  beforeAll(async () => {
    build();
    for (const { from, to } of copies) {
      if (from === "node_modules") installDependencies(join(app, to));
      else cpSync(join(root, from), join(app, to), { recursive: true });
    }
    const executable = join(app, "apps/reference-server/dist/main.js");
    server = run(folder, ["serve", "--port", "0", "--demo", "--database", "sqlite::memory:"], {}, executable);
    address = await server.listening();
  }, 120_000);
  afterAll(() => server?.stop("SIGKILL"));

  test("are where they were built, and have no sources", () => {
    expect(copies.filter(({ from, to }) => from !== to)).toEqual([]);
    const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter(
      (file) => !file.startsWith("node_modules"),
    );
    expect(files).toContain("packages/server/dist/index.js");
    const unneeded = files.filter((file) => /(^|\/)src(\/|$)|\.test\.|\/(Dockerfile|compose\.yaml)/.test(file));
    expect(unneeded).toEqual([]);
  });

  test.each(["/api/v3", "/docs/", "/docs/assets/style.css", "/_grantbook/", "/login", "/ready"])(
    "are enough to serve %s",
    async (path) => {
      expect((await fetch(address + path)).status).toBe(200);
    },
  );

  test("are enough for the check of its health", async () => {
    const commandLine = join(folder, "cmdline");
    writeFileSync(commandLine, ["grantbook", "serve", "--port", new URL(address).port, ""].join("\0"));
    const script = join(app, "apps/reference-server/deploy/healthcheck.js");
    const child = spawn(process.execPath, [script, commandLine], { env: { PATH: process.env.PATH } });
    expect((await once(child, "exit"))[0]).toBe(0);
  });
});
