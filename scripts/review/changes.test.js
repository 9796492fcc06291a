// Every row is an edit of one operation, and what it is rated. All rows are compared in one run, each on a path of its own.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { stringify } from "yaml";
import { changesBetween } from "./changes.js";
import { Description } from "./description.js";
import { extensionRules } from "./extensions.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/**
 * @typedef {any} Operation
 * @typedef {[name: string, edit: (operation: Operation) => void, expected: string[]]} Row
 */

const root = fileURLToPath(new URL("../..", import.meta.url));
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "grantbook-changes-")));
afterAll(() => rmSync(temporary, { recursive: true }));

/** @returns {Operation} */
const operation = () => ({
  summary: "Do it",
  description: "It is done.",
  tags: ["all"],
  security: [{ user: [] }],
  parameters: [
    { name: "id", in: "path", required: true, schema: { type: "string", maxLength: 5 } },
    {
      name: "size",
      in: "query",
      schema: { type: "integer", default: 3, minimum: 1, maximum: 10, "x-clamp": [1, 100] },
    },
  ],
  requestBody: {
    content: {
      "application/json": {
        schema: {
          type: "object",
          required: ["a"],
          properties: {
            a: { type: "string", minLength: 1, maxLength: 5, pattern: "^a", format: "date", default: "x" },
            b: { type: "string", enum: ["x", "y"] },
            c: { type: "array", maxItems: 3, items: { type: "string" } },
            e: { type: "array", minContains: 1, contains: { type: "string" }, anyOf: [{ minItems: 1 }] },
            f: { type: "object", if: { minProperties: 1 } },
            default: { type: "string", maxLength: 5 },
            example: { type: "integer", "x-clamp": [1, 5] },
            d: { type: "object", readOnly: true, default: { k: 1 } },
          },
        },
        examples: { one: { value: { a: "x" } } },
      },
    },
  },
  responses: {
    200: {
      description: "Done.",
      links: { next: { operationId: "next" } },
      headers: { Sure: { required: true, schema: { type: "string" } }, Perhaps: { schema: { type: "string" } } },
      content: {
        "application/json": {
          schema: {
            type: "object",
            required: ["a"],
            properties: {
              a: { type: "string", maxLength: 5, format: "date" },
              b: { type: "string", enum: ["x", "y"] },
              c: { type: ["string", "null"] },
              d: { type: "string", writeOnly: true },
            },
          },
          examples: { one: { value: { a: "x" } } },
        },
      },
    },
    404: { description: "Not there.", "x-unreachable": "It is there." },
  },
});

/** @param {Operation} operation */
const request = ({ requestBody }) => requestBody.content["application/json"];
/** @param {Operation} operation */
const answer = ({ responses }) => responses[200].content["application/json"];
/** @param {Operation} operation */
const size = ({ parameters }) => parameters[1].schema;
/** @param {Operation} operation */
const sent = (operation) => request(operation).schema.properties;
/** @param {Operation} operation */
const given = (operation) => answer(operation).schema.properties;

