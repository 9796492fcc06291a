import { type Answer as DeclaredAnswer, type OperationId, resolve } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { operationOf } from "../description-index.js";
import type { Answer } from "./refusals.js";
import { answerValidator, pointer } from "./schemas.js";

/** The server was about to answer something that the description does not declare. */
export class UndeclaredAnswerError extends Error {
  override readonly name = "UndeclaredAnswerError";
}

/**
 * The check that an answer is one the description declares for the operation: its status, its headers, its body.
 * Throws an {@link UndeclaredAnswerError}, which never has values of the answer in it.
 */
export function answerCheck(id: OperationId, path: string, method: string): (answer: Answer) => void {
  const declared = new Map(
    Object.entries(operationOf(id).responses).map(([status, response]) => {
      const { headers = {}, content } = resolve<DeclaredAnswer>(description, response);
      const place =
        "$ref" in response ? response.$ref : pointer("paths", path, method.toLowerCase(), "responses", status);
      return [
        Number(status),
        {
          headers: new Set(Object.keys(headers).map((name) => name.toLowerCase())),
          validate: content && answerValidator(`${place}/content/application~1json/schema`),
        },
      ];
    }),
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
