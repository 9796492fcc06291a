import type { Wrap } from "../request.js";
import { withTimeout } from "./timeout.js";

/** Information for a provider of one-time passwords. */
export interface OtpPrompt {
  /** Says that a code was sent and refused: it was wrong, late, or used before. */
  readonly refused: boolean;
}

/** Gives a one-time password; an empty one gives up, and the call fails with `otp-required`. */
export type OtpProvider = (prompt: OtpPrompt) => string | Promise<string>;

/** Maximum number of codes that one attempt asks for. */
const maxOtpPrompts = 3;

/**
 * Sends a request again with a one-time password when the server demands one, and with another one when it was refused.
 * Calls at the same time share one prompt.
 */
export function withOtp(provide: OtpProvider): Wrap {
  const share = shareOtpPrompt(provide);
  return (next) => async (first) => {
    const prompt = share();
    let request = first;
    for (let prompts = 0; ; prompts += 1) {
      const response = await next(request);
      const { headers } = request;
      if (response.status !== 401 || !response.headers.get("x-github-otp") || prompts === maxOtpPrompts)
        return response;
      const code = await withTimeout(request, 0, () => prompt(!!headers["x-github-otp"]));
      if (!code) return response;
      request = { ...request, headers: { ...headers, "x-github-otp": code } };
      request.secrets.push(request.headers);
    }
  };
}

/**
 * Prompts once for all calls that need a code at the same time. Each call gets a function of its own, which gives a
 * code that the call has not tried, and that was not known when the call began.
 */
function shareOtpPrompt(provide: OtpProvider): () => (refused: boolean) => Promise<string> {
  let latest: Promise<string> | undefined;
  let answered: Promise<string> | undefined;
  return () => {
    let tried = answered;
    return (refused) => {
      if (tried === latest) {
        latest = (async () => provide({ refused }))().finally(() => {
          answered = latest;
        });
      }
      tried = latest;
      return latest as Promise<string>;
    };
  };
}