/** @type {Row[]} */
const rows = [
  // Who may call it. Redocly says patch where a requirement goes away, and minor where anybody is let in.
  ["security removed", (o) => delete o.security, ["major"]],
  ["security emptied", (o) => (o.security = []), ["major"]],
  ["nobody has to sign in", (o) => o.security.push({}), ["major"]],
  ["another way to sign in", (o) => o.security.push({ token: [] }), ["minor"]],
  ["a way to sign in replaced", (o) => (o.security = [{ token: [] }]), ["major", "minor"]],
  ["two credentials in place of one", (o) => (o.security = [{ user: [], token: [] }]), ["major", "minor"]],

  // Defaults. Redocly says patch, and does not see those that are objects.
  ["default changed", (o) => (size(o).default = 4), ["major"]],
  ["default removed", (o) => delete size(o).default, ["major"]],
  ["default added", (o) => (sent(o).b.default = "x"), ["minor"]],
  ["default in a body changed", (o) => (sent(o).a.default = "y"), ["major"]],
  ["default object changed", (o) => (sent(o).d.default = { k: 2 }), ["major"]],

  // Limits of what is sent. Redocly says patch where more is let in.
  ["minLength raised", (o) => (sent(o).a.minLength = 2), ["major"]],
  ["minLength lowered", (o) => (sent(o).a.minLength = 0), ["minor"]],
  ["maxLength lowered", (o) => (sent(o).a.maxLength = 4), ["major"]],
  ["maxLength raised", (o) => (sent(o).a.maxLength = 6), ["minor"]],
  ["maxLength removed", (o) => delete sent(o).a.maxLength, ["minor"]],
  ["maximum lowered", (o) => (size(o).maximum = 5), ["major"]],
  ["maximum raised", (o) => (size(o).maximum = 50), ["minor"]],
  ["minimum raised", (o) => (size(o).minimum = 2), ["major"]],
  ["minimum removed", (o) => delete size(o).minimum, ["minor"]],
  ["maxItems lowered", (o) => (sent(o).c.maxItems = 2), ["major"]],
  ["maxItems raised", (o) => (sent(o).c.maxItems = 4), ["minor"]],
  ["limit of items added", (o) => (sent(o).c.items.maxLength = 9), ["major"]],
  ["pattern changed", (o) => (sent(o).a.pattern = "^b"), ["major"]],
  ["pattern added", (o) => (sent(o).b.pattern = "^b"), ["major"]],
  ["pattern removed", (o) => delete sent(o).a.pattern, ["minor"]],
  ["format changed", (o) => (sent(o).a.format = "uri"), ["major"]],
  ["format removed", (o) => delete sent(o).a.format, ["minor"]],
  ["enum sent, narrower", (o) => (sent(o).b.enum = ["x"]), ["major"]],
  ["enum sent, wider", (o) => (sent(o).b.enum = ["x", "y", "z"]), ["minor"]],
  ["enum in another order", (o) => (sent(o).b.enum = ["y", "x"]), ["patch"]],
  ["null accepted", (o) => (sent(o).a.type = ["string", "null"]), ["minor"]],
  ["unknown fields refused", (o) => (request(o).schema.additionalProperties = false), ["major"]],
  ["range narrower", (o) => (size(o)["x-clamp"] = [1, 50]), ["major"]],
  ["range wider", (o) => (size(o)["x-clamp"] = [0, 100]), ["minor"]],
  ["range moved", (o) => (size(o)["x-clamp"] = [2, 200]), ["major"]],
  ["range removed", (o) => delete size(o)["x-clamp"], ["minor"]],
  ["range added", (o) => (o.parameters[0].schema["x-clamp"] = [1, 2]), ["major"]],

  // Limits of what is answered: the other way round.
  ["answer may be longer", (o) => (given(o).a.maxLength = 6), ["major"]],
  ["answer is shorter", (o) => (given(o).a.maxLength = 4), ["minor"]],
  ["format of an answer removed", (o) => delete given(o).a.format, ["major"]],
  ["enum answered, narrower", (o) => (given(o).b.enum = ["x"]), ["minor"]],
  ["enum answered, wider", (o) => (given(o).b.enum = ["x", "y", "z"]), ["major"]],
  ["null answered", (o) => (given(o).a.type = ["string", "null"]), ["major"]],
  ["null answered no more", (o) => (given(o).c.type = ["string"]), ["minor"]],

  // Fields.
  ["field to send required", (o) => (request(o).schema.required = ["a", "b"]), ["major"]],
  ["field to send optional", (o) => (request(o).schema.required = []), ["minor"]],
  ["field answered, always", (o) => (answer(o).schema.required = ["a", "b"]), ["minor"]],
  ["field answered, perhaps", (o) => delete answer(o).schema.required, ["major"]],
  ["field to send added", (o) => (sent(o).z = { type: "string" }), ["minor"]],
  ["field to send removed", (o) => delete sent(o).b, ["major"]],
  ["all fields to send removed", (o) => delete request(o).schema.properties, ["major"]],
  ["field answered added", (o) => (given(o).z = { type: "string" }), ["minor"]],
  ["field answered removed", (o) => delete given(o).b, ["major"]],
  ["field cannot be sent", (o) => (sent(o).b.readOnly = true), ["major"]],
  ["field can be sent", (o) => delete sent(o).d.readOnly, ["major"]],
  ["field is answered", (o) => delete given(o).d.writeOnly, ["minor"]],
  ["field is not answered", (o) => (given(o).b.writeOnly = true), ["major"]],
  ["field called default", (o) => (sent(o).default.maxLength = 6), ["minor"]],
  ["field called example", (o) => (sent(o).example["x-clamp"] = [1, 4]), ["major"]],
  ["field deprecated", (o) => (sent(o).b.deprecated = true), ["minor"]],
  ["schema of a body added", (o) => (o.requestBody.content["text/plain"] = {}), ["minor"]],
  ["schema of a body removed", (o) => delete request(o).schema, ["major"]],
  ["schema of an answer removed", (o) => delete answer(o).schema, ["major"]],
  ["choice added to a body", (o) => (request(o).schema.anyOf = [{ required: ["b"] }]), ["major"]],

  ["choice removed from a body", (o) => delete sent(o).e.anyOf, ["minor"]],
  ["choice of an answer added", (o) => (given(o).b.anyOf = [{ maxLength: 1 }]), ["minor"]],
  ["items described", (o) => (sent(o).d.items = { type: "string" }), ["minor"]],
  ["number of matches raised", (o) => (sent(o).e.minContains = 2), ["major"]],
  ["condition added", (o) => (sent(o).e.if = { minItems: 1 }), ["major"]],
  ["condition of items added", (o) => (sent(o).c.items.if = { minLength: 1 }), ["major"]],
  ["condition removed", (o) => delete sent(o).f.if, ["major"]],
  ["fields by pattern added", (o) => (sent(o).f.patternProperties = { "^x": { type: "string" } }), ["major"]],

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
  ["dates of the vendor added", (o) => (o["x-github"] = { removalDate: "2020-11-13" }), ["major"]],
  ["extension without a rule", (o) => (o["x-unheard"] = true), ["major"]],
  ["keyword without a rule", (o) => (o.responses[200].links.next.operationId = "other"), ["major"]],
  ["description reworded", (o) => (o.description = "Done it is."), ["patch"]],
  ["tag changed", (o) => (o.tags = ["some"]), ["patch"]],
  ["page linked", (o) => (o.externalDocs = { url: "http://docs.test" }), ["patch"]],
  ["examples removed", (o) => delete request(o).examples, ["patch"]],
  ["example added", (o) => (answer(o).examples.two = { value: { a: "y" } }), ["patch"]],
  ["value of an example changed", (o) => (answer(o).examples.one.value.a = "y"), ["patch"]],
  ["example of a parameter added", (o) => (o.parameters[1].example = 4), ["patch"]],
];

