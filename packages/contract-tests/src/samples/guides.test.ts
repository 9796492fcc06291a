import { demo, guideCode, guideNames } from "@grantbook/docs/samples";
import { createServer, decodeOtpSecret, generateTotp, seed } from "@grantbook/server";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { type Connection, overHttp } from "@grantbook/test-kit/transports";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runScript, typeProblems } from "./script.js";

const monasSeed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const key = Buffer.alloc(32);
let connection: Connection;
let close: () => Promise<void>;

// Users and applications of `grantbook serve --demo`.
beforeEach(async () => {
  const store = await openSqliteStore(":memory:");
  const { login, password, application } = demo;
  await seed(
    { store, key },
    {
      users: [
        { login, password },
        { login: "monalisa", password, otp_secret: monasSeed },
      ],
      applications: [
        {
          name: "my github app",
          url: "http://my-github-app.com",
          client_id: application.clientId,
          client_secret: application.clientSecret,
        },
      ],
    },
  );
  connection = await overHttp.connect((publicUrl) => createServer({ store, key, publicUrl }));
  close = async () => {
    await connection.close();
    await store.close();
  };
});

afterEach(() => close());

/** Joins all blocks of a guide into one file, as a reader may copy them. */
const scripts = new Map(
  guideNames().flatMap((name) => {
    const code = guideCode(name, "ts").map((block) => block.code);
    return code.length > 0 ? [[name, code.join("\n")] as const] : [];
  }),
);

describe("the TypeScript of the guide", () => {
  test.each([...scripts.keys()])("%s runs", async (name) => {
    const code = scripts.get(name) ?? "";
    const askUser = () => generateTotp(decodeOtpSecret(monasSeed) ?? Buffer.alloc(0), new Date());
    const here = code.replaceAll(new URL(demo.api).origin, connection.publicUrl);
    expect(here).not.toBe(code);
    expect(await runScript(here, { askUser })).not.toEqual([]);
  });

  test("compiles", () => {
    const declared = "\ndeclare function askUser(question: string): Promise<string>;\n";
    expect(typeProblems(new Map([...scripts].map(([name, code]) => [name, code + declared])))).toEqual([]);
  });
});
