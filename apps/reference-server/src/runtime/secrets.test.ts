import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { decodeOtpSecret, generateTotp } from "@grantbook/server";
import { walkFlows } from "@grantbook/test-kit/flow-walk";
import { build, failuresIn, run, runToEnd, type ServerProcess } from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// Sends secrets in every place where a client could put one, then searches all output of the server for them, in every
// encoding that a program could use.

const folder = newFolder();
const hex = (bytes: number) => randomBytes(bytes).toString("hex");
const otpSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const secrets: Record<string, string> = {
  "a password": `pass word/${hex(8)}?&"ä`,
  "a wrong password": `wrong-${hex(8)}`,
  "a new password": `new-${hex(8)}`,
  "a client secret": hex(20),
  "a wrong client secret": hex(20),
  "a seed of one-time codes": otpSecret,
  "an unknown token": `gho_${hex(18)}`,
  "a legacy token": hex(20),
  "a recovery code": hex(10),
  "a state": hex(20),
  "a code verifier": hex(32),
};
const clientId = "Iv1.0123456789abcdef";
let server: ServerProcess;
/** Output of the server other than responses, by the name of the place. */
const outputs: Record<string, Buffer> = {};

beforeAll(async () => {
  build();
  writeFileSync(
    join(folder, "seed.json"),
    JSON.stringify({
      users: [
        { login: "plain", password: secrets["a password"] },
        {
          login: "coded",
          password: secrets["a password"],
          otp_secret: otpSecret,
          recovery_codes: [secrets["a recovery code"]],
        },
      ],
      applications: [
        {
          name: "CI",
          url: "https://ci.example/",
          client_id: clientId,
          client_secret: secrets["a client secret"],
          callback_url: "https://ci.example/callback",
          device_flow: true,
          expire_user_tokens: true,
        },
      ],
    }),
  );
  const flags = ["--port", "0", "--demo", "--seed", "seed.json", "--metrics", "127.0.0.1:0", "--log-level", "debug"];
  server = run(folder, ["serve", ...flags]);
  const address = await server.listening();
  await sendSecretsEverywhere(`${address}/api/v3`, address);

  for (const path of ["", "/requests", "/clock", "/faults"]) {
    const page = await fetch(`${address}/_grantbook${path}`);
    outputs[`/_grantbook${path}`] = Buffer.from(await page.arrayBuffer());
  }
  for (const path of ["/live", "/ready"])
    outputs[path] = Buffer.from(await (await fetch(address + path)).arrayBuffer());
  outputs.metrics = Buffer.from(await (await fetch(await server.metrics())).arrayBuffer());
  administer();
  for (const file of readdirSync(join(folder, "data"))) {
    if (file.startsWith("grantbook.db") && !file.endsWith(".sock")) {
      outputs[file] = readFileSync(join(folder, "data", file));
    }
  }
  await server.stop();
  outputs["standard output"] = Buffer.from(server.output.stdout);
  outputs["the log"] = Buffer.from(server.output.stderr);
  outputs["the database after the end"] = readFileSync(join(folder, "data/grantbook.db"));
});

afterAll(() => server.stop("SIGKILL"));

const basic = (name: string, secret: string) => `Basic ${Buffer.from(`${name}:${secret}`).toString("base64")}`;

type Send = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
) => Promise<{
  readonly token?: string;
  readonly id?: number;
}>;

const secret = (name: string) => secrets[name] ?? "";
const user = () => ({ authorization: basic("plain", secret("a password")) });
const application = () => ({ authorization: basic(clientId, secret("a client secret")) });

