import { description } from "@grantbook/contract/description";
import { Refusal } from "../domain/refusal.js";
import type { HttpReason } from "./refusals.js";

const parameter = description.components.parameters?.["api-version"] as {
  readonly schema: { readonly enum: readonly string[]; readonly default: string };
};
const { enum: supported, default: usual } = parameter.schema;

/** The API version that a request asks for, or the one taken without asking. Refuses one that is not supported. */
export function selectVersion(request: Request): string {
  const version = request.headers.get("x-github-api-version") ?? usual;
  if (!supported.includes(version)) throw new Refusal<HttpReason>({ code: "version-unsupported", version, supported });
  return version;
}
