import { beforeEach, describe, expect, test, vi } from "vitest";
import { applicationWithSecret } from "../auth/sign-in.js";
import type { DomainContext } from "../domain/context.js";
import type { Store } from "../domain/store.js";
import { exchangeCode } from "../oauth/codes.js";
import { pollDeviceCode, requestDeviceCode } from "../oauth/device-flow.js";
import { OAuthError } from "../oauth/errors.js";
import type { RegisteredApplication } from "../oauth/model.js";
import { refreshToken } from "../oauth/tokens.js";
import { createAccessToken, createDeviceCode, type FlowContext } from "./oauth.js";

vi.mock("../auth/sign-in.js");
vi.mock("../oauth/codes.js");
vi.mock(import("../oauth/device-flow.js"), async (original) => ({
  ...(await original()),
  pollDeviceCode: vi.fn(),
  requestDeviceCode: vi.fn(),
}));
vi.mock("../oauth/tokens.js");

const application = { id: 3, clientId: "abcde12345fghij67890" } as RegisteredApplication;
const registeredApplication = vi.fn();
const domain = { store: { registeredApplication } as Partial<Store> } as DomainContext;
const context: FlowContext = {
  domain,
  baseUrls: { site: "https://git.example", api: "https://git.example/api/v3" },
  enterpriseVersion: "3.20.0",
  hasStandardErrors: false,
  address: "192.0.2.7",
};
const standard = { ...context, hasStandardErrors: true };

const id = { client_id: application.clientId };
const credentials = { ...id, client_secret: "right" };
const wrong = { ...id, client_secret: "wrong" };
const deviceGrant = { grant_type: "urn:ietf:params:oauth:grant-type:device_code" };
const issued = { accessToken: "gho_1", scopes: ["repo", "gist"] };

beforeEach(() => {
  vi.resetAllMocks();
  registeredApplication.mockImplementation(async (clientId) => (clientId === id.client_id ? application : undefined));
  vi.mocked(applicationWithSecret).mockImplementation(async (_domain, _id, secret) =>
    secret === "right" ? application : undefined,
  );
  vi.mocked(exchangeCode).mockResolvedValue(issued);
  vi.mocked(pollDeviceCode).mockResolvedValue(issued);
  vi.mocked(refreshToken).mockResolvedValue(issued);
});

/** Status and code of the error of a request for a token. */
async function errorOf(parameters: Record<string, string>, of = context) {
  const { status, body } = await createAccessToken(parameters, of);
  return [status, body.error];
}

describe("an application", () => {
  test.each([{}, { client_id: "unknown" }])("that there is not is not found: %j", async (parameters) => {
    for (const handler of [createAccessToken, createDeviceCode]) {
      expect(await handler(parameters, context)).toEqual({ status: 404, body: { error: "Not Found" } });
      expect(await handler(parameters, standard)).toEqual({ status: 401, body: { error: "invalid_client" } });
    }
  });

  test.each([id, wrong, { ...id, client_secret: "" }])("needs its secret for a code: %j", async (parameters) => {
    expect(await createAccessToken({ ...parameters, code: "c" }, context)).toEqual({
      status: 200,
      body: {
        error: "incorrect_client_credentials",
        error_description: "The client_id and/or client_secret passed are incorrect.",
        error_uri:
          "https://docs.github.com/enterprise-server@3.20/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/#incorrect-client-credentials",
      },
    });
    const secret = "client_secret" in parameters ? parameters.client_secret : "";
    expect(vi.mocked(applicationWithSecret).mock.calls).toEqual([[domain, id.client_id, secret]]);
    expect(exchangeCode).not.toHaveBeenCalled();
  });

  test.each([
    { ...deviceGrant, device_code: "d" },
    { grant_type: "refresh_token", refresh_token: "r" },
  ])("needs none with %j, but no wrong one", async (grant) => {
    expect(await errorOf({ ...id, ...grant })).toEqual([200, undefined]);
    expect(applicationWithSecret).not.toHaveBeenCalled();
    expect(await errorOf({ ...credentials, ...grant })).toEqual([200, undefined]);
    expect(await errorOf({ ...wrong, ...grant })).toEqual([200, "incorrect_client_credentials"]);
    expect(await errorOf({ ...id, client_secret: "", ...grant })).toEqual([200, "incorrect_client_credentials"]);
  });
});

