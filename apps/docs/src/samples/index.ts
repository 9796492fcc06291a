import type { OpenApiDocument } from "@grantbook/contract";
import { type Entry, entriesOf } from "../description.js";
import { curlSample, shellName, shellWord } from "./curl.js";
import { typescriptName, typescriptSample } from "./typescript.js";
import { sampleRequest } from "./variables.js";

export { withFlows } from "../with-flows.js";
export { type CodeBlock, guideCode, guideNames } from "./guide-code.js";
export { demo } from "./variables.js";

/** Sample of an operation, in each language. */
export interface Sample {
  readonly curl: string;
  readonly typescript: string;
}

/** Makes the samples of an operation from the examples of the description, with the values of the demo. */
export function sampleOf(description: OpenApiDocument, entry: Entry): Sample {
  const request = sampleRequest(description, entry);
  return { curl: curlSample(entry, request), typescript: typescriptSample(entry, request) };
}

/** Makes the samples of every operation, by id. */
export function samplesById(description: OpenApiDocument): ReadonlyMap<string, Sample> {
  return new Map(entriesOf(description).map((entry) => [entry.operation.operationId, sampleOf(description, entry)]));
}

/**
 * Replaces the values of a sample. `values` has them by the names of the description, such as `access_token`, and `api`
 * for the base URL. Throws when a variable of the sample has no value, so that none of the demo is left.
 */
export function withValues({ curl, typescript }: Sample, values: Readonly<Record<string, string | number>>): Sample {
  const named = (rename: (name: string) => string) => {
    const known = new Map(Object.entries(values).map(([name, value]) => [rename(name), value]));
    return (name: string) => {
      const value = known.get(name);
      if (value === undefined) throw new Error(`There is no value for ${name}.`);
      return value;
    };
  };
  const shell = named(shellName);
  const script = named(typescriptName);
  return {
    curl: curl.replaceAll(/^([A-Z_]+)=.*$/gm, (_, name) => `${name}=${shellWord(shell(name))}`),
    typescript: typescript.replaceAll(
      /^const (\w+) = (?:".*"|\d+);$/gm,
      (_, name) => `const ${name} = ${JSON.stringify(script(name))};`,
    ),
  };
}
