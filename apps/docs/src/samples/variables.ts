import { type Example, type OpenApiDocument, type Parameter, resolveRef } from "@grantbook/contract";
import { allowsAnonymous, callersOf, type Entry, parametersOf } from "../description.js";

/**
 * Values of `grantbook serve --demo`: base URL, user, OAuth App and GitHub App. Samples can be pasted while it runs.
 */
export const demo = {
  api: "http://127.0.0.1:3000/api/v3",
  login: "octocat",
  password: "demo-password",
  application: { clientId: "abcde12345fghij67890", clientSecret: "3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f" },
  githubApp: { clientId: "Iv1.8a61f9b3a7aba766", clientSecret: "9a7b4c1de58f20367c4b9e1da05f83c26d7b9e04" },
} as const;

/** Fields that have a value of the reader's own: each is a variable of the samples. */
const ownNames = ["client_id", "client_secret", "access_token"];

/** Names of the variables that a running server has values for. */
export const variableNames = [
  ...ownNames,
  "login",
  "password",
  "authorization_id",
  "grant_id",
  "fingerprint",
  "username",
];

/** Placeholder in a request for a value that is in a variable. */
export class Variable {
  constructor(
    /** As in the description: `access_token`. */
    readonly name: string,
    readonly value: string | number,
  ) {}
}

/** Request of a sample, made of the examples of the description. */
export interface SampleRequest {
  /** Login and password, client id and secret, or a token. */
  readonly credentials: readonly Variable[];
  /** True when the operation needs no credentials. */
  readonly anonymous: boolean;
  readonly path: Readonly<Record<string, Variable>>;
  /** JSON that contains variables. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Makes the request of the samples of an operation. */
export function sampleRequest(description: OpenApiDocument, entry: Entry): SampleRequest {
  const example = bodyExample(description, entry);
  // User tokens of GitHub Apps begin like this.
  const application = String(example?.access_token).startsWith("ghu_") ? demo.githubApp : demo.application;
  const own = { client_id: application.clientId, client_secret: application.clientSecret };
  const variable = (name: string, value: unknown) =>
    new Variable(name, (own as Record<string, string>)[name] ?? (typeof value === "number" ? value : String(value)));
  const inPath = parametersOf(description, entry).filter((parameter) => parameter.in === "path");
  const path = Object.fromEntries(inPath.map(({ name, example: value }) => [name, variable(name, value)]));
  const body =
    example &&
    Object.fromEntries(
      Object.entries(example).map(([name, value]) => [name, ownNames.includes(name) ? variable(name, value) : value]),
    );
  return { credentials: credentialsOf(description, entry, own), anonymous: allowsAnonymous(entry), path, body };
}

/** Lists the variables of a request, each once: credentials, then path, then body. */
export function requestVariables({ credentials, path, body }: SampleRequest): Variable[] {
  const values: readonly unknown[] = [...credentials, ...Object.values(path), ...Object.values(body ?? {})];
  const variables = values.filter((value) => value instanceof Variable);
  return [...new Map(variables.map((variable) => [variable.name, variable])).values()];
}

function credentialsOf(
  description: OpenApiDocument,
  entry: Entry,
  own: { readonly client_id: string; readonly client_secret: string },
): Variable[] {
  const [caller] = callersOf(entry);
  switch (caller) {
    case "user":
      return [new Variable("login", demo.login), new Variable("password", demo.password)];
    case "application":
      return [new Variable("client_id", own.client_id), new Variable("client_secret", own.client_secret)];
    case "token":
      return [new Variable("access_token", String(tokenExample(description)))];
    case undefined:
      return [];
    default:
      throw new Error(`${entry.operation.operationId}: there are no samples with the credentials ${caller}`);
  }
}

function tokenExample(description: OpenApiDocument): unknown {
  return (description.components.parameters?.["access-token"] as Parameter | undefined)?.example;
}

function bodyExample(description: OpenApiDocument, { operation }: Entry): Record<string, unknown> | undefined {
  const examples = Object.values(operation.requestBody?.content?.["application/json"]?.examples ?? {});
  const [first] = examples.map((example) => resolveRef<Example>(description, example));
  return first?.value as Record<string, unknown> | undefined;
}
