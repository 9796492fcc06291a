import type { OAuthErrorCode } from "./errors.js";

const codes: Partial<Record<OAuthErrorCode, string>> = {
  bad_verification_code: "invalid_grant",
  bad_refresh_token: "invalid_grant",
  redirect_uri_mismatch: "invalid_grant",
  incorrect_device_code: "invalid_grant",
  unverified_user_email: "invalid_grant",
  incorrect_client_credentials: "invalid_client",
  device_flow_disabled: "unauthorized_client",
};

/** Code and status of an error in RFC 6749, section 5.2, and RFC 8628, section 3.5, in place of GitHub's. */
export function toStandardError(code: OAuthErrorCode): { readonly status: number; readonly error: string } {
  const error = codes[code] ?? code;
  return { status: error === "invalid_client" ? 401 : 400, error };
}
