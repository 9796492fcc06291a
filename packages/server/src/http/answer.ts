import type { OperationId } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";
import type { Answer } from "./refusals.js";
import { answerValidator } from "./schemas.js";

/** The server was about to answer something that the description does not declare. */
export class UndeclaredAnswerError extends Error {
  override readonly name = "UndeclaredAnswerError";
}

/**
 * The check that an answer is one the description declares for the operation: its status, its headers, its body.
 * Throws an {@link UndeclaredAnswerError}, which never has values of the answer in it.
 */
export function answerCheck(id: OperationId): (answer: Answer) => void {
  const declared = new Map(
    [...describeOperation(id).responses].map(([status, { headers, content }]) => [
      status,
      {
        headers: new Set(Object.keys(headers).map((name) => name.toLowerCase())),
        validate: content && answerValidator(content.schemaPointer),
      },
    ]),
  );

  return ({ status, headers = {}, body }) => {
    const wanted = declared.get(status);
    if (!wanted) throw new UndeclaredAnswerError(`${id} does not declare ${status}`);
    const extra = Object.keys(headers).find((name) => !wanted.headers.has(name));
    if (extra !== undefined) {
      throw new UndeclaredAnswerError(`${id} does not declare the header ${extra} for ${status}`);
    }
    if (!wanted.validate) {
      if (body !== undefined) throw new UndeclaredAnswerError(`${id} does not declare a body for ${status}`);
    } else if (!wanted.validate(body)) {
      const [problem] = wanted.validate.errors ?? [];
      throw new UndeclaredAnswerError(`${id} ${status}: body${problem?.instancePath} ${problem?.message}`);
    }
  };
}