/** @type {any} */
const whole = {
  openapi: "3.1.0",
  info: { title: "Test", version: "1.0.0" },
  servers: [{ url: "http://{host}/api", variables: { host: { default: "a", enum: ["a", "b"] } } }],
  tags: [{ name: "all" }, { name: "some" }],
  paths: {},
  components: {
    securitySchemes: { user: { type: "http", scheme: "basic" }, token: { type: "http", scheme: "bearer" } },
  },
  "x-body-limit": 100,
  "x-scopes": { repo: ["repo:status"], "repo:status": [], user: [] },
  "x-timelines": { old: { removal: "2020", brownouts: [["a", "b"]], notice: "http://a.test" } },
};

/** @param {string} name @param {any} description */
function write(name, description) {
  const folder = join(temporary, name);
  mkdirSync(join(folder, "openapi"), { recursive: true });
  cpSync(join(root, "redocly.diff.yaml"), join(folder, "redocly.diff.yaml"));
  writeFileSync(join(folder, "openapi/openapi.yaml"), stringify(description, { aliasDuplicateObjects: false }));
  return folder;
}

/** @param {number} index */
const pathOf = (index) => `/row-${index}/{id}`;

describe("an edit of an operation", () => {
  /** @type {import("./changes.js").Change[]} */
  let changes = [];

  beforeAll(() => {
    const [base, head] = [structuredClone(whole), structuredClone(whole)].map((description, side) => ({
      ...description,
      paths: Object.fromEntries(
        rows.map(([, edit], index) => {
          const edited = { ...operation(), operationId: `row/${index}`, "x-method": `row.${index}` };
          if (side === 1) edit(edited);
          return [pathOf(index), { post: edited }];
        }),
      ),
    }));
    changes = changesBetween(write("rows-base", base), write("rows-head", head));
  });

  test.each(rows.map(([name, , expected], index) => ({ name, expected, index })))("$name", ({ expected, index }) => {
    const own = changes.filter(({ where }) => where.startsWith(`POST ${pathOf(index)}`));
    expect(own.map(({ rating }) => rating)).toEqual(expected);
  });

  test("no change is without an operation", () => {
    expect(changes.filter(({ where }) => !where.startsWith("POST /row-"))).toEqual([]);
  });
});

/**
 * Edits of the whole description that do not touch each other, and all that is reported of them.
 * @type {{ edits: Record<string, (description: any) => void>, expected: string[] }[]}
 */
