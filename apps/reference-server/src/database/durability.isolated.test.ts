import type * as fs from "node:fs";
import { fstatSync, mkdirSync, statSync } from "node:fs";
import type * as promises from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runCommandLine } from "../cli/command-line.js";
import { KeyFile } from "./key-file.js";

// What a power failure must not take: every file is synced before it is used, and so is the folder that names it.
const synced = vi.hoisted(() => [] as number[]);
vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  const fsyncSync = (descriptor: number) => {
    synced.push(real.fstatSync(descriptor).ino);
    real.fsyncSync(descriptor);
  };
  return { ...real, fsyncSync };
});
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof promises>();
  return {
    ...real,
    async open(...parameters: Parameters<typeof real.open>) {
      const handle = await real.open(...parameters);
      const { sync } = handle;
      handle.sync = () => {
        synced.push(fstatSync(handle.fd).ino);
        return sync.call(handle);
      };
      return handle;
    },
  };
});

let folder: string;
beforeEach(() => {
  folder = newFolder();
  synced.length = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});

const inode = (path: string) => statSync(path).ino;

test("a key file is on the disk, with its folder, and both are for their owner alone", () => {
  const data = join(folder, "data");
  const file = join(data, "g.key");
  KeyFile.create(file);
  expect(synced).toEqual([inode(file), inode(data)]);
  expect([data, file].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
});

test("the key to come is on the disk before anything is encrypted with it", () => {
  const file = join(folder, "g.key");
  const keyFile = KeyFile.create(file);
  synced.length = 0;
  keyFile.prepareNext();
  expect(synced).toEqual([inode(`${file}.next`), inode(folder)]);
});

test("a backup is on the disk before it has its name", async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const data = join(folder, "data");
  mkdirSync(data);
  const flags = ["--database", `sqlite:${join(data, "g.db")}`, "--key-file", join(data, "g.key")];
  await runCommandLine(["migrate", ...flags], {});
  const target = join(folder, "backup.db");
  await runCommandLine(["backup", target, ...flags], {});
  expect(synced).toContain(inode(target));
  expect(statSync(target).mode & 0o777).toBe(0o600);
});
