import { describe, expect, test } from "vitest";
import { parseCredentials } from "./credentials.js";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const basic = (name: string, password: string) => ({ scheme: "basic", name, password });

describe("parseCredentials", () => {
  test.each([
    ["no header", null, { scheme: "none" }],
    ["Basic", `Basic ${base64("octocat:secret")}`, basic("octocat", "secret")],
    ["a scheme in lower case", `basic ${base64("octocat:secret")}`, basic("octocat", "secret")],
    ["spaces around the credentials", `Basic   ${base64("octocat:secret")} `, basic("octocat", "secret")],
    ["base 64 without padding", `Basic ${base64("octocat:secret").replace(/=+$/, "")}`, basic("octocat", "secret")],
    ["a colon in the password", `Basic ${base64("octocat:a:b:")}`, basic("octocat", "a:b:")],
    ["no password", `Basic ${base64("octocat:")}`, basic("octocat", "")],
    ["no name and no password", `Basic ${base64(":")}`, basic("", "")],
    ["UTF-8", `Basic ${base64("zoë:пароль😀")}`, basic("zoë", "пароль😀")],
    ["a byte order mark, which is part of the name", `Basic ${base64("\ufeffalice:a")}`, basic("\ufeffalice", "a")],
    ["Bearer", "Bearer ghp_x", { scheme: "token", token: "ghp_x" }],
    ["token", "token ghp_x", { scheme: "token", token: "ghp_x" }],
    ["token in upper case", "TOKEN ghp_x", { scheme: "token", token: "ghp_x" }],
  ])("reads %s", (_, header, credentials) => {
    expect(parseCredentials(header)).toEqual(credentials);
  });

  test.each([
    ["an empty header", ""],
    ["a scheme alone", "Basic"],
    ["a scheme without credentials", "Basic "],
    ["another scheme", `Digest ${base64("octocat:secret")}`],
    ["credentials without a scheme", base64("octocat:secret")],
    ["no space behind the scheme", `Basic${base64("octocat:secret")}`],
    ["two headers joined", `Basic ${base64("a:b")}, Basic ${base64("a:b")}`],
    ["two headers joined without a space", `Basic ${base64("a:b")},Basic`],
    ["two tokens joined", "Bearer a, Bearer b"],
    ["credentials that are not base 64", "Basic octocat:secret"],
    ["base 64 with padding in the middle", `Basic ${base64("a:b")}=AAAA`],
    ["the URL form of base 64", `Basic ${Buffer.from("?:>~?>~").toString("base64url")}`],
    ["credentials without a colon", `Basic ${base64("octocat")}`],
    ["bytes that are not UTF-8", `Basic ${Buffer.from("zoë:secret", "latin1").toString("base64")}`],
    ["U+0000 in the name", `Basic ${base64("octo\0cat:secret")}`],
    ["U+0000 in the password", `Basic ${base64("octocat:sec\0ret")}`],
  ])("finds %s unreadable", (_, header) => {
    expect(parseCredentials(header)).toEqual({ scheme: "unreadable" });
  });
});
