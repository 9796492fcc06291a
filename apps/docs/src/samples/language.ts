import type { Entry } from "../description.js";
import type { SampleRequest } from "./variables.js";

/** Language of samples. */
export interface SampleLanguage {
  readonly title: string;
  /** Language that the code is highlighted in. */
  readonly code: "sh" | "ts" | "js" | "py";
  /** Name of a variable, by its name in the description. */
  readonly nameOf: (name: string) => string;
  readonly literal: (value: string | number) => string;
  /** Line that sets a variable: what is before the name, the name, what is between, the value, and what follows. */
  readonly setting: RegExp;
  /** Makes the sample of an operation; its variables come first. */
  readonly sample: (entry: Entry, request: SampleRequest) => string;
}

/**
 * Replaces the values of the variables that a sample sets. `replace` gets the name of a variable in the language, and
 * the value as it is written.
 */
export function replaceSettings(
  code: string,
  { setting }: SampleLanguage,
  replace: (name: string, literal: string) => string,
): string {
  return code.replaceAll(
    setting,
    (_, before: string, name: string, between: string, literal: string, after: string) =>
      `${before}${name}${between}${replace(name, literal)}${after}`,
  );
}

/** Name in camel case, as scripts have it; `baseUrl` and `token` are short. */
export function camelCase(name: string): string {
  if (name === "api") return "baseUrl";
  if (name === "access_token") return "token";
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
