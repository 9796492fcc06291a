import type { FlowError } from "./types.js";

/**
 * Code of an error as the server sends it: in a response, to a callback, or, from a server that follows the RFCs, in
 * place of GitHub's.
 */
export type OAuthErrorCode =
  | FlowError["error"]
  | "application_suspended"
  | "invalid_client"
  | "invalid_grant"
  | "invalid_request"
  | "server_error"
  | "temporarily_unavailable"
  | "token_expired"
  | "unauthorized_client"
  | "unsupported_response_type";

/** Error that a sign-in ends with, or that it passes through. No code, token or secret is in any part of it. */
export class OAuthError extends Error {
  override readonly name = "OAuthError";
  declare readonly code: OAuthErrorCode;
  /** Page about the error. */
  declare readonly documentationUrl: string | undefined;
  /** Seconds to wait from now on, with `slow_down`. */
  declare readonly interval: number | undefined;

  constructor(name: string, fields: Readonly<Record<string, unknown>>) {
    const { error: code, error_description: text = "", error_uri: documentationUrl, interval } = fields;
    super(`${name}: ${code} ${text}`.trim().slice(0, 900));
    Object.assign(this, { code, documentationUrl, interval });
  }

  /** The error as it may be logged. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}
