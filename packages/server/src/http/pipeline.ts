import { type OperationId, operationTable } from "@grantbook/contract";
import type { Handler } from "../api/handler.js";
import type { ApiResponse } from "./api-response.js";
import type { RequestContext, RequestTarget } from "./context.js";
import { toErrorResponse } from "./error-responses.js";
import type { Renderer } from "./response.js";
import { UndeclaredResponseError } from "./response-validation.js";
import { selectApiVersion } from "./steps/api-version.js";
import { authorize } from "./steps/authorize.js";
import { callHandler } from "./steps/call-handler.js";
import { identifyCaller } from "./steps/identify.js";
import { answerPreflight, refuseUnknownRoute } from "./steps/no-operation.js";
import { parseRequest } from "./steps/parse-request.js";
import { refuseQueryToken } from "./steps/query-token.js";
import { countOnce, countRequest } from "./steps/rate-limit.js";
import { requireScope } from "./steps/scopes.js";
import { refuseSunset } from "./steps/sunset.js";

/**
 * Step of a pipeline. It sets fields of the context, or returns a response, which ends the pipeline, or throws: a
 * `Refusal` becomes the response of its reason, any other error a 500.
 */
export type Step = (context: RequestContext) => StepResult | Promise<StepResult>;

// biome-ignore lint/suspicious/noConfusingVoidType: a step that only sets fields returns nothing.
type StepResult = ApiResponse | undefined | void;

/** Steps of a request to an operation, in their order. */
export function operationSteps(id: OperationId, handler: Handler<OperationId>): readonly Step[] {
  return [
    // Compares no password where no user is let in: there is nothing to guess, and no time to be taken.
    identifyCaller(operationTable[id].caller !== "application"),
    selectApiVersion,
    countRequest,
    refuseQueryToken(id),
    refuseSunset(id),
    authorize(id),
    requireScope(id),
    parseRequest(id),
    callHandler(handler),
  ];
}

/** Steps of a request that is for no operation. */
export const unknownRouteSteps: readonly Step[] = [identifyCaller(true), refuseUnknownRoute];

/** Steps of a browser's question whether a page of another site may send a request. */
export const preflightSteps: readonly Step[] = [answerPreflight];

/** Steps of a request whose operation is replaced by a response, as switches for testing do. */
export function replacementSteps(response: ApiResponse): readonly Step[] {
  return [selectApiVersion, () => response];
}

/** One way through the server. What does not depend on the request is made once, at the start. */
export interface Route extends RequestTarget {
  readonly steps: readonly Step[];
  /** Problem of a response that the description does not declare; `undefined` for a declared one. */
  readonly findProblem: (response: ApiResponse) => string | undefined;
  readonly render: Renderer;
}

/** Takes a request through the steps of its route, validates and renders the response, and logs it. */
export async function runPipeline(route: Route, context: RequestContext): Promise<Response> {
  let response: Response;
  try {
    response = finish(route, context, await runSteps(route.steps, context));
  } catch (error) {
    countOnce(context);
    response = finish(route, context, toErrorResponse(error, context));
  }
  context.services.onResponse?.(context.toAccessLogEntry(response.status), context);
  return response;
}

async function runSteps(steps: readonly Step[], context: RequestContext): Promise<ApiResponse> {
  for (const step of steps) {
    const result = step(context);
    // To await a step that is done already would cost a turn of the event loop's microtasks.
    const response = result instanceof Promise ? await result : result;
    if (response) return response;
  }
  throw new Error("No step of the pipeline has answered.");
}

/** Renders a response. One that the description does not declare becomes a 500. */
function finish(route: Route, context: RequestContext, response: ApiResponse): Response {
  const problem = route.findProblem(response);
  if (problem === undefined) return route.render(response, context);
  return route.render(toErrorResponse(new UndeclaredResponseError(problem), context), context);
}
