import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isVerified, parseChallenge } from "./pkce.js";

// RFC 7636, appendix B.
const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

describe("the challenge of a request", () => {
  test("is one of method S256, or none", () => {
    expect(parseChallenge(challenge, "S256")).toBe(challenge);
    expect(parseChallenge(undefined, undefined)).toBeNull();
  });

  test.each([
    [undefined, "S256", "The code_challenge is missing."],
    [challenge, undefined, "The code_challenge_method must be S256."],
    [challenge, "plain", "The code_challenge_method must be S256."],
    [challenge, "s256", "The code_challenge_method must be S256."],
    [challenge.slice(1), "S256", "The code_challenge must have 43 characters of base 64 for URLs."],
    [`${challenge}a`, "S256", "The code_challenge must have 43 characters of base 64 for URLs."],
    [challenge.replace("-", "+"), "S256", "The code_challenge must have 43 characters of base 64 for URLs."],
    [`${challenge}\n`, "S256", "The code_challenge must have 43 characters of base 64 for URLs."],
    ["", "S256", "The code_challenge must have 43 characters of base 64 for URLs."],
  ])("is refused: %j of method %j", (text, method, message) => {
    expect(() => parseChallenge(text, method)).toThrow(expect.objectContaining({ code: "invalid_request", message }));
  });
});

describe("a verifier", () => {
  const challengeOf = (text: string) => createHash("sha256").update(text).digest("base64url");

  test.each(["a".repeat(43), "a".repeat(128), `${"~._-09azAZ".repeat(5)}`])("belongs to its challenge: %s", (text) => {
    expect(isVerified(challengeOf(text), text)).toBe(true);
    expect(isVerified(challenge, text)).toBe(false);
  });

  test("of the RFC belongs to the challenge of the RFC", () => {
    expect(isVerified(challenge, verifier)).toBe(true);
  });

  test.each([
    ["42 characters", "a".repeat(42)],
    ["129 characters", "a".repeat(129)],
    ["a reserved character at the beginning", `+${verifier}`],
    ["a reserved character at the end", `${verifier}+`],
    ["a line break at the end", `${verifier}\n`],
  ])("has 43 to 128 unreserved characters, even where its challenge fits: %s", (_, text) => {
    expect(isVerified(challengeOf(text), text)).toBe(false);
  });

  test("is missing, or there, on both sides", () => {
    expect(isVerified(null, undefined)).toBe(true);
    expect(isVerified(null, verifier)).toBe(false);
    expect(isVerified(challenge, undefined)).toBe(false);
  });
});
