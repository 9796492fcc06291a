import { describe, expect, test } from "vitest";
import { inOrder, readGuide } from "./guides.js";

const file = "apps/docs/guides/new.md";

describe("a guide", () => {
  test("has its title and summary in front of it", () => {
    const source = "---\norder: 7\ntitle: 'The: title'\nsummary : \"A text.\"\n---\n\n# Another title\n\nText.\n\n";
    expect(readGuide(file, source)).toEqual({
      name: "new",
      file,
      sources: [file],
      title: "The: title",
      summary: "A text.",
      order: 7,
      text: "Text.",
    });
  });

  test("without anything in front of it begins with them", () => {
    const source = "\n# A title \r\n\r\n<!-- x -->\r\n\r\nAbout [`a`](b.md) and\r\n*c_d*.\r\n\r\n## More\r\n";
    expect(readGuide("new.md", source)).toEqual({
      name: "new",
      file: "new.md",
      sources: ["new.md"],
      title: "A title",
      summary: "About a and cd.",
      order: Number.POSITIVE_INFINITY,
      text: "<!-- x -->\n\nAbout [`a`](b.md) and\n*c_d*.\n\n## More",
    });
  });

  test.each(["[a](b) c", "`a` c", "**a** c", "_a_ c", "a c"])("has the first paragraph as its summary: %s", (text) => {
    expect(readGuide(file, `# T\n\n- no\n\n${text}\n\nNext.\n`).summary).toBe("a c");
  });

  test("may have no text", () => {
    expect(readGuide(file, "#  T\n")).toMatchObject({ title: "T", summary: "", text: "" });
  });

  test("keeps quotes that do not match, and rules that are not in front", () => {
    expect(readGuide(file, "---\ntitle: \"a'\n---\nText.").title).toBe("\"a'");
    expect(readGuide(file, "# T\n\n---\ntitle: x\n---\n").title).toBe("T");
  });

  test.each(["No title.", "## Second level\n", "#no space\n", "Text.\n\n# Late\n"])(
    "with %j has no title",
    (source) => {
      expect(() => readGuide(file, source)).toThrow(new Error(`${file}: a guide begins with a title`));
    },
  );

  test("has a number as its order", () => {
    expect(() => readGuide(file, "---\norder: first\n---\n# T\n")).toThrow(
      new Error(`${file}: the order first is not a number`),
    );
  });
});

test("guides are sorted by their number; those without one come last, by name", () => {
  const guide = (name: string, order?: number) =>
    readGuide(`${name}.md`, `---\n${order === undefined ? "" : `order: ${order}\n`}title: ${name}\n---\nText.`);
  const sorted = inOrder([guide("b"), guide("z", 10), guide("a"), guide("y", 2), guide("x", 2)]);
  expect(sorted.map(({ name }) => name)).toEqual(["x", "y", "z", "a", "b"]);
});
