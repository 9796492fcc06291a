// A check of a token next to what others would take for it. Their packages are installed into a folder of their own.
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installLocked } from "../../../../scripts/install-locked.js";
import { compare } from "../compare.js";
import { api, asApplication, jsonType } from "../fixtures.js";
import { newDatabaseFile, stopAll } from "../helpers.js";
import { checkTokenLoad, constantLoad } from "../loads/check-token.js";
import { start } from "../process.js";
import { figuresTable } from "../report.js";
import { response } from "../servers/response.js";
import { seedFlags, startExecutable } from "../start-executable.js";

/** @typedef {import("../load.js").Load} Load */

const note = `What npm start gives, next to servers by others, each as its documentation starts it. Express validates
with our description; Prism sends its example; emulate says whose a token is, as it has no check of tokens.`;

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function peers(folder, effort) {
  installLocked(fileURLToPath(new URL("../../peers", import.meta.url)));
  const place = mkdtempSync(join(folder, "peers-"));
  const demo = ["--demo", "--database", `sqlite:${newDatabaseFile(folder)}`, ...seedFlags(place)];
  const executable = await startExecutable(place, demo);
  const oidc = await start("../../peers/oidc-provider");
  const emulate = await start("../../peers/emulate");
  const subjects = [
    { name: "node:http", server: await start("bare-http"), load: constantLoad() },
    { name: "npm start", server: executable, load: await checkTokenLoad(executable) },
    { name: "vercel-labs/emulate", server: emulate, load: whose(emulate.facts.tokens) },
    { name: "oidc-provider, introspection", server: oidc, load: introspection(oidc.facts.token) },
    {
      name: "Express, OpenAPI validator",
      server: await start("../../peers/express-openapi-validator"),
      load: constantLoad(),
    },
    { name: "Prism, mock server", server: await start("../../peers/prism", { folder: place }), load: mocked },
  ];
  try {
    return [figuresTable("Next to others", await compare(subjects, effort), note)];
  } finally {
    await stopAll(...subjects.map(({ server }) => server));
  }
}

/**
 * Load that uses the tokens in turn, because emulate has a rate limit for each.
 * @param {string[]} tokens @returns {Load}
 */
function whose(tokens) {
  let next = 0;
  return {
    path: "/user",
    nextHeaders: () => ({ authorization: `Bearer ${tokens[next++ % tokens.length]}` }),
    verify: (text) => text.includes(`"login":"${response.user.login}"`),
  };
}

/** @type {Load} */
const mocked = {
  ...constantLoad(),
  path: constantLoad().path.slice(api.length),
  headers: { ...asApplication, ...jsonType },
  verify: (text) => text.includes('"token_last_eight"'),
};

/** @param {string} token @returns {Load} */
function introspection(token) {
  return {
    path: "/token/introspection",
    method: "POST",
    headers: { ...asApplication, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token }).toString(),
    verify: (text) => text.startsWith('{"active":true,'),
  };
}
