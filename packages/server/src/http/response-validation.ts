import type { OperationId } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";
import type { ApiResponse } from "./api-response.js";
import { responseSchemaValidator, type SchemaValidator } from "./schema-validators.js";

/** The server was about to send a response that the description does not declare. */
export class UndeclaredResponseError extends Error {
  override readonly name = "UndeclaredResponseError";
}

/** Returns the first problem of a response, or `undefined`. */
export type ResponseValidator = (response: ApiResponse) => string | undefined;

/** Validators are made once a process, however many servers there are. */
const validators = new Map<OperationId, ResponseValidator>();

/**
 * Validator of an operation's responses: status, headers and body. It returns the first problem, which never has values
 * of the response in it, or `undefined` for a declared response.
 */
export function responseValidator(id: OperationId): ResponseValidator {
  const known = validators.get(id);
  if (known) return known;
  const validator = createValidator(id);
  validators.set(id, validator);
  return validator;
}

function createValidator(id: OperationId): ResponseValidator {
  const declared = new Map(
    [...describeOperation(id).responses].map(([status, { headers, content }]) => [
      status,
      {
        headers: new Set(Object.keys(headers)),
        validate: content && responseSchemaValidator(content.schemaPointer),
      },
    ]),
  );

  return validatorOf(id, declared);
}

/** Response that a description declares; without `validate` it has no body. */
interface Declared {
  readonly headers: ReadonlySet<string>;
  readonly validate: SchemaValidator | undefined;
}

/** Validator of responses by their status. `id` names the operation in a problem. */
export function validatorOf(id: string, declared: ReadonlyMap<number, Declared>): ResponseValidator {
  return ({ status, headers, body }) => {
    const wanted = declared.get(status);
    if (!wanted) return `${id} does not declare ${status}`;
    for (const name in headers) {
      if (!wanted.headers.has(name)) return `${id} does not declare the header ${name} for ${status}`;
    }
    if (!wanted.validate) return body === undefined ? undefined : `${id} does not declare a body for ${status}`;
    const problems = wanted.validate(body);
    if (!problems) return undefined;
    const [problem] = problems;
    return `${id} ${status}: body${problem?.instancePath} ${problem?.message}`;
  };
}
