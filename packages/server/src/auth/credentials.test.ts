import { describe, expect, test } from "vitest";
import { checksum, hashSecret, looksLikeToken, mintClientSecret, mintRefreshToken, mintToken } from "./credentials.js";

describe("mintToken", () => {
  test.each([
    ["personal", "ghp_"],
    ["oauth", "gho_"],
    ["github", "ghu_"],
  ] as const)("a token for %s is %s, 30 random characters and their checksum", (kind, prefix) => {
    const { text } = mintToken(kind);
    expect(text).toMatch(new RegExp(`^${prefix}[0-9A-Za-z]{36}$`));
    expect(text.slice(-6)).toBe(checksum(text.slice(4, 34)));
  });

  test("gives the digest and the last eight characters of the text", () => {
    const { text, hash, lastEight } = mintToken("personal");
    expect(hash).toBe(hashSecret(text));
    expect(text.endsWith(lastEight)).toBe(true);
    expect(lastEight).toHaveLength(8);
  });

  test("makes another token every time", () => {
    const texts = Array.from({ length: 100 }, () => mintToken("oauth").text);
    expect(new Set(texts).size).toBe(100);
  });
});

test("a refresh token is ghr_, 70 random characters and their checksum", () => {
  const { text, hash, lastEight } = mintRefreshToken();
  expect(text).toMatch(/^ghr_[0-9A-Za-z]{76}$/);
  expect(text.slice(-6)).toBe(checksum(text.slice(4, 74)));
  expect([hash, lastEight]).toEqual([hashSecret(text), text.slice(72)]);
});

test("a client secret is 40 hexadecimal digits, others every time", () => {
  const { text, hash, lastEight } = mintClientSecret();
  expect(text).toMatch(/^[0-9a-f]{40}$/);
  expect([hash, lastEight]).toEqual([hashSecret(text), text.slice(32)]);
  expect(mintClientSecret().text).not.toBe(text);
});

describe("checksum", () => {
  test("is the one of GitHub's tokens, padded with zeros to six digits", () => {
    expect(checksum("zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ")).toBe("0mLq17");
  });

  test("of nothing is all zeros", () => {
    expect(checksum("")).toBe("000000");
  });
});

test("hashSecret is SHA-256 in lower-case hexadecimal digits", () => {
  expect(hashSecret("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

describe("looksLikeToken", () => {
  test.each([
    ["a token of ours", mintToken("github").text],
    ["a sample of GitHub, whose checksum is wrong", "ghu_16C7e42F292c6912E7710c838347Ae178B4a"],
    ["a refresh token, which is longer", `ghr_${"a".repeat(76)}`],
    ["the older form, 40 hexadecimal digits", "e72e16c7e42f292c6912e7710c838347ae178b4a"],
  ])("says yes to %s", (_, text) => {
    expect(looksLikeToken(text)).toBe(true);
  });

  test.each([
    ["nothing", ""],
    ["a password", "correct horse battery staple"],
    ["an unknown prefix", `ghx_${"a".repeat(36)}`],
    ["a token that was cut", `ghp_${"a".repeat(35)}`],
    ["a character that is not of base 62", `ghp_${"a".repeat(35)}-`],
    ["a line end behind a token", `ghp_${"a".repeat(36)}\n`],
    ["41 hexadecimal digits", "0".repeat(41)],
    ["upper-case hexadecimal digits", "A".repeat(40)],
  ])("says no to %s", (_, text) => {
    expect(looksLikeToken(text)).toBe(false);
  });
});
