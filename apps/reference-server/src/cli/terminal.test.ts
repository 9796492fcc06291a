import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test, vi } from "vitest";
import { printList, promptSecret } from "./terminal.js";

afterEach(() => void vi.restoreAllMocks());

describe("a secret that is asked for", () => {
  const typed = async (keys: string) => {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = new PassThrough({ encoding: "utf8" });
    const answer = promptSecret("password", "use a file", { input, output });
    input.write(keys);
    return answer.finally(() => expect(output.read()).toBe("password: \n"));
  };

  test("is what was typed, and is not shown", async () => {
    expect(await typed("hunter2\r")).toBe("hunter2");
    expect(await typed("hunterr\u007f2\r")).toBe("hunter2");
  });

  test.each(["\r", "hunter2\u0003", "\u0004"])("is missing after %j", async (keys) => {
    await expect(typed(keys)).rejects.toThrow("no password was typed");
  });
});

describe("a list", () => {
  const printed = (...parameters: Parameters<typeof printList>) => {
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    printList(...parameters);
    return write.mock.calls.map(([text]) => text).join("");
  };
  const entries = [
    { name: "a\u001b[31mred\n", is_good: true, scopes: ["repo", "gist"], none: null },
    { name: "", is_good: false, scopes: [], none: null },
  ];

  test("has columns for people, in which nothing does anything to the terminal", () => {
    expect(printed(entries, ["name", "is_good", "scopes", "none"], false)).toBe(
      "NAME        IS GOOD  SCOPES     NONE\na?[31mred?  yes      repo gist  -\n-           no       -          -\n",
    );
  });

  test("is one JSON document for programs, with all there is", () => {
    expect(JSON.parse(printed(entries, ["name"], true))).toEqual(entries);
  });
});
