// Runs the packed client in other runtimes, and with the fetch of other libraries.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer, request as httpRequest } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { startGrantbook } from "@grantbook/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle, createProject, run } from "./project.js";
import { createToolsProject, isLinux, tool } from "./tools.js";

const octocat = { login: "octocat", password: "correct horse" };
const hubot = { login: "hubot", password: "battery staple", otp_secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" };

/** Life of a token, with a code and a list; prints what it found. */
const life = `
export async function life(baseUrl, code) {
  const client = createClient({ baseUrl, auth: { login: "hubot", password: "battery staple" }, otp: () => code });
  const { id, token } = await client.authorizations.create({ note: "smoke", scopes: ["gist"] });
  const { login } = await createClient({ baseUrl, auth: { token } }).users.getAuthenticated();
  const wrong = createClient({ baseUrl, auth: { token: "ghp_wrong" } });
  const error = await wrong.users.getAuthenticated().catch((reason) => reason);
  return [typeof id, login, error instanceof ApiError, error.code].join(" ");
}`;
const expected = "number hubot true unauthenticated";

const main = `
import { argv } from "node:process";
import { ApiError, createClient } from "@grantbook/client";
${life}
console.log(await life(argv[2], argv[3]));`;

/** @type {ReturnType<typeof createProject>} */
let project;
/** @type {string} Folder of programs that import other libraries. */
let folder;
/** @type {Awaited<ReturnType<typeof startGrantbook>>} */
let grantbook;

beforeAll(async () => {
  if (!isLinux) return;
  project = createProject();
  folder = createToolsProject(project);
  writeFileSync(join(project.folder, "smoke.mjs"), main);
  grantbook = await startGrantbook({ seed: { users: [octocat, hubot] } });
});

afterAll(() => grantbook?.close());

/** @param {string} cwd @param {string} program @param {string[]} parameters */
async function output(cwd, program, parameters) {
  const file = program === "node" ? process.execPath : tool(program);
  const { stdout } = await promisify(execFile)(file, parameters, { cwd });
  return stdout.trim();
}

describe.skipIf(!isLinux)("the client", () => {
  test.each([
    ["Node 20 or this one", "node", []],
    ["Node 22", "node22/bin/node", []],
    ["Node 24", "node24/bin/node", []],
    ["Bun", "@oven/bun-linux-x64/bin/bun", ["run"]],
    ["Deno", "@deno/linux-x64-glibc/deno", ["run", "--quiet", "--allow-net", "--allow-read", "--allow-env"]],
  ])("works in %s", async (_, program, flags) => {
    await grantbook.reset();
    grantbook.clock.move(60);
    expect(await output(project.folder, program, [...flags, "smoke.mjs", grantbook.url, grantbook.code("hubot")])).toBe(
      expected,
    );
  });

  test("works in a worker", async () => {
    await grantbook.reset();
    grantbook.clock.move(60);
    const address = `${JSON.stringify(grantbook.url)}, ${JSON.stringify(grantbook.code("hubot"))}`;
    const script = `import { ApiError, createClient } from "@grantbook/client";${life}
      export default { async fetch() { return new Response(await life(${address})); } };`;
    writeFileSync(join(project.folder, "worker.js"), await bundle(project.folder, script));
    writeFileSync(
      join(project.folder, "worker.capnp"),
      `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [
  (name = "main", worker = (modules = [(name = "worker.js", esModule = embed "worker.js")],
    compatibilityDate = "2026-01-01", globalOutbound = "network")),
  (name = "network", network = (allow = ["private", "local", "public"]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]);`,
    );
    const file = tool("@cloudflare/workerd-linux-64/bin/workerd");
    const worker = spawn(file, ["serve", "worker.capnp", "--control-fd=3"], {
      cwd: project.folder,
      stdio: ["ignore", "inherit", "inherit", "pipe"],
    });
    try {
      const control = /** @type {import("node:stream").Readable} */ (worker.stdio[3]);
      const [line] = await once(control, "data");
      const { port } = JSON.parse(`${line}`.split("\n")[0] ?? "");
      expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe(expected);
    } finally {
      worker.kill();
    }
  });

  test("is loaded by CommonJS", async () => {
    const code = `const { createClient } = require("@grantbook/client"); console.log(typeof createClient);`;
    writeFileSync(join(project.folder, "common.cjs"), code);
    expect(await output(project.folder, "node", ["common.cjs"])).toBe("function");
  });

  test("does not wait for a server that was forgotten", async () => {
    const code = `import { startGrantbook } from "@grantbook/testing";
      const { url } = await startGrantbook(); console.log((await fetch(url + "/meta")).status);`;
    writeFileSync(join(project.folder, "forgotten.mjs"), code);
    expect(await output(project.folder, "node", ["forgotten.mjs"])).toBe("200");
  });
});

/** The example of the README with another library, server and dispatcher. @param {Record<string, string>} changes */
function example(changes) {
  const readme = readFileSync(project.installed("@grantbook/client/README.md"), "utf8");
  const [, block = ""] = /^```ts skip\n(.*?undici.*?)^```$/ms.exec(readme) ?? [];
  const head = `import { readFileSync } from "node:fs";\nimport { createClient } from "@grantbook/client";\n`;
  const foot = "console.log(typeof (await throughProxy.meta.get()).installed_version);";
  const whole = Object.entries(changes).reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replaceAll(from, to);
  }, block);
  writeFileSync(join(folder, "example.mjs"), head + whole + foot);
}

