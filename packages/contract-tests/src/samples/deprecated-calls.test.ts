// The programs of the guide about deprecated calls: what each asks for before and after. Those in Go are run by
// `npm run interop`, because they take long to compile.
import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { matchOperation, type OperationId, operationTable } from "@grantbook/contract";
import { demo, guideCode } from "@grantbook/docs/samples";
import { createServer, seed } from "@grantbook/server";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { TestBrowser } from "@grantbook/test-kit/test-browser";
import { type Connection, overHttp } from "@grantbook/test-kit/transports";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const execute = promisify(execFile);
const key = Buffer.alloc(32);
const { login, password, application } = demo;
const packageFolder = new URL("../../", import.meta.url);

let connection: Connection;
let close: () => Promise<void>;
/** Operations of the API that were called, and paths outside of it. */
let called: string[];

beforeEach(async () => {
  called = [];
  const store = await openSqliteStore(":memory:");
  await seed(
    { store, key },
    {
      users: [{ login, password }],
      applications: [
        {
          name: "my github app",
          url: "http://my-github-app.com",
          client_id: application.clientId,
          client_secret: application.clientSecret,
          callback_url: "http://127.0.0.1/",
        },
      ],
    },
  );
  connection = await overHttp.connect((publicUrl) => {
    const server = createServer({ store, key, publicUrl });
    const fetch = (request: Request) => {
      const { pathname } = new URL(request.url);
      const inApi = pathname.startsWith("/api/v3");
      called.push(inApi ? `${matchOperation(request.method, pathname.slice("/api/v3".length))}` : pathname);
      return server.fetch(request);
    };
    return { fetch };
  });
  close = async () => {
    await connection.close();
    await store.close();
  };
});

afterEach(() => close());

/** Code that the application gets when the user signs in. The user has agreed with the first program already. */
async function signIn(): Promise<string> {
  const browser = new TestBrowser(fetch, connection.publicUrl);
  await browser.open(`/login/oauth/authorize?client_id=${application.clientId}`);
  const { location } = await browser.follow(await browser.submit("login", { login, password }));
  return new URL(location).searchParams.get("code") ?? "";
}

const has = (command: string, ...options: string[]) => spawnSync(command, options).status === 0;
const python = ["python3", "/usr/bin/python3"].find((name) => has(name, "-c", "import requests"));

const curl = 'curl() { command curl --silent --show-error --fail "$@"; }\nset -eo pipefail\n';

describe.each([
  ["sh", "bash", ["-c"], curl, has("curl", "--version")],
  ["js", process.execPath, ["--input-type=module", "--eval"], "", true],
  ["rb", "ruby", ["-e"], "", has("ruby", "-e", 'require "octokit"')],
  ["py", python ?? "", ["-c"], "", python !== undefined],
] as const)(
  "the programs in %s (skipped where the language is missing)",
  (language, program, options, prelude, there) => {
    const programs = guideCode("deprecated-calls", language);

    /** Runs a program of the guide, and returns what it prints. */
    async function runProgram(place: number, code: string): Promise<string> {
      called = [];
      const settings = {
        SITE: connection.publicUrl,
        CLIENT_ID: application.clientId,
        CLIENT_SECRET: application.clientSecret,
        ...(place === 0 ? { LOGIN: login, PASSWORD: password } : { CODE: code }),
      };
      const env = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...settings };
      const text = prelude + (programs[place]?.code ?? "");
      const { stdout } = await execute(program, [...options, text], { cwd: packageFolder, env });
      return stdout;
    }

    test.skipIf(!there)("get a token and check it, the old way and the new one", async () => {
      expect(programs).toHaveLength(2);
      expect(await runProgram(0, "")).toContain(login);
      expect(called).toEqual(["oauth-authorizations/get-or-create-authorization-for-app", "apps/check-authorization"]);
      for (const id of called) expect(operationTable[id as OperationId].deprecated, id).toBe(true);
      const code = await signIn();
      expect(await runProgram(1, code)).toContain(login);
      expect(called).toEqual(["/login/oauth/access_token", "apps/check-token"]);
      expect(operationTable["apps/check-token"].deprecated).toBe(false);
    });
  },
);
