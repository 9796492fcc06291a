import { vi } from "vitest";

/**
 * Setup of every test file: argon2id with the least memory and one pass. Thousands of tests make users; at the cost
 * that protects a password they would take a fifth of the run. The executable, which tests start, keeps the full cost,
 * and so does `passwords.test.ts`, which proves it.
 */
vi.mock("@node-rs/argon2", async (importOriginal) => {
  const argon2 = await importOriginal<typeof import("@node-rs/argon2")>();
  const least = { memoryCost: 8, timeCost: 1, parallelism: 1 };
  return { ...argon2, hash: (password: string | Uint8Array) => argon2.hash(password, least) };
});
