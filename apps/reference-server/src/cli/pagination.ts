/** Fetches all entries of a list. `fetchPage` returns the entries after an id, and none after the last. */
export async function fetchAllPages<Entry extends { readonly id: number }>(
  fetchPage: (after: number) => Promise<readonly Entry[]>,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (;;) {
    const page = await fetchPage(entries.at(-1)?.id ?? 0);
    if (page.length === 0) return entries;
    entries.push(...page);
  }
}
