import type { OpenApiDocument } from "@grantbook/contract";
import { type Entry, entriesOf } from "../description.js";
import { curl } from "./curl.js";
import { githubCli } from "./github-cli.js";
import { replaceSettings, type SampleLanguage } from "./language.js";
import { octokit } from "./octokit.js";
import { python } from "./python.js";
import { typescript } from "./typescript.js";
import { sampleRequest, variableNames } from "./variables.js";

export { withFlows } from "../with-flows.js";
export { type CodeBlock, guideCode, guideNames } from "./guide-code.js";
export { demo } from "./variables.js";

/** Languages of the samples, in the order of their buttons. */
export const languages = { curl, typescript, octokit, python, gh: githubCli } as const satisfies Record<
  string,
  SampleLanguage
>;

/** Name of a language. */
export type LanguageName = keyof typeof languages;

/** Sample of an operation, in each language; empty where there is none. */
export type Sample = Readonly<Record<LanguageName, string>>;

/** Names of the languages, in the order of their buttons. */
export const languageNames = Object.keys(languages) as LanguageName[];

/** Makes the samples of an operation from the examples of the description, with the values of the demo. */
export function sampleOf(description: OpenApiDocument, entry: Entry): Sample {
  const request = sampleRequest(description, entry);
  // A client of ours acts for a caller; the others send credentials only where they are needed.
  const others = request.anonymous ? { ...request, credentials: [] } : request;
  // The other languages have no client for the sign-in flows.
  const names: readonly string[] = entry.operation.servers ? ["curl"] : languageNames;
  return mapSamples((name) =>
    names.includes(name) ? languages[name].sample(entry, name === "typescript" ? request : others) : "",
  );
}

/** Makes the samples of every operation, by id. */
export function samplesById(description: OpenApiDocument): ReadonlyMap<string, Sample> {
  return new Map(entriesOf(description).map((entry) => [entry.operation.operationId, sampleOf(description, entry)]));
}

/**
 * Replaces the values of a sample. `values` has them by the names of the description, such as `access_token`, and `api`
 * for the base URL. Throws when a variable of the sample has no value, so that none of the demo is left.
 */
export function withValues(sample: Sample, values: Readonly<Record<string, string | number>>): Sample {
  return mapSamples((name) => {
    const language: SampleLanguage = languages[name];
    const known = new Map(Object.entries(values).map(([variable, value]) => [language.nameOf(variable), value]));
    return replaceSettings(sample[name], language, (variable) => {
      const value = known.get(variable);
      if (value === undefined) throw new Error(`There is no value for ${variable}.`);
      return language.literal(value);
    });
  });
}

/**
 * Marks the values of a sample in one language that a running server replaces. `mark` gets the name of a variable in
 * the description, and its value without quotes.
 */
export function markValues(
  code: string,
  name: LanguageName,
  mark: (variable: string, value: string) => string,
): string {
  const language: SampleLanguage = languages[name];
  const known = new Map(variableNames.map((variable) => [language.nameOf(variable), variable]));
  return replaceSettings(code, language, (written, literal) => {
    const variable = known.get(written);
    if (variable === undefined) return literal;
    const [, quote = "", value = literal] = /^(["'])(.*)\1$/.exec(literal) ?? [];
    return `${quote}${mark(variable, value)}${quote}`;
  });
}

function mapSamples(make: (name: LanguageName) => string): Sample {
  return Object.fromEntries(languageNames.map((name) => [name, make(name)])) as Sample;
}
