import { readFileSync } from "node:fs";
import { requireSeed, type Seed, SeedError } from "@grantbook/server";
import { parse, YAMLParseError } from "yaml";
import { UsageError } from "../usage-error.js";

/** Reads the users and applications of a YAML file. Throws a {@link UsageError} that says which value is wrong. */
export function readSeedFile(file: string): Seed {
  try {
    return requireSeed(parse(readFileSync(file, "utf8")) ?? {});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new UsageError(`there is no seed file ${file}`);
    throw new UsageError(`the seed file ${file}: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof SeedError) return error.message;
  const [line = ""] = (error as Error).message.split("\n");
  return error instanceof YAMLParseError ? line.replace(/:$/, "") : line;
}
