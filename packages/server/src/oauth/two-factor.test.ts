import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, passwords, refusal, useDomain } from "@grantbook/test-kit/domain-fixture";
import { expect, test } from "vitest";
import { keyLength, unseal } from "../auth/encryption.js";
import { lockKey } from "../auth/key-lock.js";
import { decodeOtpSecret, generateTotp } from "../auth/totp.js";
import { hashRecoveryCode } from "./recovery-codes.js";
import { disableTwoFactor, enableTwoFactor, generateOtpSecret, otpUri, renewRecoveryCodes } from "./two-factor.js";

// RFC 6238, appendix B, in base 32, and another one.
const [secretText, otherText] = ["GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"];
const secretOf = (text: string) => assertDefined(decodeOtpSecret(text));

test("a secret has 160 random bits, as RFC 4226 asks, and an address for authenticators", () => {
  expect(generateOtpSecret()).toHaveLength(20);
  expect(generateOtpSecret()).not.toEqual(generateOtpSecret());
  expect(otpUri({ login: "mona lisa" }, secretText)).toBe(
    `otpauth://totp/Grantbook%3Amona%20lisa?secret=${secretText}&issuer=Grantbook`,
  );
});

describeEngines((engine) => {
  const book = useDomain(engine);

  const code = (text = secretText) => generateTotp(secretOf(text), book.now());
  const enable = (text = secretText, sent = code(text)) => enableTwoFactor(book, book.octocat, text, sent);
  const credentials = async () => assertDefined(await book.store.credentials("octocat"));
  const countCodes = () => book.store.countRecoveryCodes(book.octocat.id);
  const codeNeeded = refusal("one-time-code-needed");

  test("two-factor authentication is switched on by a code, which opens nothing else", async () => {
    const codes = assertDefined(await enable());
    expect(codes).toHaveLength(16);
    expect(unseal(book.key, assertDefined((await credentials()).sealedOtpSecret ?? undefined))).toEqual(
      secretOf(secretText),
    );
    const signIn = () => book.signIn("octocat", passwords.octocat, code());
    await expect(signIn()).rejects.toMatchObject(codeNeeded);
    book.move(30);
    await expect(signIn()).resolves.toEqual(book.octocat);
    for (const isLeft of [true, false]) {
      expect(await book.store.useRecoveryCode(book.octocat.id, hashRecoveryCode(codes[15] ?? ""))).toBe(isLeft);
    }
    expect(await countCodes()).toBe(15);
  });

  test.each([
    ["a wrong code", secretText, "000000"],
    ["no code", secretText, ""],
    ["a secret that is not base 32", "1", "000000"],
  ])("is not switched on by %s", async (_, text, sent) => {
    expect(await enable(text, sent)).toBeUndefined();
    expect(await credentials()).toMatchObject({ sealedOtpSecret: null });
    expect(await countCodes()).toBe(0);
  });

  test("another authenticator takes the place of the first, and the recovery codes stay valid", async () => {
    const [first = ""] = assertDefined(await enable());
    book.move(30);
    expect(await enable(otherText)).toEqual([]);
    book.move(30);
    await expect(book.signIn("octocat", passwords.octocat, code())).rejects.toMatchObject(codeNeeded);
    await expect(book.signIn("octocat", passwords.octocat, code(otherText))).resolves.toEqual(book.octocat);
    expect(await book.store.useRecoveryCode(book.octocat.id, hashRecoveryCode(first))).toBe(true);
  });

  test("nothing is encrypted with a key that was replaced meanwhile", async () => {
    await book.store.transaction((queries) => lockKey(queries, book.key));
    const replaced = { ...book, key: Buffer.alloc(keyLength, 2) };
    await expect(enableTwoFactor(replaced, book.octocat, secretText, code())).rejects.toMatchObject({
      reason: { code: "unavailable", retryAfter: 1 },
    });
    expect(await credentials()).toMatchObject({ sealedOtpSecret: null });
  });

  test("new recovery codes take the place of the old ones", async () => {
    const [old = ""] = assertDefined(await enable());
    const renewed = await renewRecoveryCodes(book, book.octocat);
    expect(new Set(renewed).size).toBe(16);
    expect(await book.store.useRecoveryCode(book.octocat.id, hashRecoveryCode(old))).toBe(false);
    expect(await book.store.useRecoveryCode(book.octocat.id, hashRecoveryCode(renewed[0] ?? ""))).toBe(true);
    expect(await countCodes()).toBe(15);
  });

  test("there are none without two-factor authentication", async () => {
    await expect(renewRecoveryCodes(book, book.octocat)).rejects.toMatchObject(refusal("not-found"));
    await expect(renewRecoveryCodes(book, { ...book.octocat, login: "nobody" })).rejects.toMatchObject(
      refusal("not-found"),
    );
    expect(await countCodes()).toBe(0);
  });

  test("to switch it off deletes the secret and the recovery codes", async () => {
    await enable();
    await disableTwoFactor(book, book.octocat);
    expect(await credentials()).toMatchObject({ sealedOtpSecret: null });
    expect(await countCodes()).toBe(0);
    await expect(book.signIn("octocat", passwords.octocat)).resolves.toEqual(book.octocat);
  });
});
