/** Codes of errors that the flows answer an application with. */
export type OAuthErrorCode = keyof typeof descriptions;

/** Sections of GitHub's pages about errors, one for each of the two endpoints. */
const authorizationPage = "apps/managing-oauth-apps/troubleshooting-authorization-request-errors/";
const tokenPage = "apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/";
const devicePage = "developers/apps/authorizing-oauth-apps#error-codes-for-the-device-flow";

/** Text and page of each error. Those that GitHub documents, or that were recorded, are literal. */
const descriptions = {
  access_denied: ["The user has denied your application access.", `${authorizationPage}#access-denied`],
  invalid_request: ["The request is missing a parameter, or has one with an invalid value.", ""],
  unsupported_response_type: ["The response_type must be code.", ""],
  redirect_uri_mismatch: [
    "The redirect_uri MUST match the registered callback URL for this application.",
    `${authorizationPage}#redirect-uri-mismatch`,
  ],
  incorrect_client_credentials: [
    "The client_id and/or client_secret passed are incorrect.",
    `${tokenPage}#incorrect-client-credentials`,
  ],
  bad_verification_code: ["The code passed is incorrect or expired.", `${tokenPage}#bad-verification-code`],
  unverified_user_email: ["The user must have a verified primary email.", `${tokenPage}#unverified-user-email`],
  bad_refresh_token: ["The refresh token passed is incorrect or expired.", `${tokenPage}#bad-verification-code`],
  unsupported_grant_type: ["The grant_type is not supported here.", devicePage],
  invalid_scope: ["The scopes requested are invalid.", ""],
  device_flow_disabled: ["Device Flow must be explicitly enabled for this App", ""],
  authorization_pending: ["The authorization request is still pending.", devicePage],
  slow_down: ["Too many requests have been made in the same timeframe.", devicePage],
  expired_token: ["The device_code has expired.", devicePage],
  incorrect_device_code: ["The device_code provided is not valid.", devicePage],
} as const;

/** Error that a flow answers an application with, in place of a code or a token. */
export class OAuthError extends Error {
  override readonly name = "OAuthError";
  /** Further fields of the answer. */
  readonly fields: Readonly<Record<string, string | number>>;

  constructor(
    readonly code: OAuthErrorCode,
    description: string = descriptions[code][0],
    fields: Readonly<Record<string, string | number>> = {},
  ) {
    super(description);
    this.fields = fields;
  }

  /** Page about the error, of the documentation for a version of Enterprise Server. */
  documentationUrl(enterpriseVersion: string): string {
    const [major, minor] = enterpriseVersion.split(".");
    const page = descriptions[this.code][1];
    return `https://docs.github.com/enterprise-server@${major}.${minor}${page && `/${page}`}`;
  }
}
