import { randomBytes } from "node:crypto";
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
    if (extra !== undefined)
      throw new UndeclaredAnswerError(`${id} does not declare the header ${extra} for ${status}`);
    if (!wanted.validate) {
      if (body !== undefined) throw new UndeclaredAnswerError(`${id} does not declare a body for ${status}`);
    } else if (!wanted.validate(body)) {
      const [problem] = wanted.validate.errors ?? [];
      throw new UndeclaredAnswerError(`${id} ${status}: body${problem?.instancePath} ${problem?.message}`);
    }
  };
}

const common = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'",
};

/** The answer as it is sent. */
export function render({ status, headers, body }: Answer, requestId: string): Response {
  const all: Record<string, string> = { ...common, "x-github-request-id": requestId, ...headers };
  if (body === undefined) return new Response(null, { status, headers: all });
  all["content-type"] = "application/json; charset=utf-8";
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** Names a request in answers and logs: random hexadecimal digits, and at the end the time in seconds. */
export function newRequestId(now: Date): string {
  const digits = randomBytes(10).toString("hex").toUpperCase();
  const seconds = Math.floor(now.getTime() / 1000)
    .toString(16)
    .toUpperCase();
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8, 14), digits.slice(14), seconds].join(":");
}
