import { describe, expect, test } from "vitest";
import { callbackAddress, object, problemWith, text, webAddress, wholeNumber } from "./validation.js";

const names = (items: object) => ({ type: "array", maxItems: 3, uniqueBy: "login", items });
const user = object({ login: text(5), age: wholeNumber, kind: { enum: ["oauth", "github"] } }, "login");
const schema = object({ users: names(user), secret: text(20, { format: "base32", problem: "must be base32" }) });

describe("a problem names its place, and says what to do", () => {
  test.each<[unknown, string | undefined]>([
    [{}, undefined],
    [{ users: [{ login: "a" }, { login: "b", age: 0, kind: "github" }] }, undefined],
    [[], "the seed must be an object"],
    [{ users: {} }, "users must be an array"],
    [{ users: [{ login: 1 }] }, "users[0].login must be a string"],
    [{ users: [{ login: "a" }, { login: "b", age: 0.5 }] }, "users[1].age must be an integer"],
    [{ users: [{}] }, "users[0].login is missing"],
    [{ users: [{ login: "" }] }, "users[0].login must not be empty"],
    [{ users: [{ login: "abcdef" }] }, "users[0].login must have at most 5 characters"],
    [{ users: ["a", "b", "c", "d"].map((login) => ({ login })) }, "users must have at most 3 items"],
    [{ users: [{ login: "Ann" }, { login: "aNN" }] }, "users must not have the same login twice"],
    [{ users: [null, { login: "a" }] }, "users[0] must be an object"],
    [
      { users: [{ login: "a", kind: "other" }] },
      "users[0].kind must be equal to one of the allowed values (oauth, github)",
    ],
    [{ users: [{ login: "a", age: -1 }] }, "users[0].age must be >= 0"],
    [{ users: [{ login: "a", age: 2 ** 53 }] }, "users[0].age must be <= 9007199254740991"],
    [{ secret: "1" }, "secret must be base32"],
    [{ password: 1 }, "the seed must not have the unknown key password"],
    [{ users: [{ login: "a", pass: 1 }] }, "users[0] must not have the unknown key pass"],
    [{ ["k".repeat(60)]: 1 }, `the seed must not have the unknown key ${"k".repeat(60)}`],
    [{ ["k".repeat(61)]: 1 }, "the seed must not have an unknown key"],
    [{ "\u001b[2J": 1 }, "the seed must not have an unknown key"],
    [{ "": 1 }, "the seed must not have an unknown key"],
  ])("%j: %s", (value, problem) => {
    expect(problemWith(schema, value, "the seed")).toBe(problem);
  });

  test("the place of an eleventh entry has both digits", () => {
    const logins = object({ logins: { type: "array", items: text(5) } });
    expect(problemWith(logins, { logins: [..."abcdefghij", 1] }, "the seed")).toBe("logins[10] must be a string");
  });

  test("the name stands for the value itself alone", () => {
    expect(problemWith(object({}, "login"), {}, "the user")).toBe("login is missing");
    expect(problemWith(text(5), "", "login")).toBe("login must not be empty");
    expect(problemWith(text(5), "abcdef", "login")).toBe("login must have at most 5 characters");
    expect(problemWith(text(5), "abcde", "login")).toBeUndefined();
    expect(problemWith(names(user), [{ login: "a" }, { login: "a" }], "users")).toBe(
      "users must not have the same login twice",
    );
    expect(problemWith({ type: "array", maxItems: 0 }, [1], "users")).toBe("users must have at most 0 items");
    expect(problemWith({ enum: ["a"] }, "b", "kind")).toBe("kind must be equal to one of the allowed values (a)");
  });
});

test.each(["a\0b", "\ud800", "\udc00a"])("a text that no database gives back is refused: %j", (value) => {
  expect(problemWith(text(5), value, "note")).toBe("note must not contain U+0000 or unpaired surrogates");
});

describe("an address", () => {
  test.each([
    ["http://a.example", true, true],
    ["https://a.example/path?a=b", true, true],
    ["https://a.example/path#c", true, false],
    ["HTTPS://a.example:8080/%20", true, true],
    ["http://[::1]:3000/", true, true],
    ["my.app:/callback", false, true],
    ["javascript:alert(1)", false, false],
    ["ftp://a.example", false, true],
    ["http://", false, false],
    ["http://a b", false, false],
    ["http://a.example/<script>", false, false],
    ["x http://a.example", false, false],
    ["javascript:http://a.example", false, false],
    ["http://a:99999/", false, false],
    ["a.example", false, false],
  ])("%s is one of the web: %s; one to be called back: %s", (address, isWeb, isCallback) => {
    expect(problemWith(webAddress, address, "url")).toBe(isWeb ? undefined : "url must be an http or https address");
    expect(problemWith(callbackAddress, address, "url")).toBe(
      isCallback ? undefined : "url must be an http or https address, or one with a scheme of the application's own",
    );
  });

  test("has at most 2048 characters", () => {
    const longest = `https://a.example/${"a".repeat(2048 - 18)}`;
    expect(problemWith(webAddress, longest, "url")).toBeUndefined();
    expect(problemWith(webAddress, `${longest}a`, "url")).toBe("url must have at most 2048 characters");
  });
});
