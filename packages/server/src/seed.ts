import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { decodeSeed } from "./domain/one-time-passwords.js";
import { type Seed, type SeedResult, type SeedTarget, storeSeed } from "./domain/seed.js";

/** A seed has a value that a server could not work with. The message says which one, and never has a secret in it. */
export class SeedError extends Error {
  override readonly name = "SeedError";
}

// U+0000: a database would not give the text back as it was.
const text = (maxLength: number, rest: object = {}) => ({
  type: "string",
  minLength: 1,
  maxLength,
  pattern: "^[^\\u0000]*$",
  ...rest,
});

const schema = {
  type: "object",
  additionalProperties: false,
  properties: {
    users: {
      type: "array",
      items: {
        type: "object",
        required: ["login"],
        additionalProperties: false,
        properties: {
          // No colon: Basic authentication could not carry it.
          login: text(100, { pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$" }),
          password: text(1024),
          name: text(255),
          email: text(255),
          site_admin: { type: "boolean" },
          otp_secret: text(255, { format: "base32" }),
        },
      },
    },
    applications: {
      type: "array",
      items: {
        type: "object",
        required: ["name", "url"],
        additionalProperties: false,
        properties: {
          name: text(255),
          url: text(2048, { format: "uri" }),
          callback_url: text(2048, { format: "uri" }),
          // Twenty zeros stand for personal tokens.
          client_id: text(20, { pattern: "^(?!0{20}$)[A-Za-z0-9._-]+$" }),
          client_secret: text(40),
          type: { enum: ["oauth", "github"] },
        },
      },
    },
  },
};

let compiled: ValidateFunction<Seed> | undefined;

/** Compiled when there is a seed to look at: a server that starts again has none. */
function validator(): ValidateFunction<Seed> {
  if (!compiled) {
    const ajv = new Ajv2020({ validateSchema: false });
    addFormats.default(ajv, ["uri"]);
    ajv.addFormat("base32", (value) => decodeSeed(value) !== undefined);
    compiled = ajv.compile<Seed>(schema);
  }
  return compiled;
}

/**
 * Stores the users and applications that are not there yet; those that are stay as they are. A user is known by the
 * login, an application by the client id or, without one, by its name. Gives what it generated, which is nowhere to be
 * read again. Throws a {@link SeedError}, and has then stored nothing.
 */
export async function seed(target: SeedTarget, content: Seed): Promise<SeedResult> {
  return storeSeed(target, requireSeed(content));
}

/** The same value, known to be a seed. Throws a {@link SeedError} that says what is wrong. */
export function requireSeed(content: unknown): Seed {
  const validate = validator();
  if (!validate(content)) throw new SeedError(problem(validate.errors?.[0]));
  return content;
}

function problem(error: ErrorObject | undefined): string {
  if (!error) return "is not valid";
  const place = error.instancePath
    .slice(1)
    .replaceAll(/\/(\d+)/g, "[$1]")
    .replaceAll("/", ".");
  const { keyword, params } = error;
  const what = keyword === "additionalProperties" ? `does not know ${params.additionalProperty}` : error.message;
  const choices = keyword === "enum" ? ` (${params.allowedValues.join(", ")})` : "";
  return `${place || "the seed"} ${what}${choices}`;
}
