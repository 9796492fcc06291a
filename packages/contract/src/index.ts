export type {
  Body,
  DeclaredResponse,
  DeprecationTimeline,
  Example,
  Header,
  OpenApiDocument,
  Operation,
  Parameter,
  Reference,
  Schema,
} from "./document.js";
export { resolveRef } from "./document.js";
export type { operations as FlowOperations, paths as FlowPaths } from "./generated/flow-types.js";
export type { MethodsFor, Scope } from "./generated/methods.js";
export { operationTable } from "./generated/operations.js";
export type { components, operations, paths } from "./generated/types.js";
export { matchOperation } from "./match-operation.js";
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
  SentResponseOf,
  StatusOf,
  UnreachableStatusOf,
} from "./operation.js";
export type {
  CallEntry,
  Caller,
  OperationEntry,
} from "./operation-entry.js";
