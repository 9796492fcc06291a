import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type ClientError, createClient } from "@grantbook/client";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { octocat, startTestServer } from "@grantbook/test-kit/test-server";
import { overHttp } from "@grantbook/test-kit/transports";
import { expect, test } from "vitest";

// Clients whose address is another one than the server's own, and clients that reach no server.

const clientOf = (baseUrl: string) => createClient({ baseUrl, auth: octocat, retry: false });

test("a server that is called by another name than its own gives all pages", async () => {
  const server = await startTestServer(overHttp);
  try {
    const client = clientOf(server.baseUrl.replace("//127.0.0.1:", "//localhost:"));
    for (let index = 0; index < 5; index += 1) await client.authorizations.create({ note: `note ${index}` });
    const response = await fetch(`${server.baseUrl}/authorizations?per_page=2`, {
      headers: { authorization: `Basic ${btoa(`${octocat.login}:${octocat.password}`)}` },
    });
    expect(response.headers.get("link")).toContain(`<${server.baseUrl}/authorizations?`);
    const notes = [];
    for await (const { note } of client.authorizations.iterate({ per_page: 2 })) notes.push(note);
    expect(notes.toSorted()).toEqual(["note 0", "note 1", "note 2", "note 3", "note 4"]);
  } finally {
    await server.close();
  }
});

test("the error of an unknown host names the host and the code of the system", async () => {
  const error = (await failureOf(clientOf("http://grantbook.invalid/api/v3").authorizations.list())) as ClientError;
  // Without a network, the resolver answers with the second code.
  expect(error).toMatchObject({
    code: "connection",
    cause: { code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) },
  });
  expect(error.message).toMatch(/: getaddrinfo (ENOTFOUND|EAI_AGAIN) grantbook\.invalid/);
  expect(error.message).not.toContain(octocat.password);
});

test("the error of an untrusted certificate names the code of TLS", async () => {
  const folder = newFolder();
  const files = ["key.pem", "certificate.pem"].map((name) => join(folder, name));
  const [keyFile = "", certificateFile = ""] = files;
  const flags = [
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=localhost",
    "-keyout",
    keyFile,
    "-out",
    certificateFile,
  ];
  expect(spawnSync("openssl", ["req", "-x509", ...flags], { encoding: "utf8" })).toMatchObject({ status: 0 });
  const [key, cert] = files.map((file) => readFileSync(file));
  const server = createServer({ key, cert }, (_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const error = (await failureOf(clientOf(`https://localhost:${port}/api/v3`).authorizations.list())) as ClientError;
    expect(error).toMatchObject({ code: "connection", cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" } });
    expect(error.message).toBe(
      "oauth-authorizations/list-authorizations: self-signed certificate (DEPTH_ZERO_SELF_SIGNED_CERT)",
    );
  } finally {
    server.close();
  }
});
