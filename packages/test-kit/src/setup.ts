import { afterAll, expect, inject, vi } from "vitest";
import { endFile } from "./file-ends.js";
import { changesBetween, processState } from "./process-state.js";
import { removeLeftovers, useTemporaryFolder } from "./temporary-folder.js";

/**
 * Setup of every test file: argon2id with the least memory and one pass. Thousands of tests make users; at the cost
 * that protects a password they would take a fifth of the run. The executable, which tests start, keeps the full cost,
 * and so does `passwords.isolated.test.ts`, which proves it.
 */
vi.mock("@node-rs/argon2", async (importOriginal) => {
  const argon2 = await importOriginal<typeof import("@node-rs/argon2")>();
  const least = { memoryCost: 8, timeCost: 1, parallelism: 1 };
  return { ...argon2, hash: (password: string | Uint8Array) => argon2.hash(password, least) };
});

// At its start Bash reads a file of the user, which may print: the one that BASH_ENV names, or ~/.bashrc where its
// input is a socket, as from Node, and SHLVL says that no other shell is above it.
delete process.env.BASH_ENV;
process.env.SHLVL = "1";

// The hooks run from the last to the first.
const folder = useTemporaryFolder(inject("runFolder"));
afterAll(() => expect(removeLeftovers(folder), "left by the file in the temporary folder").toEqual([]));

// A hook of a module would belong to the first file that loads it.
afterAll(endFile);

// The next file of the process must not depend on what this one did.
const before = processState();
afterAll(() => expect(changesBetween(before, processState()), "left changed by the file").toEqual([]));