async function sendSecretsEverywhere(api: string, address: string): Promise<void> {
  const send: Send = async (method, path, headers, body) => {
    const answer = await fetch(api + path, { method, headers, body: body ?? null });
    return (await answer.json().catch(() => ({}))) as Awaited<ReturnType<Send>>;
  };
  const wanted = { client_id: clientId, client_secret: secret("a client secret"), scopes: ["repo"] };
  const { token = "", id } = await send("POST", "/authorizations", user(), JSON.stringify(wanted));
  const { token: personal = "" } = await send("POST", "/authorizations", user(), '{"note":"mine"}');
  secrets["an application's token"] = token;
  secrets["a personal token"] = personal;
  await sendInHeaders(send);
  await sendInPaths(send);
  await sendInBodies(send, `/authorizations/${id}`);
  await sendInNoRequests(new URL(address));
  const walked = await walkFlows(address, {
    login: "coded",
    password: secret("a password"),
    wrongPassword: secret("a wrong password"),
    recoveryCode: secret("a recovery code"),
    clientId,
    clientSecret: secret("a client secret"),
    state: secret("a state"),
    verifier: secret("a code verifier"),
  });
  Object.assign(secrets, walked);
  await fetch(`${address}/_grantbook/${secret("an unknown token")}`);
  const clock = JSON.stringify({ now: secret("an unknown token") });
  await fetch(`${address}/_grantbook/clock`, { method: "PUT", body: clock });
}

async function sendInHeaders(send: Send): Promise<void> {
  const password = secret("a password");
  secrets["a one-time code"] = generateTotp(decodeOtpSecret(otpSecret) ?? Buffer.alloc(0), new Date());
  const coded = { authorization: basic("coded", password), "x-github-otp": secret("a one-time code") };
  await send("GET", "/authorizations", coded);
  await send("GET", "/authorizations", coded);
  await send("GET", "/authorizations", { authorization: basic("plain", secret("a wrong password")) });
  await send("GET", "/authorizations", { authorization: basic(password, "") });
  await send("GET", "/authorizations", { authorization: password.replaceAll(/[^ -~]/g, "") });
  await send("GET", "/authorizations/1", { authorization: basic(clientId, secret("a wrong client secret")) });
  for (const text of [secret("an application's token"), secret("a personal token"), secret("an unknown token")]) {
    await send("GET", "/user", { authorization: `token ${text}` });
    await send("GET", "/user", { authorization: basic(text, "x-oauth-basic") });
    await send("GET", "/authorizations", { authorization: `Bearer ${text}`, cookie: `token=${text}`, "x-token": text });
  }
}

/** Of operations, and of nothing. */
async function sendInPaths(send: Send): Promise<void> {
  for (const text of [secret("an application's token"), secret("an unknown token"), secret("a legacy token")]) {
    for (const method of ["GET", "DELETE"]) {
      await send(method, `/applications/${clientId}/tokens/${text}/nowhere/${text}`, application());
    }
    await send("GET", `/applications/${clientId}/tokens/${text}`, application());
    await send("GET", `/${text}`, {});
  }
  for (const text of [secret("an unknown token"), secret("a legacy token")]) {
    for (const method of ["POST", "DELETE"])
      await send(method, `/applications/${clientId}/tokens/${text}`, application());
  }
  const unknown = secret("an unknown token");
  const query = `client_secret=${secret("a client secret")}&access_token=${unknown}&${unknown}`;
  await send("GET", `/authorizations?${query}`, user());
}

/** Under names that are known and others, in what is no JSON, and in what is too long. */
async function sendInBodies(send: Send, authorization: string): Promise<void> {
  const client = secret("a client secret");
  const password = secret("a password");
  const path = `/applications/${clientId}/token`;
  for (const text of [secret("an application's token"), secret("an unknown token"), secret("a legacy token")]) {
    const body = JSON.stringify({ access_token: text, password, [text]: text, nested: { password } });
    for (const method of ["POST", "PATCH"]) await send(method, path, application(), body);
    await send("POST", path, application(), `{"access_token":"${text}"`);
  }
  await send("PATCH", authorization, user(), JSON.stringify({ client_secret: client, scopes: [client] }));
  const wanted = JSON.stringify({ client_secret: client, scopes: ["gist"] });
  await send("PUT", `/authorizations/clients/${clientId}`, user(), wanted);
  await send("POST", "/authorizations", user(), JSON.stringify({ note: "long", client_secret: client.repeat(4000) }));
}

