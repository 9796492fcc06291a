import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, useDomain } from "@grantbook/test-kit/domain-fixture";
import { callback, registerApplication } from "@grantbook/test-kit/registered-application";
import { beforeEach, expect, test, vi } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { type CodeRequest, exchangeCode, issueCode } from "./codes.js";
import type { RegisteredApplication } from "./model.js";

// RFC 7636, appendix B.
const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

describeEngines((engine) => {
  const book = useDomain(engine);
  let application: RegisteredApplication;
  beforeEach(async () => {
    application = await registerApplication(book);
  });

  const issue = (request: Partial<CodeRequest> = {}) =>
    issueCode(book, application, book.octocat, { scopes: ["repo"], redirectUri: null, challenge: null, ...request });
  const exchange = (code: string, { redirectUri, verifier }: { redirectUri?: string; verifier?: string } = {}) =>
    exchangeCode(book, application, { code, redirectUri, verifier });
  const stored = (code: string) => book.store.authorizationCode(application.id, hashSecret(code));
  const grant = () => book.store.grantOf(book.octocat.id, application.id);
  const isAlive = async (token: string) => (await book.store.findToken(hashSecret(token), book.now())) !== undefined;
  const badCode = { name: "OAuthError", code: "bad_verification_code" };

  test("a code has 20 digits, is stored as a digest with what it is bound to, and is valid for ten minutes", async () => {
    const code = await issue({ scopes: ["repo", "gist"], redirectUri: callback, challenge });
    expect(code).toMatch(/^[0-9a-f]{20}$/);
    expect(await stored(code)).toEqual({
      applicationId: application.id,
      userId: book.octocat.id,
      redirectUri: callback,
      scopes: ["repo", "gist"],
      challenge,
      expiresAt: new Date("2026-01-02T03:14:00Z"),
      usedAt: null,
      authorizationId: null,
    });
  });

  test("a code records the grant; another one adds its scopes, and changes nothing where it has no new ones", async () => {
    await issue({ scopes: ["repo"] });
    book.move(1);
    await issue({ scopes: ["gist", "repo"] });
    book.move(1);
    await issue({ scopes: ["gist"] });
    expect(await grant()).toMatchObject({
      scopes: ["repo", "gist"],
      createdAt: new Date("2026-01-02T03:04:00Z"),
      updatedAt: new Date("2026-01-02T03:04:01Z"),
    });
  });

  test("is exchanged for a token with its scopes, and is used then", async () => {
    const code = await issue({ scopes: ["repo", "gist"] });
    book.move(599);
    const { accessToken, scopes, expiry } = await exchange(code);
    expect([scopes, expiry]).toEqual([["repo", "gist"], undefined]);
    expect(await isAlive(accessToken)).toBe(true);
    const [token] = await book.store.listFlowTokens(book.octocat.id, application.id);
    expect(await stored(code)).toMatchObject({ usedAt: book.now(), authorizationId: token?.id });
  });

  test("is refused after ten minutes, of another application, and when there is none like it", async () => {
    const code = await issue();
    const other = await registerApplication(book, { clientId: "another" });
    const request = { code, redirectUri: undefined, verifier: undefined };
    await expect(exchangeCode(book, other, request)).rejects.toMatchObject(badCode);
    await expect(exchange("0".repeat(20))).rejects.toMatchObject(badCode);
    book.move(600);
    await expect(exchange(code)).rejects.toMatchObject(badCode);
    expect(await book.store.listFlowTokens(book.octocat.id, application.id)).toEqual([]);
  });

  test("is not used up by a wrong verifier", async () => {
    const code = await issue({ challenge });
    for (const wrong of [{}, { verifier: verifier.replace("d", "e") }]) {
      await expect(exchange(code, wrong)).rejects.toMatchObject(badCode);
    }
    await expect(exchange(code, { verifier })).resolves.toHaveProperty("accessToken");
  });

  test.each([
    { original: null, wrong: `${callback}/below`, correct: callback },
    { original: `${callback}/below`, wrong: callback, correct: `${callback}/below` },
    { original: callback, wrong: "https://evil.example/callback", correct: callback },
    { original: callback, wrong: "", correct: "https://app.example:443/callback" },
    { original: `${callback}/below`, wrong: `${callback}/Below`, correct: undefined },
  ])("is bound to its redirect URI, and is not used up by a wrong one: %j", async ({ original, wrong, correct }) => {
    const code = await issue({ redirectUri: original });
    await expect(exchange(code, { redirectUri: wrong })).rejects.toMatchObject({ code: "redirect_uri_mismatch" });
    const sent = correct === undefined ? {} : { redirectUri: correct };
    await expect(exchange(code, sent)).resolves.toHaveProperty("accessToken");
  });

  test("is refused where its redirect URI is no longer registered", async () => {
    const code = await issue({ redirectUri: callback });
    application = { ...application, callbackUrls: ["https://elsewhere.example/"] };
    await expect(exchange(code, { redirectUri: callback })).rejects.toMatchObject({ code: "redirect_uri_mismatch" });
  });

  test.each([
    ["revoked the access", () => book.store.deleteGrants(book.octocat.id)],
    ["was suspended", () => book.store.setSuspended(book.octocat.id, book.now())],
  ])("gives nothing when the user %s meanwhile", async (_, change) => {
    const code = await issue();
    await change();
    await expect(exchange(code)).rejects.toMatchObject(badCode);
    expect(await stored(code)).toMatchObject({ usedAt: null });
    expect(await book.store.listFlowTokens(book.octocat.id, application.id)).toEqual([]);
  });

  test("that is used again revokes the token it was exchanged for, and no other", async () => {
    const [code, another] = [await issue({ scopes: ["repo"] }), await issue({ scopes: ["gist"] })];
    const [first, second] = [await exchange(code), await exchange(another)];
    await expect(exchange(code)).rejects.toMatchObject(badCode);
    expect([await isAlive(first.accessToken), await isAlive(second.accessToken)]).toEqual([false, true]);
    expect((await grant())?.scopes).toEqual(["gist"]);
    await expect(exchange(code)).rejects.toMatchObject(badCode);
    expect(await isAlive(second.accessToken)).toBe(true);
  });

  test.each([
    ["with another redirect URI", { redirectUri: "https://evil.example/" }, 0],
    ["without its verifier", {}, 0],
    ["after it expired", { verifier }, 3600],
  ])("that is used again %s revokes its token, too", async (_, sent, seconds) => {
    const code = await issue({ challenge });
    const { accessToken } = await exchange(code, { verifier });
    book.move(seconds);
    await expect(exchange(code, sent)).rejects.toMatchObject(badCode);
    expect(await isAlive(accessToken)).toBe(false);
  });

  test("that two requests exchange at once gives one token, which is revoked", async () => {
    const code = await issue();
    // Both find the code unused.
    const found = assertDefined(await stored(code));
    await exchange(code);
    const read = vi.spyOn(book.store, "authorizationCode").mockResolvedValueOnce(found);
    await expect(exchange(code)).rejects.toMatchObject(badCode);
    expect(read).toHaveBeenCalledTimes(2);
    expect(await book.store.listFlowTokens(book.octocat.id, application.id)).toEqual([]);
  });

  test("that is deleted while it is exchanged gives nothing", async () => {
    const code = await issue();
    const found = assertDefined(await stored(code));
    vi.spyOn(book.store, "authorizationCode").mockResolvedValueOnce(found).mockResolvedValueOnce(undefined);
    const store = Object.assign(Object.create(book.store), {
      transactionOf: (userId: number, work: Parameters<typeof book.store.transactionOf>[1]) =>
        book.store.transactionOf(userId, (queries) =>
          work(Object.assign(Object.create(queries), { authorizationCode: async () => undefined })),
        ),
    });
    const request = { code, redirectUri: undefined, verifier: undefined };
    await expect(exchangeCode({ ...book, store }, application, request)).rejects.toMatchObject(badCode);
    expect(await book.store.listFlowTokens(book.octocat.id, application.id)).toEqual([]);
  });
});
