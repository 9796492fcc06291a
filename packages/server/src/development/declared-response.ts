import type { OperationId } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";
import type { ApiResponse } from "../http/api-response.js";

/** Headers that an error needs in addition to its body. */
const errorHeaders = ["Retry-After", "Accept-Encoding"];

/** Returns the first example of a status of an operation. Throws when the description does not declare the status. */
export function declaredResponse(id: OperationId, status: number): ApiResponse {
  const declared = describeOperation(id).responses.get(status);
  if (!declared) throw new Error(`${id} does not declare ${status}`);
  const headers = errorHeaders.flatMap((name) => {
    const example = declared.headers[name]?.example;
    return example === undefined ? [] : [[name, String(example)]];
  });
  const [example] = Object.values(declared.content?.examples ?? {});
  return { status, headers: Object.fromEntries(headers), ...(example ? { body: example.value } : {}) };
}
