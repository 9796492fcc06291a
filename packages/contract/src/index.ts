export type {
  Body,
  /** @deprecated Use `DeclaredResponse`. */
  DeclaredResponse as Answer,
  DeclaredResponse,
  DeprecationTimeline,
  /** @deprecated Use `DeprecationTimeline`. */
  DeprecationTimeline as Timeline,
  Example,
  Header,
  /** @deprecated Use `OpenApiDocument`. */
  OpenApiDocument as Description,
  OpenApiDocument,
  Operation,
  Parameter,
  Reference,
  Schema,
} from "./document.js";
export {
  resolveRef,
  /** @deprecated Use `describeOperation`, or `resolveRef`. */
  resolveRef as resolve,
} from "./document.js";
export type { MethodsFor, Scope } from "./generated/methods.js";
export {
  operationTable,
  /** @deprecated Use `operationTable`. */
  operationTable as routes,
} from "./generated/operations.js";
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
  StatusOf,
  UnreachableStatusOf,
} from "./operation.js";
export type {
  CallEntry,
  Caller,
  OperationEntry,
  /** @deprecated Use `OperationEntry`. */
  OperationEntry as Route,
} from "./operation-entry.js";
