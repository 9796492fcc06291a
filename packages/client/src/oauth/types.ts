import type { FlowOperations } from "@grantbook/contract";

/** Operations of the flows that this client calls. */
export type FlowOperationId = Exclude<keyof FlowOperations, "graphql/query">;

type BodyOfStatus<
  Id extends FlowOperationId,
  Status extends 200 | 400,
> = FlowOperations[Id]["responses"][Status]["content"]["application/json"];

/** Parameters of an operation. */
export type FlowParameters<Id extends FlowOperationId> =
  FlowOperations[Id]["requestBody"]["content"]["application/json"];

/** Body of an operation's success. */
export type FlowResult<Id extends FlowOperationId> = Exclude<BodyOfStatus<Id, 200>, { error: unknown }>;

/** Body of an error that the flows have. */
export type FlowError = Extract<BodyOfStatus<FlowOperationId, 200>, { error: unknown }>;

/** Token with its scopes; for an application whose tokens expire, with a refresh token. */
export type AccessToken = FlowResult<"oauth/create-access-token">;

/** Codes of a device: one for itself, one that its user types. */
export type DeviceCode = FlowResult<"oauth/create-device-code">;
