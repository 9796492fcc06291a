import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "orval";
import { check } from "../../../src/programs/check.js";
import { compile, requireNames } from "./compile.js";
import { descriptions, folder } from "./descriptions.js";

/** What an application writes with the generated code, by description. */
const programs = {
  "openapi.json": `import { appsCheckToken } from "./client";
import type { Authorization, AuthorizationPatch, TokenRequest } from "./client";
export async function scopesOf(clientId: string, body: TokenRequest): Promise<Authorization["scopes"] | undefined> {
  const { status, data } = await appsCheckToken(clientId, body);
  return status === 200 ? data.scopes : undefined;
}
export const patch: AuthorizationPatch = { add_scopes: ["repo"] };
// @ts-expect-error: a check needs a token.
void appsCheckToken("", {});
`,
  "flows.json": `import { oauthCreateDeviceCode } from "./client";
export async function userCode(client_id: string): Promise<string | undefined> {
  const { status, data } = await oauthCreateDeviceCode({ client_id });
  return status === 200 && "user_code" in data ? data.user_code : undefined;
}
`,
};

for (const { name, path } of descriptions) {
  const generated = join(folder, name.replace(".json", ""));
  await check(name, "a client is generated, and it compiles with a program that uses it", async () => {
    await generate({ input: path, output: { target: join(generated, "client.ts"), client: "fetch" } });
    writeFileSync(join(generated, "program.ts"), programs[name]);
    compile(join(generated, "program.ts"));
  });
  await check(name, "no type has a made-up name", () => requireNames(join(generated, "client.ts")));
}
