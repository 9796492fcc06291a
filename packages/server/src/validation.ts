import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { decodeOtpSecret } from "./auth/totp.js";
import { parseRedirectUri } from "./oauth/redirect-uri.js";

/** A JSON Schema. `problem` is the message when a pattern or a format of it does not match. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const storable = { format: "storable", problem: "must not contain U+0000 or unpaired surrogates" };

/** A text that every database gives back as it was: without U+0000 and unpaired surrogates. */
export function text(maxLength: number, rest: JsonSchema = {}): JsonSchema {
  return { type: "string", minLength: 1, maxLength, allOf: [storable], ...rest };
}

/** An http or https address. */
export const webAddress = text(2048, { format: "web-address", problem: "must be an http or https address" });

/** Address that a browser may be redirected to: http or https, or of a scheme that belongs to an application. */
export const callbackAddress = text(2048, {
  format: "callback-address",
  problem: "must be an http or https address, or one with a scheme of the application's own",
});

/** An object with these properties and no others. */
export function object(properties: JsonSchema, ...required: readonly string[]): JsonSchema {
  return { type: "object", additionalProperties: false, properties, required };
}

/** An id, or a number of things. */
export const wholeNumber = { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER } as const;

const validators = new WeakMap<JsonSchema, ValidateFunction>();
let ajv: Ajv2020 | undefined;

/**
 * Says what is wrong with a value, or nothing. The message names the place, calls the value itself by `name`, and never
 * repeats a value. Schemas are compiled when they are first used: a server that starts again needs none.
 */
export function problemWith(schema: JsonSchema, value: unknown, name: string): string | undefined {
  let validate = validators.get(schema);
  if (!validate) {
    ajv ??= createAjv();
    validate = ajv.compile(schema);
    validators.set(schema, validate);
  }
  const [error] = validate(value) ? [] : (validate.errors ?? []);
  return error && messageOf(error, name);
}

function createAjv(): Ajv2020 {
  // To optimize what is generated takes longer than a few values take to be checked.
  const code = { optimize: false };
  const created = new Ajv2020({ validateSchema: false, verbose: true, strictRequired: false, code });
  addFormats.default(created, ["uri"]);
  created.addKeyword("problem");
  created.addKeyword({ keyword: "uniqueBy", type: "array", schemaType: "string", validate: isUniqueBy });
  created.addFormat("base32", (value) => decodeOtpSecret(value) !== undefined);
  created.addFormat("storable", (value) => !value.includes("\0") && value.isWellFormed());
  created.addFormat("web-address", isWebAddress);
  created.addFormat("callback-address", (value) => parseRedirectUri(value) !== undefined);
  return created;
}

/** The texts of a property are compared without regard to case. */
function isUniqueBy(property: string, items: readonly unknown[]): boolean {
  const texts = items.flatMap((item) => {
    const text = (item as Readonly<Record<string, unknown>> | null)?.[property];
    return typeof text === "string" ? [text.toLowerCase()] : [];
  });
  return new Set(texts).size === texts.length;
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i.test(value) && URL.canParse(value);
}

function messageOf(error: ErrorObject, name: string): string {
  const place = error.instancePath
    .slice(1)
    .replaceAll(/\/(\d+)/g, "[$1]")
    .replaceAll("/", ".");
  const { keyword, params, parentSchema, message } = error;
  switch (keyword) {
    case "required":
      return `${place && `${place}.`}${params.missingProperty} is missing`;
    case "additionalProperties":
      return `${place || name} must not have ${displayKey(params.additionalProperty)}`;
    case "enum":
      return `${place || name} ${message} (${params.allowedValues.join(", ")})`;
    case "minLength":
      return `${place || name} must not be empty`;
    case "maxLength":
      return `${place || name} must have at most ${params.limit} characters`;
    case "maxItems":
      return `${place || name} must have at most ${params.limit} items`;
    case "uniqueBy":
      return `${place || name} must not have the same ${parentSchema?.uniqueBy} twice`;
    case "type":
      return `${place || name} must be ${/^[aeiou]/.test(params.type) ? "an" : "a"} ${params.type}`;
    default:
      return `${place || name} ${parentSchema?.problem ?? message}`;
  }
}

/** A key as far as it can be shown on a terminal. */
function displayKey(key: string): string {
  return /^[\w.-]{1,60}$/.test(key) ? `the unknown key ${key}` : "an unknown key";
}
