import type { FlowOperations } from "@grantbook/contract";
import { flowDescription } from "@grantbook/contract/description";
import { createAccessToken, createDeviceCode, type FlowHandler } from "../api/oauth.js";
import { readFlowParameters } from "./flow-parameters.js";
import { flowRenderer } from "./flow-renderer.js";
import { flowResponseValidator } from "./flow-validation.js";
import type { Route, Step } from "./pipeline.js";
import type { Services } from "./services.js";

/** Every operation of the flows with the function that answers it. */
const handlers: Readonly<Record<keyof FlowOperations, FlowHandler>> = {
  "oauth/create-access-token": createAccessToken,
  "oauth/create-device-code": createDeviceCode,
};

/** Route of a site, below the public address. */
export interface SiteRoute extends Route {
  readonly method: "GET" | "POST";
  readonly path: string;
}

/** Routes of the operations of the flows, from their description. */
export function flowRoutes(services: Services): readonly SiteRoute[] {
  const render = flowRenderer(services);
  return Object.entries(flowDescription.paths).flatMap(([path, { post: operation }]) => {
    const handler = operation && handlers[operation.operationId as keyof FlowOperations];
    if (!operation || !handler) throw new Error(`The description has no POST ${path} that there is a handler for.`);
    return {
      method: "POST",
      path,
      operationId: undefined,
      route: path,
      documentationUrl: services.documentationUrl(),
      steps: [handleFlow(handler)],
      findProblem: flowResponseValidator(path, operation),
      render,
    };
  });
}

/** Step that reads the parameters, and calls the handler. The code of an error is the reason in the access log. */
function handleFlow(handler: FlowHandler): Step {
  return async (context) => {
    const response = await handler(await readFlowParameters(context.request), context);
    if ("error" in response.body) context.reason = String(response.body.error);
    return response;
  };
}
