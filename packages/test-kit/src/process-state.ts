/**
 * What all test files of a process share, by name: globals, variables of the environment, and so on. Globals that begin
 * with `__` are left out: libraries keep their state there.
 */
export function processState(): ReadonlyMap<string, unknown> {
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith("__"));
  const globals = names.map((name) => [name, Reflect.get(globalThis, name)] as const);
  const variables = Object.entries(process.env).map(([name, value]) => [`$${name}`, value] as const);
  return new Map<string, unknown>([
    ...globals,
    ...variables,
    ["working directory", process.cwd()],
    ["umask", process.umask()],
    ["exit code", process.exitCode],
  ]);
}

/** Names of what differs between two states. */
export function changesBetween(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => !Object.is(before.get(name), after.get(name)));
}
