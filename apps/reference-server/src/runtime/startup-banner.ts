import type { SeedResult } from "@grantbook/server";
import { generatedText } from "../seeds/startup-seeds.js";

/** Addresses of a server that listens, and secrets that were generated for its seed. */
export interface StartupBanner {
  readonly address: string;
  readonly docs: string;
  readonly metrics: string | undefined;
  readonly generated: SeedResult;
}

/** Prints the banner on standard output. Scripts read the address from the first line. */
export function printStartupBanner({ address, docs, metrics, generated }: StartupBanner): void {
  console.log(`listening on ${address}`);
  console.log(`docs at ${docs}`);
  if (metrics !== undefined) console.log(`metrics at ${metrics}`);
  process.stdout.write(generatedText(generated));
}
