export type {
  Answer,
  Body,
  Description,
  Example,
  Operation,
  Parameter,
  Reference,
  Schema,
  Timeline,
} from "./description.js";
export { resolve } from "./description.js";
export type { MethodsFor } from "./generated/methods.js";
export { routes } from "./generated/routes.js";
export type { components, operations } from "./generated/types.js";
export type {
  BodyOf,
  CallerOf,
  DefaultsOf,
  OperationId,
  OperationIdFor,
  PathOf,
  QueryOf,
  RequestOf,
  ResponseOf,
  ResponseWith,
  StatusOf,
  UnreachableStatusOf,
} from "./operation.js";
export type { Caller, Route } from "./route.js";
