import { readSwitch } from "../options/parsers.js";

/** The setting of every command that prints something. */
export const json = { help: "Print JSON.", read: readSwitch } as const;

/** All entries of a list that comes in parts, each of those behind an id. */
export async function allEntries<Entry extends { readonly id: number }>(
  part: (after: number) => Promise<readonly Entry[]>,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (;;) {
    const more = await part(entries.at(-1)?.id ?? 0);
    if (more.length === 0) return entries;
    entries.push(...more);
  }
}
