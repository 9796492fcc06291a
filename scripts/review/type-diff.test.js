// What a change of a description does to the generated types, and to code that uses them.
import { describe, expect, test } from "vitest";
import { folderWith } from "./files-fixture.js";
import { files } from "./small-description-fixture.js";
import { compareTexts } from "./text-diff.js";
import { diffGenerated } from "./type-diff.js";

/** @param {(api: any, flows: any) => void} edit @param {any[]} [changes] */
async function diffAfter(edit, changes = []) {
  const { files: found, lost } = await diffGenerated(folderWith(files()), folderWith(files(edit)));
  return { files: found, lost: lost(changes) };
}

describe("generated types", () => {
  test("do not change with words, and with the order of what has none", async () => {
    const nothing = { files: [], lost: [] };
    expect(await diffAfter(() => {})).toEqual(nothing);
    expect(
      await diffAfter((api, flows) => {
        api.paths["/user"].get.summary = "Read";
        flows.info.title = "Other";
        api.components.schemas.user.properties = { login: { type: "string" }, id: { type: "integer" } };
        api.components.schemas.user.required.reverse();
      }),
    ).toEqual(nothing);
  });

  test("change in both files with an operation, one property a line in the table", async () => {
    const { files: found, lost } = await diffAfter((api) => {
      api.paths["/user"].get.parameters.push({ name: "sort", in: "query", schema: { type: "string" } });
      api.paths["/user"].get.deprecated = true;
    });
    expect(found).toEqual([
      { name: "types.ts", lines: ['@ "users/get"', "+sort?: string;"] },
      {
        name: "operations.ts",
        lines: [
          '@ "users/get"',
          "-deprecated: false",
          "+deprecated: true",
          '-parameters: {"path":[],"query":["page"],"header":[]}',
          '+parameters: {"path":[],"query":["page","sort"],"header":[]}',
        ],
      },
    ]);
    expect(lost).toEqual([]);
  });

  test("of the flows change in a file of their own, without a table", async () => {
    const { files: found } = await diffAfter((_, flows) => {
      flows.paths["/login"].post.responses[404] = { description: "No." };
    });
    expect(found.map(({ name }) => name)).toEqual(["flow-types.ts"]);
  });

  test("that cannot be generated are an error with its side", async () => {
    const broken = files((api) => delete api.paths["/user"].get.externalDocs);
    const says = (/** @type {string} */ side) => `No types could be generated from the description of ${side}:\n`;
    await expect(diffGenerated(folderWith(files()), folderWith(broken))).rejects.toThrow(says("the work tree"));
    await expect(diffGenerated(folderWith(broken), folderWith(files()))).rejects.toThrow(says("the base"));
  });

  test("need descriptions that can be read", async () => {
    const broken = { ...files(), "openapi/flows.yaml": "a: [" };
    const says = (/** @type {string} */ side) => `The description of ${side} could not be bundled:\n`;
    await expect(diffGenerated(folderWith(files()), folderWith(broken))).rejects.toThrow(says("the work tree"));
    await expect(diffGenerated(folderWith(broken), folderWith(files()))).rejects.toThrow(says("the base"));
  });
});

describe("code that uses the types", () => {
  /** @param {any} api */
  const longer = (api) => {
    api.components.schemas.user.properties.login.type = ["string", "null"];
  };

  test("no longer compiles with a field that may be null", async () => {
    const { lost } = await diffAfter(longer);
    expect(lost).toMatchObject([
      { rating: "major", rule: "type-incompatible", where: "GET /user, response 200", file: "openapi/openapi.yaml" },
    ]);
  });

  test("has a reason already in a major change of the operation, not in a minor one or in another", async () => {
    const known = (/** @type {string} */ rating, /** @type {string} */ operation) => [
      { rating, operations: [operation] },
    ];
    expect((await diffAfter(longer, known("major", "GET /user"))).lost).toEqual([]);
    expect((await diffAfter(longer, known("minor", "GET /user"))).lost).toHaveLength(1);
    expect((await diffAfter(longer, known("major", "GET /users"))).lost).toHaveLength(1);
  });

  test("loses a name, also of the flows", async () => {
    const base = files((api, flows) => {
      api.components.schemas.old = { type: "object" };
      flows.components.schemas = { gone: { type: "object" } };
    });
    const { lost } = await diffGenerated(folderWith(base), folderWith(files()));
    expect(lost([]).map(({ where }) => where)).toEqual(["components / schemas / old", "components / schemas / gone"]);
  });
});

describe("lines that differ", () => {
  const type = (/** @type {string} */ name, /** @type {string[]} */ ...lines) => [
    `    ${name}: {`,
    ...lines.map((line) => `        ${line}`),
    "    };",
  ];
  const text = (/** @type {string[][]} */ ...types) => ["interface a {", ...types.flat(), "}", ""].join("\n");

  test("stand below the name of their type, each name once", () => {
    const before = text(type("one", "a: 1", "b: 1", "c: 1"), type("two", "a: 1"), type("three", "a: 1"));
    const after = text(type("one", "a: 2", "b: 1", "c: 2"), type("two", "a: 1"), type("three", "a: 1", "b: 1"));
    expect(compareTexts(before, after)).toEqual(["@ one", "-a: 1", "+a: 2", "-c: 1", "+c: 2", "@ three", "+b: 1"]);
  });

  test("may be outside of all types", () => {
    expect(compareTexts("a\nb\n", "a\nc\n")).toEqual(["-b", "+c"]);
    expect(compareTexts("", "a\n")).toEqual(["+a"]);
  });

  test("are none in equal texts", () => {
    expect(compareTexts("a\n", "a\n")).toEqual([]);
  });
});
