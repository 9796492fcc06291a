import { type OperationId, routes } from "@grantbook/contract";
import { operationOf } from "../description-index.js";
import { type Reason, Refusal } from "../domain/refusal.js";
import type { SignInServices } from "../domain/sign-in.js";
import type { Addresses, Handler } from "../operations/handler.js";
import { answerCheck, newRequestId, render } from "./answer.js";
import { authenticate } from "./authentication.js";
import { type Answer, failureAnswer, type HttpReason, refusalAnswer } from "./refusals.js";
import { type RequestReader, requestReader } from "./request.js";
import { selectVersion } from "./version.js";

/** What every operation works with. */
export interface Services extends SignInServices {
  readonly addresses: Addresses;
  /** Is told of every failure of the server itself. */
  readonly onError: (error: unknown, request: { readonly requestId: string; readonly operationId?: string }) => void;
}

/** Answers a request to one operation; `path` has the decoded path parameters. */
export type Endpoint = (request: Request, path: Record<string, string>) => Promise<Response>;

interface Compiled {
  readonly readRequest: RequestReader;
  readonly checkAnswer: (answer: Answer) => void;
}

/** What is made of the description is made once a process, however many servers there are. */
const allCompiled = new Map<OperationId, Compiled>();

function compiled(id: OperationId): Compiled {
  let result = allCompiled.get(id);
  if (!result) {
    const { method, path } = routes[id];
    result = { readRequest: requestReader(id, path, method), checkAnswer: answerCheck(id, path, method) };
    allCompiled.set(id, result);
  }
  return result;
}

/**
 * One operation from request to answer: version, caller, shape, handler, and the check of the answer. What can be
 * worked out beforehand is; a description that cannot be served throws here, at the start.
 */
export function endpoint<Id extends OperationId>(id: Id, handler: Handler<Id>, services: Services): Endpoint {
  const { caller } = routes[id];
  const { readRequest, checkAnswer } = compiled(id);
  const documentationUrl = operationOf(id).externalDocs.url;
  const { addresses, onError } = services;

  async function answer(request: Request, pathValues: Record<string, string>, requestId: string): Promise<Answer> {
    try {
      selectVersion(request);
      const who = await authenticate(services, caller, request, pathValues);
      const valid = await readRequest(pathValues, request);
      // The one place for casts: that the caller and the request are of this operation is known from the description.
      const context = { caller: who, book: services, addresses } as unknown as Parameters<Handler<Id>>[1];
      return (await handler(valid as Parameters<Handler<Id>>[0], context)) as Answer;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.cause) onError(error.cause, { requestId, operationId: id });
      return refusalAnswer(error.reason as Reason | HttpReason, documentationUrl);
    }
  }

  return async (request, pathValues) => {
    const requestId = newRequestId(services.now());
    try {
      const result = await answer(request, pathValues, requestId);
      checkAnswer(result);
      return render(result, requestId);
    } catch (error) {
      onError(error, { requestId, operationId: id });
      return render(failureAnswer(documentationUrl), requestId);
    }
  };
}
