import type { Scope } from "@grantbook/contract";
import { OAuthError } from "./errors.js";
import { mayPass, type SendFlow } from "./send.js";
import type { AccessToken, DeviceCode } from "./types.js";

/** Settings of a sign-in with the device flow. */
export interface DeviceOptions {
  /** Scopes to ask for. None by default; a GitHub App has none. */
  readonly scopes?: readonly Scope[] | undefined;
  /** Shows the user `user_code` and `verification_uri`. The client waits for it before it polls. */
  readonly onCode: (code: DeviceCode) => unknown;
  /** Ends the sign-in, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

const grantType = "urn:ietf:params:oauth:grant-type:device_code";

/**
 * Asks for codes, shows them, and polls until the user has decided or the codes have expired. Keeps the interval of the
 * server, also after `slow_down`, and doubles it when a request is lost (RFC 8628, section 3.5).
 */
export async function signInOnDevice(
  send: SendFlow,
  credentials: { readonly client_id: string; readonly client_secret: string | undefined },
  { scopes, onCode, signal }: DeviceOptions,
): Promise<AccessToken> {
  const { client_id } = credentials;
  const codes = await send("oauth/create-device-code", { client_id, scope: scopes?.join(" ") }, { signal });
  const expiresAt = Date.now() + codes.expires_in * 1000;
  const poll = { ...credentials, device_code: codes.device_code, grant_type: grantType };
  await onCode(codes);
  for (let { interval } = codes; ; ) {
    await sleep(interval * 1000, signal);
    try {
      return await send("oauth/create-access-token", poll, { signal });
    } catch (error) {
      interval = nextInterval(error, interval, Date.now() < expiresAt);
    }
  }
}

/** Seconds until the next poll. Throws an error that ends the sign-in. */
function nextInterval(error: unknown, interval: number, isInTime: boolean): number {
  if (error instanceof OAuthError) {
    if (error.code === "authorization_pending") return interval;
    if (error.code === "slow_down") return error.interval ?? interval + 5;
  } else if (isInTime && mayPass(error)) return interval * 2;
  throw error;
}

/** Waits, or throws the reason of the signal as soon as it is aborted. */
function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();
  });
}
