import { type OpenApiDocument, resolveRef } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** What OpenAPI 3.1 adds to JSON Schema, and our own extensions. Any other unknown keyword fails to compile. */
const annotations = ["example", "externalDocs", "discriminator", "xml", "x-clamp"];

const root = "openapi";

/** Validates a value. Returns what is wrong with it, or `undefined`. */
export type SchemaValidator = (value: unknown) => readonly ErrorObject[] | undefined;

/** Returns the validator of the schema at a JSON pointer of a document. */
type SchemaCompiler = (place: string) => SchemaValidator;

/** Compiler for responses: its validators stop at the first problem. */
export const compileForResponses = (document: OpenApiDocument) => createCompiler(document, {});

/** Compiler for requests: its validators find all problems. */
export const compileForRequests = (document: OpenApiDocument) =>
  createCompiler(document, { allErrors: true, verbose: true });

/** Validator for responses, of the schema at a JSON pointer of the description. */
export const responseSchemaValidator = compileForResponses(description);

/** Validator for requests, of the schema at a JSON pointer of the description. */
export const requestSchemaValidator = compileForRequests(description);

/**
 * Compiler of the schemas in a document. A schema is compiled when the first value comes: all of them together take
 * longer than the rest of a start. A place that only refers to another one stands for that, so that what many
 * operations share is compiled once.
 */
function createCompiler(
  document: OpenApiDocument,
  options: { allErrors?: boolean; verbose?: boolean },
): SchemaCompiler {
  let ajv: Ajv2020 | undefined;
  const compile = (place: string) => {
    const { $ref = place } = resolveRef<{ readonly $ref?: string }>(document, { $ref: decodeURIComponent(place) });
    ajv ??= createAjv(document, options);
    const validate = ajv.getSchema(root + $ref);
    if (!validate) throw new Error(`The description has no schema at ${place}.`);
    return validate;
  };
  return (place) => {
    let validate: ValidateFunction | undefined;
    return (value) => {
      validate ??= compile(place);
      return validate(value) ? undefined : (validate.errors ?? []);
    };
  };
}

/** Ajv with a document, whose schemas are found below `root`. */
function createAjv(document: OpenApiDocument, options: { allErrors?: boolean; verbose?: boolean }): Ajv2020 {
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