const rounds = [
  {
    edits: {
      nothing: () => {},
      "version raised": (d) => (d.info.version = "2.0.0"),
      "paths in another order": (d) => (d.paths = Object.fromEntries(Object.entries(d.paths).toReversed())),
    },
    expected: [],
  },
  {
    edits: {
      "root security removed": (d) => delete d.security,
      "longest body lowered": (d) => (d["x-body-limit"] = 50),
      "scope removed": (d) => delete d["x-scopes"].user,
      "scope added": (d) => (d["x-scopes"].gist = []),
      "scope includes less": (d) => (d["x-scopes"].repo = []),
      "timeline removed": (d) => delete d["x-timelines"].old,
      "server changed": (d) => (d.servers[0].url = "http://{host}/api/v3"),
      "scheme changed": (d) => (d.components.securitySchemes.user.scheme = "bearer"),
      "path removed": (d) => delete d.paths["/gone"],
    },
    expected: [
      "major /gone: Path `/gone` was removed.",
      "major components / securitySchemes / user: `scheme` of security scheme `user` changed from 'basic' to 'bearer'.",
      "major servers / 0: Server `http://{host}/api` became `http://{host}/api/v3`.",
      "major the description: Anyone may call it now, without credentials. It required `user`.",
      "major the description: The scope `user` was removed.",
      "major the description: The timeline old was removed.",
      "major the description: `repo` does not include `repo:status` any more.",
      "major the description: `x-body-limit` changed from 100 to 50.",
      "minor the description: The scope `gist` was added.",
    ],
  },
  {
    edits: {
      "root security emptied": (d) => (d.security = []),
      "longest body raised": (d) => (d["x-body-limit"] = 200),
      "scope includes more": (d) => d["x-scopes"].user.push("repo"),
      "brown-out moved": (d) => (d["x-timelines"].old.brownouts[0][0] = "c"),
      "notice moved": (d) => (d["x-timelines"].old.notice = "http://b.test"),
      "server's default host changed": (d) => (d.servers[0].variables.host.default = "b"),
      "server's host gained a value": (d) => d.servers[0].variables.host.enum.push("c"),
      "path added": (d) => (d.paths["/new"] = { get: operation() }),
      "title reworded": (d) => (d.info.title = "Other"),
    },
    expected: [
      'major servers / 0 / variables / host: `default` changed from "a" to "b". Clients that leave it out get something else.',
      "major the description: Anyone may call it now, without credentials. It required `user`.",
      "major the description: `old brownouts` was changed.",
      "major the description: `user` includes `repo` now: tokens that exist can do more.",
      "minor /new: The path item was added.",
      'minor servers / 0 / variables / host: `enum` changed from ["a","b"] to ["a","b","c"].',
      "minor the description: `old notice` was changed.",
      "minor the description: `x-body-limit` changed from 100 to 200.",
      'patch info: `title` changed from "Test" to "Other".',
    ],
  },
  {
    edits: {
      "an operation names what it inherited": (d) => (d.paths["/inherits"].get.security = [{ user: [] }]),
      "an operation inherits what it named": (d) => delete d.paths["/names"].get.security,
      "an operation opens itself": (d) => (d.paths["/gone"].get.security = []),
      "longest body forgotten": (d) => delete d["x-body-limit"],
      "removal moved": (d) => (d["x-timelines"].old.removal = "2019"),
      "timeline added": (d) => (d["x-timelines"].young = { removal: "2030" }),
      "server's host lost a value": (d) => (d.servers[0].variables.host.enum = ["a"]),
    },
    expected: [
      "major GET /gone: Anyone may call it now, without credentials. It required `user`.",
      'major servers / 0 / variables / host: `enum` changed from ["a","b"] to ["a"]. Clients that use the lost value have no server.',
      "major the description: `old removal` was changed.",
      "minor the description: The timeline young was added.",
      "minor the description: `x-body-limit` was removed; it was 100.",
      "patch GET /inherits: `security` is written in another way, and requires the same.",
      "patch GET /names: `security` is written in another way, and requires the same.",
    ],
  },
];

test.each(rounds.map(({ edits, expected }) => ({ names: Object.keys(edits).join(", "), edits, expected })))(
  "edits of the whole description: $names",
  ({ edits, expected }) => {
    const inheriting = () => ({ get: { ...operation(), security: undefined } });
    const before = structuredClone({
      ...whole,
      security: [{ user: [] }],
      paths: { "/inherits": inheriting(), "/gone": inheriting(), "/names": { get: operation() } },
    });
    const after = structuredClone(before);
    for (const edit of Object.values(edits)) edit(after);
    const changes = changesBetween(write("base", before), write("head", after));
    expect(changes.map(({ rating, where, what }) => `${rating} ${where}: ${what}`).toSorted()).toEqual(expected);
  },
);

test("every extension of the description has a rule", () => {
  const found = new Set();
  /** @param {import("./description.js").Place} place @param {Description} description */
  const collect = (place, description) => {
    if (typeof place.value !== "object" || place.value === null) return;
    for (const key of Object.keys(place.value)) {
      const below = description.child(place, key);
      if (key.startsWith("x-")) found.add(key);
      else if (below) collect(below, description);
    }
  };
  const description = new Description(root);
  collect(description.root, description);
  expect([...found].toSorted()).toEqual(Object.keys(extensionRules).toSorted());
});
