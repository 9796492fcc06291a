import { expect, test } from "vitest";
import { changesBetween, processState } from "./process-state.js";

/** Changes of the process, each with what takes it back, by the name that says so. */
const changes: Record<string, () => () => void> = {
  Response: () => {
    const { Response } = globalThis;
    globalThis.Response = class extends Response {};
    return () => Object.assign(globalThis, { Response });
  },
  grantbookLeft: () => {
    Reflect.set(globalThis, "grantbookLeft", 1);
    return () => Reflect.deleteProperty(globalThis, "grantbookLeft");
  },
  $GRANTBOOK_LEFT: () => {
    process.env.GRANTBOOK_LEFT = "1";
    return () => delete process.env.GRANTBOOK_LEFT;
  },
  "working directory": () => {
    const folder = process.cwd();
    process.chdir("/");
    return () => process.chdir(folder);
  },
  umask: () => {
    const umask = process.umask(0o77);
    return () => process.umask(umask);
  },
  "exit code": () => {
    const { exitCode } = process;
    process.exitCode = 3;
    return () => Object.assign(process, { exitCode });
  },
};

test.each(Object.keys(changes))("a changed process is noticed by its %s", (name) => {
  const before = processState();
  expect(changesBetween(before, processState())).toEqual([]);
  const takeBack = changes[name]?.();
  const found = changesBetween(before, processState());
  takeBack?.();
  expect(found).toEqual([name]);
  expect(changesBetween(before, processState())).toEqual([]);
});
