import { type OpenApiDocument, resolveRef } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** What OpenAPI 3.1 adds to JSON Schema, and our own extensions. Any other unknown keyword refuses to start. */
const annotations = ["example", "externalDocs", "discriminator", "xml", "x-clamp"];

const root = "openapi";
const responses = createCompiler(description, {});
const requests = createCompiler(description, { allErrors: true, verbose: true });

/** Compiler of the schemas in a document, which are found below `root`. */
export function createCompiler(
  document: OpenApiDocument,
  options: { allErrors?: boolean; verbose?: boolean },
): Ajv2020 {
  const ajv = new Ajv2020({
    ...options,
    strict: true,
    allowUnionTypes: true,
    validateSchema: false,
    inlineRefs: false,
    // To optimize what is generated takes as long as all the rest of the start, and makes no check faster.
    code: { optimize: false },
  });
  addFormats.default(ajv, { mode: "fast" });
  // The description itself is where schemas are looked up, so its own keys are known as well.
  ajv.addVocabulary([...new Set([...annotations, ...Object.keys(document)])]);
  ajv.addSchema(document, root);
  return ajv;
}

/** Validator for responses, of the schema at a JSON pointer. It stops at the first problem. */
export function responseSchemaValidator(place: string): ValidateFunction {
  return validatorAt(responses, place);
}

/** Validator for requests, of the schema at a JSON pointer. It finds all problems. */
export function requestSchemaValidator(place: string): ValidateFunction {
  return validatorAt(requests, place);
}

/**
 * Compiled when it is first asked for. A place that only refers to another one stands for that, so that what many
 * operations share is compiled once: that halves the time it takes.
 */
function validatorAt(ajv: Ajv2020, place: string): ValidateFunction {
  const { $ref = place } = resolveRef<{ readonly $ref?: string }>(description, { $ref: decodeURIComponent(place) });
  return compileAt(ajv, $ref);
}

/** Validator of the schema at a JSON pointer. Throws when there is none. */
export function compileAt(ajv: Ajv2020, place: string): ValidateFunction {
  const validate = ajv.getSchema(root + place);
  if (!validate) throw new Error(`The description has no schema at ${place}.`);
  return validate;
}

const reported = 10;

/** What is wrong with a request, a sentence each, in GitHub's form. Secrets are not repeated. */
export function validationMessages(errors: readonly ErrorObject[]): string[] {
  const missing = errors
    .filter(({ keyword }) => keyword === "required")
    .map(({ params }) => `"${params.missingProperty}"`);
  const unknown = errors
    .filter(({ keyword }) => keyword === "additionalProperties")
    .map(({ params }) => displayValue(params.additionalProperty));
  return [
    ...(missing.length > 0 ? [`${missing.join(", ")} ${missing.length === 1 ? "wasn't" : "weren't"} supplied.`] : []),
    ...(unknown.length === 1 ? [`${unknown[0]} is not a permitted key.`] : []),
    ...(unknown.length > 1 ? [`${unknown.slice(0, reported).join(", ")} are not permitted keys.`] : []),
    ...errors
      .filter(({ keyword }) => keyword !== "required" && keyword !== "additionalProperties")
      .slice(0, reported)
      .map((error) => `For 'properties${error.instancePath}', ${sentence(error)}`),
  ];
}

function sentence({ keyword, params, data, parentSchema, message }: ErrorObject): string {
  switch (keyword) {
    case "type": {
      const wanted = [params.type].flat().find((type) => type !== "null");
      return `${displayValue(data, parentSchema)} is not ${/^[aeiou]/.test(wanted) ? "an" : "a"} ${wanted}.`;
    }
    case "maxLength":
      return `only ${params.limit} characters are allowed; ${[...(data as string)].length} were supplied.`;
    case "maxItems":
      return `only ${params.limit} items are allowed; ${(data as unknown[]).length} were supplied.`;
    case "pattern":
      return `${displayValue(data, parentSchema)} does not match ${params.pattern}.`;
    default:
      return `${displayValue(data, parentSchema)} ${message}.`;
  }
}

/** A value as GitHub's messages show it; what the description marks as write-only is not shown. */
function displayValue(data: unknown, schema: AnySchemaObject = {}): string {
  if (schema.writeOnly) return "the value";
  if (data === null || data === undefined) return "nil";
  if (typeof data === "object") return Array.isArray(data) ? "an array" : "an object";
  const text = JSON.stringify(data);
  return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text;
}
