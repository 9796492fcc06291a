/** What the test file that runs has to end, such as a database that its tests used one after the other. */
const endings: (() => Promise<void> | void)[] = [];

/** Runs a function after the last test of the file. */
export function atFileEnd(end: () => Promise<void> | void): void {
  endings.push(end);
}

/** Runs what {@link atFileEnd} was given. */
export async function endFile(): Promise<void> {
  for (const end of endings.splice(0)) await end();
}
