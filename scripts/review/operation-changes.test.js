// Edits of an operation and what each is rated: security, defaults, parameters, bodies, headers, statuses and words.
import { describe } from "vitest";
import { querySchema, requestContent, requestFields, responseContent, testRows } from "./description-fixture.js";

describe("an edit", () =>
  testRows([
    // Security. Redocly rates a removed requirement as patch, and open access as minor.
    ["security removed", (o) => delete o.security, ["credentials-not-needed"]],
    ["security emptied", (o) => (o.security = []), ["credentials-not-needed"]],
    ["credentials optional", (o) => o.security.push({}), ["credentials-not-needed"]],
    ["another way to sign in", (o) => o.security.push({ token: [] }), ["credentials-accepted"]],
    [
      "a way to sign in replaced",
      (o) => (o.security = [{ token: [] }]),
      ["credentials-refused", "credentials-accepted"],
    ],
    [
      "two credentials in place of one",
      (o) => (o.security = [{ user: [], token: [] }]),
      ["credentials-refused", "credentials-accepted"],
    ],
    // Defaults. Redocly rates them as patch, and misses objects.
    ["default changed", (o) => (querySchema(o).default = 4), ["default-changed"]],
    ["default removed", (o) => delete querySchema(o).default, ["default-changed"]],
    ["default added", (o) => (requestFields(o).b.default = "x"), ["default-added"]],
    ["default in a body changed", (o) => (requestFields(o).a.default = "y"), ["default-changed"]],
    ["default object changed", (o) => (requestFields(o).d.default = { k: 2 }), ["default-changed"]],
    // Headers and answers.
    ["header removed", (o) => delete o.responses[200].headers.Perhaps, ["header-may-be-missing"]],
    ["header added", (o) => (o.responses[200].headers.New = { schema: { type: "string" } }), ["part-added"]],
    ["header not sure any more", (o) => (o.responses[200].headers.Sure.required = false), ["header-may-be-missing"]],
    [
      "header sure now",
      (o) => (o.responses[200].headers.Perhaps.required = true),
      ["wider-request-or-narrower-response"],
    ],
    ["header of another type", (o) => (o.responses[200].headers.Perhaps.schema.type = "integer"), ["type-changed"]],
    ["status removed", (o) => delete o.responses[404], ["response-removed"]],
    ["status added", (o) => (o.responses[403] = { description: "No." }), ["part-added"]],
    ["status can come", (o) => delete o.responses[404]["x-unreachable"], ["fact-changed"]],
    ["reason reworded", (o) => (o.responses[404]["x-unreachable"] = "Always there."), ["wording-changed"]],
    ["content of an answer removed", (o) => delete o.responses[200].content, ["media-type-removed"]],
    // Parameters and bodies.
    [
      "parameter added",
      (o) => o.parameters.push({ name: "new", in: "query", schema: { type: "string" } }),
      ["part-added"],
    ],
    [
      "required parameter added",
      (o) => o.parameters.push({ name: "new", in: "query", required: true, schema: { type: "string" } }),
      ["parameter-required"],
    ],
    ["parameter removed", (o) => o.parameters.pop(), ["parameter-removed"]],
    ["parameter renamed", (o) => (o.parameters[1].name = "length"), ["parameter-removed"]],
    ["parameter moved", (o) => (o.parameters[1].in = "header"), ["parameter-removed"]],
    ["parameter of the path renamed", (o) => (o.parameters[0].name = "number"), ["name-changed"]],
    [
      "parameter written in another way",
      (o) => (o.parameters[1].style = "spaceDelimited"),
      ["parameter-serialization-changed"],
    ],
    ["parameter required", (o) => (o.parameters[1].required = true), ["parameter-required"]],
    ["parameters in another order", (o) => o.parameters.reverse(), []],
    ["body required", (o) => (o.requestBody.required = true), ["body-required"]],
    ["body removed", (o) => delete o.requestBody, ["body-removed"]],
    // The operation, and words.
    ["operation deprecated", (o) => (o.deprecated = true), ["deprecation-changed"]],
    ["operation id changed", (o) => (o.operationId = "other"), ["name-changed"]],
    ["method of the client changed", (o) => (o["x-method"] = "other.name"), ["name-changed"]],
    ["dates of GitHub added", (o) => (o["x-github"] = { removalDate: "2020-11-13" }), ["removal-announced"]],
    ["operation became idempotent", (o) => (o["x-idempotent"] = true), ["repetition-safe"]],
    ["extension without a rule", (o) => (o["x-unheard"] = true), ["no-rule"]],
    ["keyword without a rule", (o) => (o.responses[200].links.next.operationId = "other"), ["no-rule"]],
    ["description reworded", (o) => (o.description = "Done it is."), ["wording-changed"]],
    ["tag changed", (o) => (o.tags = ["some"]), ["wording-changed"]],
    ["page linked", (o) => (o.externalDocs = { url: "http://docs.test" }), ["wording-changed"]],
    ["examples removed", (o) => delete requestContent(o).examples, ["example-changed"]],
    ["example added", (o) => (responseContent(o).examples.two = { value: { a: "y" } }), ["example-changed"]],
    ["value of an example changed", (o) => (responseContent(o).examples.one.value.a = "y"), ["example-changed"]],
    ["example of a parameter added", (o) => (o.parameters[1].example = 4), ["example-changed"]],
  ]));
