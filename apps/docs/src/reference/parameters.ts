import type { OpenApiDocument, Parameter } from "@grantbook/contract";
import { html } from "../html.js";
import type { Field } from "./fields.js";
import { factsOf, typeOf } from "./type.js";

/** Row of a parameter, for the page `from`. */
export function parameterField(description: OpenApiDocument, from: string, parameter: Parameter): Field {
  const { name, required = false, schema, example } = parameter;
  return {
    name,
    required,
    type: html`${typeOf(description, from, schema)}${parameter.in !== "header" && `, in the ${parameter.in}`}`,
    facts: [...factsOf(schema), ...(example === undefined ? [] : factsOf({ examples: [example] }))],
    meaning: parameter.description,
    depth: 0,
  };
}
