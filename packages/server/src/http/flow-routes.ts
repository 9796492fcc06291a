import type { FlowOperations } from "@grantbook/contract";
import { flowDescription } from "@grantbook/contract/description";
import type { GraphQLRequest } from "../api/graphql.js";
import { createAccessToken, createDeviceCode, type FlowHandler } from "../api/oauth.js";
import { Refusal } from "../domain/refusal.js";
import type { ApiResponse } from "./api-response.js";
import { readJsonObject } from "./body.js";
import { readFlowParameters } from "./flow-parameters.js";
import { flowRenderer } from "./flow-renderer.js";
import { flowRequestValidator, flowResponseValidator, type RequestValidator } from "./flow-validation.js";
import type { Route, Step } from "./pipeline.js";
import { refuseShape } from "./reason.js";
import { plainRenderer } from "./response.js";
import type { Services } from "./services.js";
import { identifyCaller } from "./steps/identify.js";

/** Every operation of the flows with its steps, which validate its requests. */
const steps: Readonly<Record<keyof FlowOperations, (findProblems: RequestValidator) => readonly Step[]>> = {
  "oauth/create-access-token": (findProblems) => [handleFlow(createAccessToken, findProblems)],
  "oauth/create-device-code": (findProblems) => [handleFlow(createDeviceCode, findProblems)],
  "graphql/query": (findProblems) => [identifyCaller(false), handleQuery(findProblems)],
};

/** Route of a site, below the public address. */
export interface SiteRoute extends Route {
  readonly method: "GET" | "POST";
  readonly path: string;
}

/** Routes of the operations of the flows, from their description. */
export function flowRoutes(services: Services): readonly SiteRoute[] {
  const renderFlow = flowRenderer(services);
  const renderJson = plainRenderer(services.commonHeaders);
  return Object.entries(flowDescription.paths).flatMap(([path, { post: operation }]) => {
    const own = operation && steps[operation.operationId as keyof FlowOperations];
    if (!operation || !own) throw new Error(`The description has no POST ${path} that there is a handler for.`);
    return {
      method: "POST",
      path,
      operationId: undefined,
      route: path,
      documentationUrl: services.documentationUrl(),
      steps: own(flowRequestValidator(path)),
      // The description is that of GitHub's errors.
      findProblem: services.extensions.has("standard-errors")
        ? () => undefined
        : flowResponseValidator(path, operation),
      render: operation.tags.includes("graphql") ? renderJson : renderFlow,
    };
  });
}

/** Step that reads the parameters, and calls the handler. The code of an error is the reason in the access log. */
function handleFlow(handler: FlowHandler, findProblems: RequestValidator): Step {
  return async (context) => {
    const response = await handler(await readFlowParameters(context.request, findProblems), context);
    if ("error" in response.body) context.reason = String(response.body.error);
    return response;
  };
}

/** Step that runs a GraphQL query. Only a token signs in here. */
function handleQuery(findProblems: RequestValidator): Step {
  return async ({ identity, request, baseUrls }): Promise<ApiResponse> => {
    if (identity.kind !== "token") throw new Refusal({ code: "credentials-missing" });
    const body = await readJsonObject(request);
    const problems = findProblems(body);
    if (problems.length > 0) refuseShape(...problems);
    // Loaded when it is used: most servers never are asked.
    const { runQuery } = await import("../api/graphql.js");
    return { status: 200, body: await runQuery(body as unknown as GraphQLRequest, identity.holder.user, baseUrls) };
  };
}
