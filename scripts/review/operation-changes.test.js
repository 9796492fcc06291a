// Edits of an operation and what each is rated: security, defaults, parameters, bodies, headers, statuses and words.
import { describe } from "vitest";
import { querySchema, requestContent, requestFields, responseContent, testRows } from "./description-fixture.js";

describe("an edit", () =>
  testRows([
    // Security. Redocly rates a removed requirement as patch, and open access as minor.
    ["security removed", (o) => delete o.security, ["major"]],
    ["security emptied", (o) => (o.security = []), ["major"]],
    ["credentials optional", (o) => o.security.push({}), ["major"]],
    ["another way to sign in", (o) => o.security.push({ token: [] }), ["minor"]],
    ["a way to sign in replaced", (o) => (o.security = [{ token: [] }]), ["major", "minor"]],
    ["two credentials in place of one", (o) => (o.security = [{ user: [], token: [] }]), ["major", "minor"]],
    // Defaults. Redocly rates them as patch, and misses objects.
    ["default changed", (o) => (querySchema(o).default = 4), ["major"]],
    ["default removed", (o) => delete querySchema(o).default, ["major"]],
    ["default added", (o) => (requestFields(o).b.default = "x"), ["minor"]],
    ["default in a body changed", (o) => (requestFields(o).a.default = "y"), ["major"]],
    ["default object changed", (o) => (requestFields(o).d.default = { k: 2 }), ["major"]],
    // Headers and answers.
    ["header removed", (o) => delete o.responses[200].headers.Perhaps, ["major"]],
    ["header added", (o) => (o.responses[200].headers.New = { schema: { type: "string" } }), ["minor"]],
    ["header not sure any more", (o) => (o.responses[200].headers.Sure.required = false), ["major"]],
    ["header sure now", (o) => (o.responses[200].headers.Perhaps.required = true), ["minor"]],
    ["header of another type", (o) => (o.responses[200].headers.Perhaps.schema.type = "integer"), ["major"]],
    ["status removed", (o) => delete o.responses[404], ["major"]],
    ["status added", (o) => (o.responses[403] = { description: "No." }), ["minor"]],
    ["status can come", (o) => delete o.responses[404]["x-unreachable"], ["minor"]],
    ["reason reworded", (o) => (o.responses[404]["x-unreachable"] = "Always there."), ["patch"]],
    ["content of an answer removed", (o) => delete o.responses[200].content, ["major"]],
    // Parameters and bodies.
    ["parameter added", (o) => o.parameters.push({ name: "new", in: "query", schema: { type: "string" } }), ["minor"]],
    [
      "required parameter added",
      (o) => o.parameters.push({ name: "new", in: "query", required: true, schema: { type: "string" } }),
      ["major"],
    ],
    ["parameter removed", (o) => o.parameters.pop(), ["major"]],
    ["parameter renamed", (o) => (o.parameters[1].name = "length"), ["major"]],
    ["parameter moved", (o) => (o.parameters[1].in = "header"), ["major"]],
    ["parameter of the path renamed", (o) => (o.parameters[0].name = "number"), ["major"]],
    ["parameter required", (o) => (o.parameters[1].required = true), ["major"]],
    ["parameters in another order", (o) => o.parameters.reverse(), []],
    ["body required", (o) => (o.requestBody.required = true), ["major"]],
    ["body removed", (o) => delete o.requestBody, ["major"]],
    // The operation, and words.
    ["operation deprecated", (o) => (o.deprecated = true), ["minor"]],
    ["operation id changed", (o) => (o.operationId = "other"), ["major"]],
    ["method of the client changed", (o) => (o["x-method"] = "other.name"), ["major"]],
    ["dates of GitHub added", (o) => (o["x-github"] = { removalDate: "2020-11-13" }), ["major"]],
    ["operation became idempotent", (o) => (o["x-idempotent"] = true), ["minor"]],
    ["extension without a rule", (o) => (o["x-unheard"] = true), ["major"]],
    ["keyword without a rule", (o) => (o.responses[200].links.next.operationId = "other"), ["major"]],
    ["description reworded", (o) => (o.description = "Done it is."), ["patch"]],
    ["tag changed", (o) => (o.tags = ["some"]), ["patch"]],
    ["page linked", (o) => (o.externalDocs = { url: "http://docs.test" }), ["patch"]],
    ["examples removed", (o) => delete requestContent(o).examples, ["patch"]],
    ["example added", (o) => (responseContent(o).examples.two = { value: { a: "y" } }), ["patch"]],
    ["value of an example changed", (o) => (responseContent(o).examples.one.value.a = "y"), ["patch"]],
    ["example of a parameter added", (o) => (o.parameters[1].example = 4), ["patch"]],
  ]));
