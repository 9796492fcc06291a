import { expect, test } from "vitest";
import { redact } from "./secrets.js";

const hidden = "[REDACTED]";

test.each([
  ["password", "octocat's password"],
  ["token", "ghp_16C7e42F292c6912E7710c838347Ae178B4a"],
  ["clientSecret", "1234567890abcdef1234567890abcdef12345678"],
  ["client_secret", "1234567890abcdef1234567890abcdef12345678"],
  ["access_token", "gho_16C7e42F292c6912E7710c838347Ae178B4a"],
  ["x-github-otp", "123456"],
  ["authorization", "token 16C7e42F292c6912E7710c838347Ae178B4a"],
])("takes out what %s has, wherever it is", (field, secret) => {
  const value = { message: `no ${secret} or ${secret}`, list: [secret, "fine", 1, null] };
  expect(redact(value, [{ other: "fine" }, undefined, { [field]: secret }])).toEqual({
    message: `no ${hidden} or ${hidden}`,
    list: [hidden, "fine", 1, null],
  });
});

test.each(["Basic", "Bearer"])("takes out the credentials of the scheme %s, and leaves the scheme", (scheme) => {
  expect(redact("Bad header Basic b2N0bw== or Bearer b2N0bw==", [{ authorization: `${scheme} b2N0bw==` }])).toBe(
    `Bad header Basic ${hidden} or Bearer ${hidden}`,
  );
});

test("takes out a secret without the spaces around it, which a header loses", () => {
  expect(redact("Bad value 'Bearer gho_16C7e42F'", [{ token: " gho_16C7e42F\n" }])).toBe(
    `Bad value 'Bearer ${hidden}'`,
  );
});

test("takes out the whole of a secret that has the name of a scheme within", () => {
  expect(redact("Bad password: my Basic needs", [{ password: "my Basic needs" }])).toBe(`Bad password: ${hidden}`);
});

test("takes out a secret as JSON and as an address have it", () => {
  const secrets = [{ password: 'a "quoted" word' }];
  expect(redact(String.raw`Bad body {"password":"a \"quoted\" word"}`, secrets)).toBe(
    `Bad body {"password":"${hidden}"}`,
  );
  expect(redact("Bad address /a%20%22quoted%22%20word", secrets)).toBe(`Bad address /${hidden}`);
});

test("takes out a secret that cannot be a part of an address", () => {
  expect(redact("Bad password \ud800", [{ password: "\ud800" }])).toBe(`Bad password ${hidden}`);
});

test("takes out a secret that begins with another one whole, in any order", () => {
  const [short, long] = [{ token: "gho_16C7" }, { password: "gho_16C7e42F292c" }];
  for (const secrets of [
    [short, long],
    [long, short],
  ]) {
    expect(redact("gho_16C7e42F292c, gho_16C7", secrets)).toBe(`${hidden}, ${hidden}`);
  }
});

test("leaves everything when there is no secret", () => {
  expect(redact({ message: "fine" }, [{ token: "" }, { password: undefined }, null])).toEqual({ message: "fine" });
});

test("keeps the keys that are asked for", () => {
  expect(redact({ message: "no ghp_16C7", stack: "at /home/octocat" }, [{ token: "ghp_16C7" }], ["message"])).toEqual({
    message: `no ${hidden}`,
  });
});