describe.skipIf(!isLinux)("the fetch of another library", () => {
  test.each([
    ["undici7", "node"],
    ["undici8", "node24/bin/node"],
  ])("takes calls through a proxy: %s", async (library, program) => {
    const proxy = createHttpServer();
    let calls = 0;
    // A proxy forwards http itself, or is asked for a tunnel: that is the library's choice.
    proxy.on("request", ({ url, method, headers }, response) => {
      calls += 1;
      const forwarded = httpRequest(`${url}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      forwarded.end();
    });
    proxy.on("connect", ({ url }, socket) => {
      calls += 1;
      const [host, port] = `${url}`.split(":");
      const target = connect(Number(port), host, () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        target.pipe(socket).pipe(target);
      });
      for (const end of [socket, target]) end.on("error", () => target.destroy());
    });
    const port = await listen(proxy);
    try {
      example({
        '"undici"': `"${library}"`,
        "http://proxy.example:3128": `http://127.0.0.1:${port}`,
        "https://github.example.com/api/v3": grantbook.url,
      });
      expect(await output(folder, program, ["example.mjs"])).toBe("string");
      expect(calls).toBe(1);
    } finally {
      proxy.close();
    }
  });

  test.each([
    ["undici7", "node"],
    ["undici8", "node24/bin/node"],
  ])("trusts a private CA: %s", async (library, program) => {
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    const files = ["-keyout", "key.pem", "-out", "ca.pem"];
    run("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", ...subject, ...files], {
      cwd: folder,
    });
    const [key, cert] = ["key.pem", "ca.pem"].map((name) => readFileSync(join(folder, name)));
    const server = createHttpsServer({ key, cert }, (_, response) => {
      response.setHeader("content-type", "application/json").end('{"installed_version":"3.20.0"}');
    });
    const port = await listen(server);
    try {
      example({
        '"undici"': `"${library}"`,
        'new ProxyAgent("http://proxy.example:3128")': 'new Agent({ connect: { ca: readFileSync("ca.pem") } })',
        "https://github.example.com/api/v3": `https://localhost:${port}/api/v3`,
      });
      expect(await output(folder, program, ["example.mjs"])).toBe("string");
    } finally {
      server.close();
    }
  });

  test("is that of node-fetch", async () => {
    const code = `import fetch from "node-fetch";\nimport { createClient } from "@grantbook/client";
      const client = createClient({ baseUrl: ${JSON.stringify(grantbook.url)}, auth: { token: "ghp_wrong" }, fetch });
      const error = await client.users.getAuthenticated().catch((reason) => reason);
      console.log(error.code, error.requestId !== undefined);`;
    writeFileSync(join(folder, "node-fetch.mjs"), code);
    expect(await output(folder, "node", ["node-fetch.mjs"])).toBe("unauthenticated true");
  });

  test("is that of a server in the same process, without a socket", async () => {
    const code = `import { randomBytes } from "node:crypto";
      import { Socket } from "node:net";
      import { ApiError, createClient as connect } from "@grantbook/client";
      import { createServer, decodeOtpSecret, generateTotp, seed } from "@grantbook/server";
      import { openSqliteStore } from "@grantbook/server/sqlite";
      Socket.prototype.connect = () => { throw new Error("A socket was opened"); };
      const [store, key, now] = [await openSqliteStore(":memory:"), randomBytes(32), () => new Date(1.8e12)];
      await seed({ store, key, now }, ${JSON.stringify({ users: [hubot] })});
      const { fetch } = createServer({ store, key, now, publicUrl: "http://grantbook.test" });
      const createClient = (options) => connect({ ...options, fetch });
      ${life.replace("export ", "")}
      const code = generateTotp(decodeOtpSecret(${JSON.stringify(hubot.otp_secret)}), now());
      console.log(await life("http://grantbook.test/api/v3", code));
      await store.close();`;
    writeFileSync(join(folder, "in-process.mjs"), code);
    expect(await output(folder, "node", ["in-process.mjs"])).toBe(expected);
  });

  test("is the runtime's, where MSW intercepts it", async () => {
    const code = `import { createClient } from "@grantbook/client";
      import { HttpResponse, http } from "msw";
      import { setupServer } from "msw/node";
      const baseUrl = "https://github.example.com/api/v3";
      const seen = [];
      const worker = setupServer(http.post(baseUrl + "/authorizations", async ({ request }) => {
        const code = request.headers.get("x-github-otp");
        seen.push(code, (await request.json()).note);
        return code === null
          ? HttpResponse.json({ message: "Must specify" }, { status: 401, headers: { "X-GitHub-OTP": "required; app" } })
          : HttpResponse.json({ id: 7, token: "ghp_mocked" }, { status: 201 });
      }));
      worker.listen({ onUnhandledRequest: "error" });
      const auth = { login: "hubot", password: "battery staple" };
      const client = createClient({ baseUrl, auth, otp: () => "123456" });
      const { token } = await client.authorizations.create({ note: "mocked" });
      console.log(token, JSON.stringify(seen));
      worker.close();`;
    writeFileSync(join(folder, "msw.mjs"), code);
    // MSW 3 needs Node 22.
    const seen = '[null,"mocked","123456","mocked"]';
    expect(await output(folder, "node22/bin/node", ["msw.mjs"])).toBe(`ghp_mocked ${seen}`);
  });
});

/** @param {import("node:net").Server} server */
async function listen(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
}
