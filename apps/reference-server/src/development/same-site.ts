import { HttpError } from "./http-error.js";

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Refuses a request that a page of another site may have sent through a browser. Accepts requests to a loopback address
 * or one of `hosts`, from pages of this server, or from no page. `rawHeaders` are the headers as received, names and
 * values in turn; there must be exactly one Host header. Returns it. Throws an {@link HttpError}.
 */
export function requireSameSite(
  request: Request,
  rawHeaders: readonly string[],
  hosts: readonly string[] = [],
): string {
  const sent = rawHeaders.filter((_, index) => rawHeaders[index - 1]?.toLowerCase() === "host" && index % 2 === 1);
  const [host = ""] = sent;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site") ?? "none";
  const isForeign = (origin !== null && origin !== `http://${host}`) || !["none", "same-origin"].includes(site);
  if (isForeign) throw new HttpError(403, "pages of other sites must not use the switches");
  // A page can reach this machine by a host name that it controls (DNS rebinding).
  const [, name = ""] = /^([\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i.exec(host) ?? [];
  if (sent.length !== 1 || !(loopback.test(name) || hosts.some((known) => known === name.toLowerCase()))) {
    throw new HttpError(403, "this is no loopback address; use localhost, or name the host with --demo-host");
  }
  return host;
}
