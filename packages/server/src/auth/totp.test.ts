import { describe, expect, test } from "vitest";
import { decodeOtpSecret, encodeOtpSecret, generateTotp, matchTotpStep } from "./totp.js";

const seed = Buffer.from("12345678901234567890", "ascii");
const at = (seconds: number) => new Date(seconds * 1000);

describe("generateTotp", () => {
  test.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
  ])("has at %i s the last six digits of the vector in RFC 6238, appendix B", (seconds, code) => {
    expect(generateTotp(seed, at(seconds))).toBe(code);
  });
});

describe("matchTotpStep", () => {
  const now = at(1234567890);
  const step = 1234567890 / 30;

  test("takes the code of the current step", () => {
    expect(matchTotpStep(seed, generateTotp(seed, now), now)).toBe(step);
  });

  test("takes the code of the step before, as that step", () => {
    expect(matchTotpStep(seed, generateTotp(seed, at(1234567889)), now)).toBe(step - 1);
  });

  test.each([
    ["two steps ago", 1234567889 - 30],
    ["the next step", 1234567890 + 30],
  ])("refuses the code of %s", (_, seconds) => {
    expect(matchTotpStep(seed, generateTotp(seed, at(seconds)), now)).toBeUndefined();
  });

  test("a code is good to the last second of the step after its own", () => {
    const code = generateTotp(seed, now);
    expect(matchTotpStep(seed, code, at(1234567890 + 59))).toBe(step);
    expect(matchTotpStep(seed, code, at(1234567890 + 60))).toBeUndefined();
  });

  test("has no step before the first", () => {
    expect(matchTotpStep(seed, generateTotp(seed, at(0)), at(29))).toBe(0);
    expect(matchTotpStep(seed, "000000", at(0))).toBeUndefined();
  });

  test("refuses the code of another seed", () => {
    const other = Buffer.from("09876543210987654321", "ascii");
    expect(matchTotpStep(seed, generateTotp(other, now), now)).toBeUndefined();
  });

  test.each([
    ["nothing", ""],
    ["a space before", " 005924"],
    ["a space after", "005924 "],
    ["a line end", "005924\n"],
    ["the zeros in front left out", "5924"],
    ["a seventh digit", "0059240"],
    ["all eight digits of the vector", "89005924"],
    ["full-width digits", "００５９２４"],
    ["a header that was sent twice", "005924, 005924"],
    ["an exponent", "5.924e3"],
  ])("refuses %s", (_, code) => {
    expect(matchTotpStep(seed, code, now)).toBeUndefined();
  });
});

describe("decodeOtpSecret", () => {
  // "fooba" twice in front: a seed has at least 16 symbols, the vectors have fewer.
  test.each([
    ["MY======", "f"],
    ["MZXQ====", "fo"],
    ["MZXW6===", "foo"],
    ["MZXW6YQ=", "foob"],
    ["MZXW6YTB", "fooba"],
    ["MZXW6YTBOI======", "foobar"],
  ])("decodes the vector %s of RFC 4648, section 10", (symbols, text) => {
    expect(decodeOtpSecret(`MZXW6YTBMZXW6YTB${symbols}`)?.toString()).toBe(`foobafooba${text}`);
  });

  test.each([10, 15, 20])("writes %i bytes so that they can be read back", (length) => {
    const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 37) % 256));
    expect(encodeOtpSecret(bytes)).toMatch(/^[A-Z2-7]+$/);
    expect(decodeOtpSecret(encodeOtpSecret(bytes))).toEqual(bytes);
  });

  test.each([
    ["lower case", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq"],
    ["spaces between groups", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"],
    ["no padding", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"],
  ])("takes %s", (_, text) => {
    expect(decodeOtpSecret(text)).toEqual(seed);
  });

  test.each([
    ["nothing", ""],
    ["fewer than 16 symbols", "GEZDGNBVGY3TQOJ"],
    ["padding that makes up for missing symbols", "GEZDGNBVGY3TQOJ="],
    ["digits that base 32 does not have", "GEZDGNBVGY3TQOJ1"],
    ["one symbol more than whole bytes", "GEZDGNBVGY3TQOJQG"],
    ["three symbols more than whole bytes", "GEZDGNBVGY3TQOJQGEZ"],
    ["six symbols more than whole bytes", "GEZDGNBVGY3TQOJQGEZDGN"],
    ["padding in the middle", "GEZDGNBV====GY3TQOJQ"],
    ["a line end", "GEZDGNBVGY3TQOJQ\n"],
  ])("says of %s that it is no seed", (_, text) => {
    expect(decodeOtpSecret(text)).toBeUndefined();
  });
});
