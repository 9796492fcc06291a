import { type DeclaredResponse, type Operation, type Reference, resolveRef } from "@grantbook/contract";
import { flowDescription, jsonPointer } from "@grantbook/contract/description";
import { type ResponseValidator, validatorOf } from "./response-validation.js";
import { compileForRequests, compileForResponses, validationMessages } from "./schema-validators.js";

const responseSchema = compileForResponses(flowDescription);
const requestSchema = compileForRequests(flowDescription);

/** Finds what is wrong with the request of a flow's operation, a sentence each. */
export type RequestValidator = (request: unknown) => readonly string[];

/** Validator of the requests of a flow's operation. */
export function flowRequestValidator(path: string): RequestValidator {
  const place = jsonPointer("paths", path, "post", "requestBody", "content", "application/json", "schema");
  const validate = requestSchema(place);
  return (request) => validationMessages(validate(request) ?? []);
}

/** Validator of the responses of a flow's operation, like that of an operation of the API. */
export function flowResponseValidator(path: string, { operationId, responses }: Operation): ResponseValidator {
  const declared = new Map(
    Object.entries(responses).map(([status, node]) => {
      const { headers = {} } = resolveRef<DeclaredResponse>(flowDescription, node);
      const $ref = (node as Partial<Reference>).$ref ?? jsonPointer("paths", path, "post", "responses", status);
      const validate = responseSchema(`${$ref}/content/application~1json/schema`);
      return [Number(status), { headers: new Set(Object.keys(headers)), validate }];
    }),
  );
  return validatorOf(operationId, declared);
}
