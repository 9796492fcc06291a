import { type DeclaredResponse, type Operation, type Reference, resolveRef } from "@grantbook/contract";
import { flowDescription, jsonPointer } from "@grantbook/contract/description";
import { type ResponseValidator, validatorOf } from "./response-validation.js";
import { compileAt, createCompiler, validationMessages } from "./schema-validators.js";

let compiler: ReturnType<typeof createCompiler> | undefined;
let requests: typeof compiler;

/** Finds what is wrong with the request of a flow's operation, a sentence each. */
export type RequestValidator = (request: unknown) => readonly string[];

/** Validator of the requests of a flow's operation. Its schema is compiled when the first request comes. */
export function flowRequestValidator(path: string): RequestValidator {
  const place = jsonPointer("paths", path, "post", "requestBody", "content", "application/json", "schema");
  return (request) => {
    requests ??= createCompiler(flowDescription, { allErrors: true, verbose: true });
    const validate = compileAt(requests, place);
    return validate(request) ? [] : validationMessages(validate.errors ?? []);
  };
}

/** Validator of the responses of a flow's operation, like that of an operation of the API. */
export function flowResponseValidator(path: string, { operationId, responses }: Operation): ResponseValidator {
  compiler ??= createCompiler(flowDescription, {});
  const ajv = compiler;
  const declared = new Map(
    Object.entries(responses).map(([status, node]) => {
      const { headers = {} } = resolveRef<DeclaredResponse>(flowDescription, node);
      const $ref = (node as Partial<Reference>).$ref ?? jsonPointer("paths", path, "post", "responses", status);
      const validate = compileAt(ajv, `${$ref}/content/application~1json/schema`);
      return [Number(status), { headers: new Set(Object.keys(headers)), validate }];
    }),
  );
  return validatorOf(operationId, declared);
}
