export {
  type ContentDetails,
  describeOperation,
  jsonPointer,
  type OperationDetails,
  type ResponseDetails,
} from "./describe-operation.js";
export { description } from "./generated/description.js";
export { flowDescription } from "./generated/flow-description.js";
