import { readFileSync } from "node:fs";
import { requireSeed, type Seed, SeedError } from "@grantbook/server";
import { UsageError } from "../usage-error.js";

/** Reads the users and applications of a YAML file. Throws a {@link UsageError} that says which value is wrong. */
export async function readSeedFile(file: string): Promise<Seed> {
  // A server that starts again has no seed, and does without what reads it.
  const { parse, YAMLParseError } = await import("yaml");
  try {
    return requireSeed(parse(readFileSync(file, "utf8")) ?? {});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new UsageError(`there is no seed file ${file}`);
    throw new UsageError(`the seed file ${file}: ${reasonOf(error, error instanceof YAMLParseError)}`);
  }
}

function reasonOf(error: unknown, isYaml: boolean): string {
  if (error instanceof SeedError) return error.message;
  const [line = ""] = (error as Error).message.split("\n");
  return isYaml ? line.replace(/:$/, "") : line;
}
