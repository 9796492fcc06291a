import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readChanges } from "./changes.js";
import { writeSite } from "./manifest.js";
import { preview } from "./preview.js";
import { readSources } from "./read-sources.js";
import { buildSite } from "./site.js";

const help = `Usage: npm run docs -- [FLAG]...

Builds the docs site from openapi/ and apps/docs/guides/.

  --out DIR      Folder to write the site to. [apps/docs/site]
  --changes FILE Mark the changes of a review: what npm run review -- --save FILE wrote.
  --watch        Serve it on 127.0.0.1, and rebuild it on every change.
  --port NUMBER  Port to serve it on; 0 picks a free one. [0]
`;

/** Runs the command with its arguments. Rejects, with what is wrong, when one of them is not valid. */
export async function runCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: "string", default: fileURLToPath(new URL("../site", import.meta.url)) },
      changes: { type: "string" },
      watch: { type: "boolean", default: false },
      port: { type: "string", default: "0" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const port = Number(values.port);
  if (!/^[0-9]{1,5}$/.test(values.port) || port > 65_535) throw new Error(`--port: ${values.port} is not a port`);
  const folder = resolve(values.out);
  const changesFile = values.changes && resolve(values.changes);
  writeSite(folder, buildSite({ ...readSources(), changes: changesFile ? readChanges(changesFile) : undefined }));
  if (values.watch) await preview(folder, port, changesFile);
  else console.log(`docs written to ${folder}`);
}
