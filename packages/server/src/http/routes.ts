import { type OperationId, operationTable } from "@grantbook/contract";
import type { Handler } from "../api/handler.js";
import { preflightHeaders } from "./cors.js";
import { operationSteps, preflightSteps, type Route, unknownRouteSteps } from "./pipeline.js";
import { operationRenderer, plainRenderer } from "./response.js";
import { responseValidator } from "./response-validation.js";
import type { Services } from "./services.js";

const isAlwaysDeclared = () => undefined;

/** Route of an operation. A description that cannot be served throws here, at the start. */
export function operationRoute(id: OperationId, handler: Handler<OperationId>, services: Services): Route {
  return {
    operationId: id,
    documentationUrl: services.documentationUrl(id),
    steps: operationSteps(id, handler),
    findProblem: responseValidator(id),
    render: operationRenderer(id, operationTable[id].caller, services.commonHeaders),
  };
}

/** Route of what no operation is for: 404, also for the wrong method, as GitHub does. */
export function unknownRoute(services: Services): Route {
  return {
    operationId: undefined,
    documentationUrl: services.documentationUrl(),
    steps: unknownRouteSteps,
    findProblem: isAlwaysDeclared,
    render: plainRenderer(services.commonHeaders),
  };
}

/** Route of CORS preflight requests. */
export function preflightRoute(services: Services): Route {
  return {
    ...unknownRoute(services),
    steps: preflightSteps,
    render: plainRenderer({ ...services.commonHeaders, ...preflightHeaders }),
  };
}
