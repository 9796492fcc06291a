import { createAccessToken, createDeviceCode, type FlowContext, type FlowResponse } from "../api/oauth.js";
import { type FlowParameters, readFlowParameters } from "./flow-parameters.js";
import { flowRenderer } from "./flow-renderer.js";
import type { Route } from "./pipeline.js";
import type { Services } from "./services.js";

const handlers: Readonly<Record<string, (parameters: FlowParameters, context: FlowContext) => Promise<FlowResponse>>> =
  {
    "/login/oauth/access_token": createAccessToken,
    "/login/device/code": createDeviceCode,
  };

/** Route of a site, below the public address. */
export interface SiteRoute extends Route {
  readonly method: "GET" | "POST";
  readonly path: string;
}

/** Routes of the endpoints for applications, which take query, form and JSON. */
export function flowRoutes(services: Services): readonly SiteRoute[] {
  const render = flowRenderer(services);
  return Object.entries(handlers).map(([path, handler]) => ({
    method: "POST",
    path,
    operationId: undefined,
    route: path,
    documentationUrl: services.documentationUrl(),
    steps: [
      async (context) => {
        const response = await handler(await readFlowParameters(context.request), context);
        const { error } = response.body;
        if (typeof error === "string") context.reason = error;
        return response;
      },
    ],
    findProblem: () => undefined,
    render,
  }));
}
