import { description } from "@grantbook/contract/description";
import { Refusal } from "../../domain/refusal.js";
import type { RequestContext } from "../context.js";
import type { HttpReason } from "../reason.js";

const parameter = description.components.parameters?.["api-version"] as {
  readonly schema: { readonly enum: readonly string[]; readonly default: string };
};
const { enum: supported, default: defaultVersion } = parameter.schema;

/** Sets the API version that the request asks for, or the default. Refuses one that is not supported. */
export function selectApiVersion(context: RequestContext): void {
  const version = context.request.headers.get("x-github-api-version") ?? defaultVersion;
  if (!supported.includes(version)) throw new Refusal<HttpReason>({ code: "version-unsupported", version, supported });
  context.version = version;
}
