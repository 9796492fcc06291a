import { ClientError } from "../errors.js";
import type { Wrap } from "../request.js";

/**
 * Refuses redirects with a `ClientError`. `fetch` would follow them, and take one-time passwords, and credentials in a
 * path or a body, to wherever they lead.
 */
export const withoutRedirects: Wrap = (next) => async (request) => {
  const response = await next({ ...request, redirect: "manual" });
  const { status } = response;
  // Browsers show a redirect with the status 0.
  if (status && (status <= 300 || status >= 400 || status === 304)) return response;
  throw new ClientError("redirect", `${request.name}: redirects are refused`, { status });
};
