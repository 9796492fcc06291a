import { describe, expect, test } from "vitest";
import { ApplicationFields, readApplication } from "./application-fields.js";

const form = {
  "oauth_application[name]": " CI ",
  "oauth_application[url]": " https://ci.example ",
  "oauth_application[callback_url]": "\n https://ci.example/a \n\n https://ci.example/b ",
  "oauth_application[type]": "github",
};
const read = (changes: Record<string, string> = {}) =>
  readApplication(new Map(Object.entries({ ...form, ...changes })));

describe("the form of an application", () => {
  test("is read without the spaces around its values", () => {
    const callbackUrls = ["https://ci.example/a", "https://ci.example/b"];
    const values = { name: "CI", url: "https://ci.example", callbackUrls, type: "github" };
    expect(read()).toEqual({ values: { ...values, deviceFlow: false, expireUserTokens: false }, problem: undefined });
    const checked = { "oauth_application[device_flow_enabled]": "1", "oauth_application[expire_user_tokens]": "1" };
    expect(read(checked).values).toMatchObject({ deviceFlow: true, expireUserTokens: true });
  });

  test("is that of an OAuth application where it does not say so", () => {
    expect(readApplication(new Map()).values.type).toBe("oauth");
    expect(read({ "oauth_application[type]": "GitHub" }).values.type).toBe("oauth");
  });

  test.each([
    ["no callback URL", { "oauth_application[callback_url]": " \n" }, "The callback URL is missing."],
    [
      "two of an OAuth application",
      { "oauth_application[type]": "oauth" },
      "An OAuth application has one callback URL.",
    ],
    ["no name", { "oauth_application[name]": "  " }, /^The name [^.]+\.$/],
    ["no address", { "oauth_application[url]": "ci" }, /^The homepage URL [^.]+\.$/],
    [
      "a callback URL that is none",
      { "oauth_application[callback_url]": "ci" },
      /^Callback URL 1 must be an http or https address/,
    ],
  ])("with %s has a problem, in the words of the form", (_, changes, problem) => {
    expect(read(changes as Record<string, string>).problem).toMatch(problem);
  });
});

describe("the fields", () => {
  const show = (type: "oauth" | "github", canChooseType?: boolean) =>
    String(ApplicationFields({ values: { ...read().values, type }, ...(canChooseType && { canChooseType }) }));

  test.each(["oauth", "github"] as const)("have the type %s chosen, where it can be", (type) => {
    const chosen = [...show(type, true).matchAll(/<option value="(\w+)" selected=""/g)].map((match) => match[1]);
    expect(chosen).toEqual([type]);
    expect(show(type)).not.toContain("<select");
  });

  test("keep what was sent", () => {
    const html = show("github");
    expect(html).toContain('name="oauth_application[name]" value="CI"');
    expect(html).toContain(">https://ci.example/a\nhttps://ci.example/b</textarea>");
  });
});
