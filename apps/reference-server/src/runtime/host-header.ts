const name = /^[a-z0-9._-]+(?::\d*)?$/i;
const ipv6 = /^\[[0-9a-f:.]+\](?::\d*)?$/i;

/**
 * Tells a Host header that is the host and the port of an address from any other (RFC 9112, section 3.2). It is as
 * strict as the URL parser of the platform: a number that only looks like an address is none.
 */
export function isValidHost(host: string): boolean {
  if (!name.test(host) && !ipv6.test(host)) return false;
  const url = `http://${host}/`;
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return host.startsWith("[") || hostname === host.toLowerCase().replace(/:\d*$/, "");
}

/** The Host header in the headers of a request as they came, names and values in turns; several are a list of hosts. */
export function hostIn(rawHeaders: readonly string[]): string | undefined {
  let host: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const header = rawHeaders[index];
    if (header?.length !== 4 || header.toLowerCase() !== "host") continue;
    const value = rawHeaders[index + 1] ?? "";
    host = host === undefined ? value : `${host}, ${value}`;
  }
  return host;
}
