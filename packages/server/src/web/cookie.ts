import { sessionLifetimeMs } from "../oauth/sessions.js";

/** Name of the session cookie. With TLS its prefix binds it to this host, so that no other one can set it. */
function cookieName(site: string): string {
  return isSecure(site) ? "__Host-user_session" : "user_session";
}

/** Reads the session id that a browser sent. Two cookies of the name are none: one of them is from another place. */
export function readSessionCookie(site: string, header: string | null): string | undefined {
  const prefix = `${cookieName(site)}=`;
  const found = (header ?? "").split(/; */).filter((cookie) => cookie.startsWith(prefix));
  const [value] = found.map((cookie) => cookie.slice(prefix.length));
  return found.length === 1 && value && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** Sets the session id. It lasts as long as the browser runs, or as long as a session where the user signed in. */
export function sessionCookie(site: string, id: string, { lasts }: { readonly lasts: boolean }): string {
  const age = lasts ? `; Max-Age=${sessionLifetimeMs / 1000}` : "";
  return `${cookieName(site)}=${id}${age}${attributes(site)}`;
}

/** Deletes the cookie. */
export function clearSessionCookie(site: string): string {
  return `${cookieName(site)}=; Max-Age=0${attributes(site)}`;
}

function attributes(site: string): string {
  return `; Path=/; HttpOnly; SameSite=Lax${isSecure(site) ? "; Secure" : ""}`;
}

function isSecure(site: string): boolean {
  return site.startsWith("https:");
}
