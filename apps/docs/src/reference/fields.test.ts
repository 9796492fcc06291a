import { expect, test } from "vitest";
import { html } from "../html.js";
import { small } from "../small-description-fixture.js";
import { fieldsOf, fieldTable } from "./fields.js";
import { parameterField } from "./parameters.js";

const field = { name: "a", required: false, type: "string", facts: [], meaning: "The *first*.", depth: 0 };
const rowsOf = (fields: readonly (typeof field)[]) => fieldTable("Field", fields)?.text.split("<tbody>\n")[1];

test("a field has its facts in a sentence", () => {
  expect(fieldTable("Field", [{ ...field, facts: ["at most 5", html`<b>one</b> & more`] }])?.text).toBe(`<table>
<thead><tr><th scope="col">Field</th><th scope="col">Meaning</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="field"><code>a</code> <span class="type">string</span></span></th><td>The <em>first</em>. <span class="limits">At most 5; <b>one</b> & more.</span></td></tr>
</tbody>
</table>`);
});

test("a field that is nested, required, or has an anchor says so", () => {
  const fields = [
    { ...field, required: true, depth: 1 },
    { ...field, depth: 2, anchor: "here" },
  ];
  expect(
    rowsOf(fields),
  ).toBe(`<tr><th scope="row"><span class="field depth-1"><code>a</code> <span class="required">required</span><span class="type">string</span></span></th><td>The <em>first</em>.</td></tr>
<tr><th scope="row"><span id="here" class="field depth-2"><code>a</code> <span class="type">string</span></span></th><td>The <em>first</em>.</td></tr>
</tbody>
</table>`);
});

test("there is no table without fields", () => {
  expect(fieldTable("Field", [])).toBeUndefined();
});

test("the fields of nested objects follow their object, those of a component do not", () => {
  const inner = { type: "object", required: ["x"], properties: { x: { type: "string" }, y: {} } };
  const schema = {
    required: ["list"],
    properties: {
      list: { type: "array", description: "All.", maxItems: 3, items: inner },
      any: { type: "array" },
      one: inner,
      user: { $ref: "#/components/schemas/user" },
      users: { type: "array", items: { $ref: "#/components/schemas/user" } },
    },
  };
  const shown = fieldsOf(small, "index.html", schema).map(({ name, required, type, facts, meaning, depth }) =>
    [depth, name, required, `${type}`, ...facts, meaning].join(" | "),
  );
  expect(shown).toEqual([
    "0 | list | true | array of object | at most 3 items | All.",
    "1 | x | true | string | ",
    "1 | y | false | any value | ",
    "0 | any | false | array of any value | ",
    "0 | one | false | object | ",
    "1 | x | true | string | ",
    "1 | y | false | any value | ",
    '0 | user | false | <a href="#schema/user">user</a> | A user.',
    '0 | users | false | array of <a href="#schema/user">user</a> | ',
  ]);
  expect(fieldsOf(small, "index.html", {})).toEqual([]);
});

test("a component that is not there has no meaning", () => {
  const without = { ...small, components: { schemas: { user: { title: "A user" } } } };
  const schema = { properties: { user: { $ref: "#/components/schemas/user" } } };
  expect(fieldsOf(without, "index.html", schema)[0]?.meaning).toBe("");
});

test("a parameter says where it is, unless it is a header, and has its example behind its limits", () => {
  const parameter = {
    name: "p",
    in: "query",
    description: "A page.",
    schema: { type: "integer", minimum: 1 },
  } as const;
  const shown = (given: Parameters<typeof parameterField>[2]) => {
    const { type, facts, ...row } = parameterField(small, "index.html", given);
    return { ...row, type: `${type}`, facts: facts.map(String) };
  };
  expect(shown({ ...parameter, example: 2 })).toEqual({
    name: "p",
    required: false,
    type: "integer, in the query",
    facts: ["at least 1", "for example <code>2</code>"],
    meaning: "A page.",
    depth: 0,
  });
  expect(shown({ ...parameter, in: "header", required: true })).toMatchObject({
    required: true,
    type: "integer",
    facts: ["at least 1"],
  });
});
