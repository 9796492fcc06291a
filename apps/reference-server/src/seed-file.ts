import { readFileSync } from "node:fs";
import { decodeSeed, type Seed } from "@grantbook/server";
import { Ajv, type ErrorObject } from "ajv";
import addFormats from "ajv-formats";
import { parse, YAMLParseError } from "yaml";
import { UsageError } from "./usage-error.js";

const text = (maxLength: number, rest: object = {}) => ({ type: "string", minLength: 1, maxLength, ...rest });

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

const ajv = new Ajv();
addFormats.default(ajv, ["uri"]);
ajv.addFormat("base32", (value) => decodeSeed(value) !== undefined);
const validate = ajv.compile<Seed>(schema);

/** Reads the users and applications of a YAML file. Throws a {@link UsageError} that says which value is wrong. */
export function readSeedFile(file: string): Seed {
  const seed = parseFile(file);
  if (!validate(seed)) throw new UsageError(`the seed file ${file}: ${problem(validate.errors?.[0])}`);
  return seed;
}

function parseFile(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8")) ?? {};
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new UsageError(`there is no seed file ${file}`);
    const reason =
      error instanceof YAMLParseError
        ? (error.message.split("\n")[0] ?? "").replace(/:$/, "")
        : (error as Error).message;
    throw new UsageError(`the seed file ${file}: ${reason}`);
  }
}

/** Where the wrong value is and what is wrong with it; never the value, which may be a secret. */
function problem(error: ErrorObject | undefined): string {
  if (!error) return "is not valid";
  const place = error.instancePath
    .slice(1)
    .replaceAll(/\/(\d+)/g, "[$1]")
    .replaceAll("/", ".");
  const { keyword, params } = error;
  const what = keyword === "additionalProperties" ? `does not know ${params.additionalProperty}` : error.message;
  const choices = keyword === "enum" ? ` (${params.allowedValues.join(", ")})` : "";
  return `${place || "the file"} ${what}${choices}`;
}