describe("a token is issued", () => {
  test.each([{}, { grant_type: "authorization_code" }])("for a code, with %j", async (grant) => {
    const sent = { ...credentials, code: "c", redirect_uri: "https://a.example", code_verifier: "v", ...grant };
    const { status, body } = await createAccessToken(sent, context);
    expect([status, JSON.stringify(body)]).toEqual([
      200,
      '{"access_token":"gho_1","scope":"repo,gist","token_type":"bearer"}',
    ]);
    const code = { code: "c", redirectUri: "https://a.example", verifier: "v" };
    expect(exchangeCode).toHaveBeenCalledExactlyOnceWith(domain, application, code);
  });

  test("for no code as little as for a wrong one", async () => {
    await createAccessToken(credentials, context);
    const code = { code: "", redirectUri: undefined, verifier: undefined };
    expect(exchangeCode).toHaveBeenCalledExactlyOnceWith(domain, application, code);
  });

  test("for a device code, with the fields in the order of that flow", async () => {
    const { body } = await createAccessToken({ ...id, ...deviceGrant, device_code: "d" }, context);
    expect(JSON.stringify(body)).toBe('{"access_token":"gho_1","token_type":"bearer","scope":"repo,gist"}');
    await createAccessToken({ ...id, ...deviceGrant }, context);
    expect(vi.mocked(pollDeviceCode).mock.calls).toEqual([
      [domain, application, "d"],
      [domain, application, ""],
    ]);
  });

  test("for a refresh token, by its digest, and says whether the secret was there", async () => {
    const expiry = { expiresIn: 28_800, refreshToken: "ghr_1", refreshTokenExpiresIn: 15_811_200 };
    vi.mocked(refreshToken).mockResolvedValue({ ...issued, scopes: [], expiry });
    const grant = { grant_type: "refresh_token", refresh_token: "abc" };
    const { body } = await createAccessToken({ ...id, ...grant }, context);
    expect(JSON.stringify(body)).toBe(
      '{"access_token":"gho_1","expires_in":28800,"refresh_token":"ghr_1","refresh_token_expires_in":15811200,"scope":"","token_type":"bearer"}',
    );
    await createAccessToken({ ...credentials, grant_type: "refresh_token" }, context);
    // SHA-256 of "abc" (FIPS 180-2, appendix B.1), and of nothing.
    expect(vi.mocked(refreshToken).mock.calls).toEqual(
      [
        ["ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", false],
        ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", true],
      ].map(([hash, isAuthenticated]) => [domain, application, hash, { isAuthenticated }]),
    );
  });

  test.each([
    { ...credentials, grant_type: "password" },
    { ...credentials, grant_type: "" },
    { ...id, device_code: "d" },
    { ...id, device_code: "d", grant_type: "authorization_code" },
  ])("for no other grant: %j", async (parameters) => {
    expect(await errorOf(parameters)).toEqual([200, "unsupported_grant_type"]);
    expect(await errorOf(parameters, standard)).toEqual([400, "unsupported_grant_type"]);
    for (const issue of [exchangeCode, pollDeviceCode, refreshToken]) expect(issue).not.toHaveBeenCalled();
  });
});

describe("an error", () => {
  test("has its own fields, and the codes of the RFCs where they are wanted", async () => {
    const error = new OAuthError("slow_down", undefined, { interval: 10 });
    vi.mocked(pollDeviceCode).mockRejectedValue(error);
    const request = { ...id, ...deviceGrant, device_code: "d" };
    const body = {
      error: "slow_down",
      error_description: "Too many requests have been made in the same timeframe.",
      error_uri:
        "https://docs.github.com/enterprise-server@3.20/developers/apps/authorizing-oauth-apps#error-codes-for-the-device-flow",
      interval: 10,
    };
    expect(await createAccessToken(request, context)).toEqual({ status: 200, body });
    expect(await createAccessToken(request, standard)).toEqual({ status: 400, body });
  });

  test("of the server itself is none of the flow's", async () => {
    const error = new Error("failed");
    vi.mocked(exchangeCode).mockRejectedValue(error);
    await expect(createAccessToken(credentials, context)).rejects.toBe(error);
  });
});

describe("a device flow", () => {
  test("begins with what the user and the device need", async () => {
    vi.mocked(requestDeviceCode).mockResolvedValue({ deviceCode: "d", userCode: "ABCD-1234" });
    expect(await createDeviceCode({ ...id, scope: "repo" }, context)).toEqual({
      status: 200,
      body: {
        device_code: "d",
        user_code: "ABCD-1234",
        verification_uri: "https://git.example/login/device",
        expires_in: 899,
        interval: 5,
      },
    });
    expect(requestDeviceCode).toHaveBeenCalledExactlyOnceWith(domain, application, "repo", "192.0.2.7");
  });

  test("is refused with 400 where the application has none", async () => {
    vi.mocked(requestDeviceCode).mockRejectedValue(new OAuthError("device_flow_disabled"));
    const { status, body } = await createDeviceCode(id, context);
    expect([status, body.error]).toEqual([400, "device_flow_disabled"]);
    expect((await createDeviceCode(id, standard)).body.error).toBe("unauthorized_client");
  });
});
