import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** File that lists the files of a site, in its folder. */
const manifest = "site.json";

/** Lists the files of the site in a folder; `undefined` when there is no site. */
export function readManifest(folder: string): string[] | undefined {
  const file = join(folder, manifest);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Writes a site into a folder. Files that only an earlier site has are removed; all others stay. */
export function writeSite(folder: string, site: ReadonlyMap<string, string>): void {
  for (const name of readManifest(folder) ?? []) if (!site.has(name)) rmSync(join(folder, name), { force: true });
  for (const [name, content] of site) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  writeFileSync(join(folder, manifest), `${JSON.stringify([...site.keys()], null, 1)}\n`);
}
