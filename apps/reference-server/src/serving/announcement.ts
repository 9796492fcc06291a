import type { SeedResult } from "@grantbook/server";
import { generatedText } from "../seeds/seeds.js";

/** What is told of a server when it serves. */
export interface Announcement {
  readonly address: string;
  readonly docs: string;
  readonly metrics: string | undefined;
  readonly generated: readonly SeedResult[];
}

/** Tells it in lines for people, and for scripts that look for the address, which is on the first of them. */
export function announce({ address, docs, metrics, generated }: Announcement): void {
  console.log(`listening on ${address}`);
  console.log(`docs at ${docs}`);
  if (metrics !== undefined) console.log(`metrics at ${metrics}`);
  process.stdout.write(generatedText(generated));
}
