import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { generateRecoveryCodes, hashRecoveryCode } from "./recovery-codes.js";

test("a set has 16 codes of four groups each, without letters and digits that look alike", () => {
  const codes = generateRecoveryCodes();
  expect(codes).toHaveLength(16);
  for (const code of codes) expect(code).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){3}$/);
  const groups = codes.flatMap((code) => code.split("-"));
  expect(new Set(groups).size).toBeGreaterThan(60);
});

test.each(["abcd-efgh-jkmn-pqrs", "ABCD-EFGH-JKMN-PQRS", "abcdefghjkmnpqrs", " abcd efgh\tjkmn--pqrs\n"])(
  "%j is read without regard to case, spaces and hyphens",
  (code) => {
    expect(hashRecoveryCode(code)).toBe(createHash("sha256").update("abcdefghjkmnpqrs").digest("hex"));
  },
);
