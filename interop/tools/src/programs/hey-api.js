import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import { check } from "../../../src/programs/check.js";
import { compile, requireNames } from "./compile.js";
import { descriptions, folder } from "./descriptions.js";

const plugins = ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"];

/** What an application writes with the generated code, by description. */
const programs = {
  "openapi.json": `import { appsCheckToken, type Authorization, type AuthorizationPatch, type TokenRequest } from "./index";
export async function scopesOf(client_id: string, body: TokenRequest): Promise<Authorization["scopes"]> {
  const { data } = await appsCheckToken({ path: { client_id }, body, throwOnError: true });
  return data.scopes;
}
export const patch: AuthorizationPatch = { add_scopes: ["repo"] };
// @ts-expect-error: a check needs a token.
void appsCheckToken({ path: { client_id: "" }, body: {} });
`,
  "flows.json": `import { oauthCreateDeviceCode } from "./index";
export async function userCode(client_id: string): Promise<string | undefined> {
  const { data } = await oauthCreateDeviceCode({ body: { client_id }, throwOnError: true });
  return "user_code" in data ? data.user_code : undefined;
}
`,
};

for (const { name, path } of descriptions) {
  const generated = join(folder, name.replace(".json", ""));
  await check(name, "a client is generated, and it compiles with a program that uses it", async () => {
    await createClient({ input: path, output: generated, plugins, logs: { level: "silent", file: false } });
    writeFileSync(join(generated, "program.ts"), programs[name]);
    compile(join(generated, "program.ts"));
  });
  await check(name, "no type has a made-up name", () => requireNames(join(generated, "types.gen.ts")));
}