async function sendInNoRequests({ hostname, port }: URL): Promise<void> {
  const unknown = secret("an unknown token");
  const end = "HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
  for (const bytes of [
    `GET /${unknown} HTTP/9.9\r\nAuthorization: token ${unknown}\r\n\r\n`,
    `GET http://plain:${unknown}@x/api/v3/applications/${clientId}/tokens/${unknown} ${end}\r\n`,
    `POST http://plain:${unknown}@x/api/v3/authorizations ${end}Content-Length: 2\r\n\r\n{}`,
    `POST /api/v3/authorizations ${end}Content-Length: 900\r\n\r\n{"client_secret":"${secret("a client secret")}"`,
  ]) {
    await new Promise((resolve) => {
      const socket = connect(Number(port), hostname);
      socket.once("close", resolve).on("error", resolve).resume().end(bytes);
    });
  }
}

/** Commands with secrets, through the server. */
function administer(): void {
  const said = [
    runToEnd(folder, ["user", "passwd", "plain", "--password-file", "-"], { input: secret("a new password") }),
    runToEnd(folder, ["token", "revoke", "--token-file", "-"], { input: secret("a personal token") }),
    runToEnd(folder, ["user", "list", "--json"]),
    runToEnd(folder, ["token", "list", "plain", "--json"]),
    runToEnd(folder, ["key", "rotate"]),
  ];
  expect(said.map(({ code, stderr }) => [code, stderr])).toEqual(said.map(() => [0, ""]));
  outputs["the commands"] = Buffer.from(said.map(({ stdout, stderr }) => stdout + stderr).join(""));
}

/** Encodings of a secret. In base 64 they depend on the text before it. */
function* encodings(secret: string): Generator<readonly [name: string, text: string]> {
  const bytes = Buffer.from(secret);
  yield ["as it is", secret];
  yield ["reversed", [...secret].reverse().join("")];
  yield ["in JSON", JSON.stringify(secret).slice(1, -1)];
  yield ["in a URL", encodeURIComponent(secret)];
  yield ["in hexadecimal digits", bytes.toString("hex")];
  yield ["in capital hexadecimal digits", bytes.toString("hex").toUpperCase()];
  for (const encoding of ["base64", "base64url"] as const) {
    for (const offset of [0, 1, 2]) {
      const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString(encoding);
      // The first and the last signs have bits of the neighbours in them.
      yield [
        `in ${encoding}, moved by ${offset}`,
        whole
          .slice(offset === 0 ? 0 : 4)
          .replace(/=+$/, "")
          .slice(0, -2),
      ];
    }
  }
}

describe("no secret is in what comes out of the server", () => {
  const places = [
    ...["the log", "standard output", "metrics", "the commands", "/live", "/ready"],
    ...["/_grantbook", "/_grantbook/requests", "/_grantbook/clock", "/_grantbook/faults"],
    ...["grantbook.db", "grantbook.db-wal", "the database after the end"],
  ];

  test.each(places)("in %s", (place) => {
    const output = outputs[place] ?? Buffer.alloc(0);
    expect(output.length).toBeGreaterThan(0);
    for (const [name, text] of Object.entries(secrets)) {
      expect(text.length, name).toBeGreaterThan(5);
      // Six digits are found anywhere by chance.
      const isShort = name === "a one-time code" && !/log|output|requests/.test(place);
      if (isShort) continue;
      for (const [encoding, encoded] of encodings(text)) {
        expect(output.includes(encoded), `${name}, ${encoding}, in ${place}`).toBe(false);
      }
    }
  });

  test("and nothing was left out", () => {
    expect(Object.keys(outputs).sort()).toEqual([...places].sort());
  });

  test("which has a line for every request, without its path", () => {
    const lines = server.output.stderr.split("\n").filter((line) => line.includes('"message":"request"'));
    expect(lines.length).toBeGreaterThan(50);
    expect(failuresIn(server)).toEqual([]);
    for (const line of lines) expect(line).not.toMatch(/\/api\/v3|applications\/|tokens\//);
    expect(server.output.stderr).toContain('"operation":"apps/check-authorization"');
    expect(server.output.stderr).toContain(`"caller":"application ${clientId}"`);
  });
});
