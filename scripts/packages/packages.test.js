import { readFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { startGrantbook } from "@grantbook/testing";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, withoutBrowser } from "../browser.js";
import { cast } from "./cast.js";
import { bundle, createProject, libraries, run } from "./project.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** @type {ReturnType<typeof createProject>} */
let project;

beforeAll(() => {
  project = createProject();
});

/** @param {string} name */
const archiveOf = (name) => {
  const file = project.archives.find((path) => basename(path).startsWith(`grantbook-${name}-`));
  return readFileSync(file ?? "");
};

describe.each(libraries)("the package %s", (name) => {
  test("has nothing that publint would change", async () => {
    const { messages, pkg } = await publint({ pkgDir: join(root, "packages", name), strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test("has types that are found as its code is, by everybody who can load a module", async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(archiveOf(name))));
    if (!result.types) return expect.unreachable("there are no types");
    // Node 20.19 and newer load modules by `require`, with their own type warning. Older resolution is not supported.
    const problems = result.problems.filter(
      (problem) =>
        problem.kind !== "CJSResolvesToESM" && !("resolutionKind" in problem && problem.resolutionKind === "node10"),
    );
    expect(problems).toEqual([]);
  });

  test("has no tests in it, and its license", () => {
    const files = run("tar", ["-tzf", "-"], { input: archiveOf(name) }).split("\n");
    expect(files).toContain("package/LICENSE");
    expect(files.filter((file) => /\.test|testing\//.test(file))).toEqual([]);
  });
});

describe("the client in an application", () => {
  /** @param {string} code */
  const sizeOf = async (code) => {
    const bundled = await bundle(project.folder, code);
    return { bundled, minified: Buffer.byteLength(bundled), gzipped: gzipSync(bundled, { level: 9 }).length };
  };

  test("is at most 18 kB minified and 7 kB gzipped, with all it has and all it depends on", async () => {
    const { minified, gzipped } = await sizeOf(`export * from "@grantbook/client";`);
    console.info(`the whole client: ${minified} bytes, gzipped ${gzipped}`);
    expect(minified).toBeLessThanOrEqual(18_000);
    expect(gzipped).toBeLessThanOrEqual(7_000);
  });

  test("does not have the sign-in flows, which are below 8 kB minified and 3.5 kB gzipped by themselves", async () => {
    const { bundled } = await sizeOf(`export * from "@grantbook/client";`);
    expect(bundled).not.toContain("/login/oauth/");
    const flows = await sizeOf(`export * from "@grantbook/client/oauth";`);
    console.info(`the client of the flows: ${flows.minified} bytes, gzipped ${flows.gzipped}`);
    expect(flows.bundled).toContain("/login/oauth/");
    expect(flows.bundled).not.toContain("/authorizations");
    expect(flows.minified).toBeLessThanOrEqual(8_000);
    expect(flows.gzipped).toBeLessThanOrEqual(3_500);
  });

  test("is below 8 kB minified with one call of createCaller, without the other operations", async () => {
    const { bundled, minified, gzipped } = await sizeOf(
      `import { createCaller, tokensCheck } from "@grantbook/client/call";
       const auth = { clientId: "0123456789abcdef0123", clientSecret: "secret" };
       const call = createCaller({ baseUrl: "https://github.example.com/api/v3", auth });
       console.log(await call(tokensCheck, { path: { client_id: auth.clientId }, body: { access_token: "token" } }));`,
    );
    console.info(`an application with one call: ${minified} bytes, gzipped ${gzipped}`);
    expect(minified).toBeLessThan(8_000);
    expect(bundled).toContain("apps/check-token");
    expect(bundled).not.toContain("apps/reset-token");
  });
});

describe.skipIf(withoutBrowser)("the client in a browser", () => {
  const program = `
    import { ApiError, createClient } from "@grantbook/client";
    import { cache, memoryCache } from "@grantbook/client/middleware";
    globalThis.play = async (baseUrl, user, editor) => {
      const client = createClient({ baseUrl, auth: user, middleware: [cache(memoryCache())] });
      const { client_id, client_secret } = editor;
      const { token } = await client.authorizations.create({ client_id, client_secret });
      const application = createClient({ baseUrl, auth: { clientId: client_id, clientSecret: client_secret } });
      const { user: { login } } = await application.tokens.check({ access_token: token });
      const names = [];
      for await (const { app } of client.authorizations.iterate({ per_page: 1 })) names.push(app.name);
      const [first, second] = [await client.grants.list(), await client.grants.list()];
      const refused = await client.authorizations.create({ note: "" }).catch((error) => error);
      const redirected = await createClient({ baseUrl: location.origin, auth: user, retry: false }).meta.get().catch((error) => error);
      return { login, names, isSame: JSON.stringify(first) === JSON.stringify(second), isApiError: refused instanceof ApiError,
        codes: [refused.code, redirected.code], requestId: refused.requestId };
    };`;

  test("does what it does elsewhere, from a page of another site", async () => {
    const script = await bundle(project.folder, program);
    const page = createHttpServer(({ url }, answer) => {
      if (url === "/script.js") answer.setHeader("content-type", "text/javascript").end(script);
      else if (url === "/meta") answer.writeHead(302, { location: "/elsewhere" }).end();
      else answer.setHeader("content-type", "text/html").end('<script type="module" src="/script.js"></script>');
    });
    await new Promise((resolve) => page.listen(0, "127.0.0.1", () => resolve(undefined)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (page.address());
    const grantbook = await startGrantbook({ seed: { users: cast.users, applications: [cast.editor] } });
    const browser = await launchBrowser();
    try {
      const tab = await browser.newPage();
      await tab.goto(`http://127.0.0.1:${port}/`);
      await tab.waitForFunction("globalThis.play");
      const parameters = JSON.stringify([grantbook.url, cast.users[0], cast.editor]);
      expect(await tab.evaluate(`globalThis.play(...${parameters})`)).toEqual({
        login: "octocat",
        names: ["Editor"],
        isSame: true,
        isApiError: true,
        codes: ["invalid", "redirect"],
        requestId: expect.stringMatching(/^[0-9A-F:]+$/),
      });
    } finally {
      await browser.close();
      await grantbook.close();
      page.close();
    }
  });
});
