import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseArguments } from "./options/option.js";
import { serveOptions } from "./options/serve-options.js";

// There is no container engine where tests run: what can be held against the code is.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (name: string) => readFileSync(join(root, "apps/reference-server/deploy", name), "utf8");

interface Service {
  readonly environment: Record<string, string>;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly healthcheck?: unknown;
  readonly user?: string;
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly depends_on?: Record<string, { readonly condition: string }>;
  readonly stop_grace_period: string;
}

const compose = parse(read("compose.yaml")) as {
  readonly services: Record<"server" | "postgres", Service>;
  readonly volumes: Record<string, null>;
};
const dockerfile = read("Dockerfile").replaceAll(/\\\n\s*/g, " ");
const finalStage = dockerfile.split(/^FROM /m).at(-1) ?? "";
const unit = read("grantbook.service");

/** Values as they are when nothing is set but what must be. */
function substituted(environment: Record<string, string>): Record<string, string> {
  const value = (text: string) =>
    text.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name, kind, rest) => (kind === "-" ? rest : `the ${name}`));
  return Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, value(text)]));
}

const dockerEnvironment = Object.fromEntries(
  [...(/^ENV (.*)$/m.exec(finalStage)?.[1] ?? "").matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
);
const unitEnvironment = Object.fromEntries(
  [...unit.matchAll(/^Environment=(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
);

describe.each([
  ["the image", dockerEnvironment, ["NODE_ENV"]],
  ["the server of the compose file", substituted(compose.services.server.environment), ["PGPASSWORD"]],
  ["the unit", unitEnvironment, []],
])("the environment of %s", (_, environment, others) => {
  test("has settings that there are, with values that can be read", () => {
    const known = new Set<string>(Object.values(serveOptions).map((setting) => setting.environment));
    const names = Object.keys(environment).filter((name) => !others.includes(name));
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    expect(() => parseArguments(serveOptions, [], environment)).not.toThrow();
  });
});

describe("the image", () => {
  test("runs as nobody in particular, says whether it is ready, and keeps data on a volume", () => {
    expect(finalStage).toMatch(/^USER [1-9]\d+:[1-9]\d+$/m);
    expect(finalStage).toMatch(
      /^HEALTHCHECK .* CMD \["node", "\/app\/apps\/reference-server\/deploy\/healthcheck\.js"\]$/m,
    );
    expect(finalStage).toMatch(/^VOLUME \/data$/m);
    expect(dockerEnvironment).toMatchObject({ HOST: "0.0.0.0", DATABASE_URL: "sqlite:/data/grantbook.db" });
  });
});

describe("the compose file", () => {
  const { server, postgres } = compose.services;

  test.each(Object.entries(compose.services))("keeps %s from what it does not need", (_, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(["ALL"]);
    expect(service.security_opt).toEqual(["no-new-privileges:true"]);
    expect(service.user ?? "10001:10001").not.toMatch(/^(0|root)\b/);
    for (const volume of service.volumes) expect(compose.volumes).toHaveProperty(volume.split(":")[0] ?? "");
  });

  test("builds the image, waits for PostgreSQL, and can be reached from this machine alone", () => {
    const context = join(root, "apps/reference-server/deploy", server.build?.context ?? "");
    expect(existsSync(join(context, server.build?.dockerfile ?? "", "../compose.yaml"))).toBe(true);
    expect(server.depends_on).toEqual({ postgres: { condition: "service_healthy" } });
    expect(postgres.healthcheck).toBeDefined();
    expect(server.ports).toEqual(["127.0.0.1:3000:3000"]);
    expect(postgres.ports).toBeUndefined();
  });

  test("gives the server more time to end than it takes", () => {
    const { "shutdown-timeout": timeout, "shutdown-delay": delay } = parseArguments(serveOptions, [], {}).values;
    expect(Number.parseInt(server.stop_grace_period, 10)).toBeGreaterThan(timeout + delay);
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(timeout + delay);
  });
});

describe("the unit", () => {
  const folder = newFolder();

  const isMissing = spawnSync("systemd-analyze", ["--version"]).status !== 0;
  test.skipIf(isMissing)(`is one that systemd takes${isMissing ? ", which is not here" : ""}`, () => {
    const file = join(folder, "grantbook.service");
    writeFileSync(file, unit.replace("/usr/local/bin/grantbook", process.execPath));
    const { status, stderr } = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });
});

test("the file with the password is in neither the image nor the repository", () => {
  for (const file of [".env", "apps/reference-server/deploy/.env", "apps/reference-server/deploy/.env.local"]) {
    expect(spawnSync("git", ["check-ignore", "--no-index", file], { cwd: root }).status).toBe(0);
  }
  const ignored = read("Dockerfile.dockerignore").split("\n");
  expect(ignored).toEqual(expect.arrayContaining(["**/.env", "**/.env.*"]));
});

describe("the health check", () => {
  const folder = newFolder();
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function portOf(status: number): Promise<string> {
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/ready" ? status : 404).end();
    });
    servers.push(server.listen(0, "127.0.0.1"));
    await once(server, "listening");
    return String((server.address() as AddressInfo).port);
  }

  async function check(words: readonly string[], environment: Record<string, string>): Promise<number | null> {
    const commandLine = join(folder, "cmdline");
    writeFileSync(commandLine, `${words.join("\0")}\0`);
    const script = join(root, "apps/reference-server/deploy/healthcheck.js");
    const child = spawn(process.execPath, [script, commandLine], { env: { PATH: process.env.PATH, ...environment } });
    return (await once(child, "close"))[0];
  }

  test("asks the port of the command line, or else of the environment", async () => {
    const [ready, other] = [await portOf(200), await portOf(503)];
    expect(await check(["grantbook", "serve"], { PORT: ready })).toBe(0);
    expect(await check(["grantbook", "serve", "--port", ready], { PORT: other })).toBe(0);
    expect(await check(["grantbook", "serve", `--port=${ready}`], { PORT: other })).toBe(0);
    expect(await check(["grantbook", "serve", "--port", other], { PORT: ready })).toBe(1);
    expect(await check(["grantbook", "serve"], { PORT: "1" })).toBe(1);
  });

  test("asks the host that the server listens on", async () => {
    const ready = await portOf(200);
    expect(await check(["grantbook", "serve"], { PORT: ready, HOST: "0.0.0.0" })).toBe(0);
    expect(await check(["grantbook", "serve", "--host", "localhost"], { PORT: ready, HOST: "127.0.0.2" })).toBe(0);
    expect(await check(["grantbook", "serve", "--host=127.0.0.2"], { PORT: ready })).toBe(1);
  });
});
