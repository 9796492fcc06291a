/** Path of an absolute URL as it was sent: not decoded, without query and fragment. Never throws. */
export function rawPath(url: string): string {
  const path = url.slice(0, endOfPath(url));
  const start = path.indexOf("/", path.indexOf("//") + 2);
  return start < 0 ? "/" : path.slice(start);
}

/** Query of an absolute URL as it was sent: not decoded, without the question mark. Never throws. */
export function rawQuery(url: string): string {
  const start = endOfPath(url);
  const fragment = url.indexOf("#", start);
  return url.slice(start + 1, fragment < 0 ? undefined : fragment);
}

/** True when the path of a URL has percent-encoding that stands for nothing, like `%zz` or `%ff`. Never throws. */
export function hasMalformedPath(url: string): boolean {
  return url.includes("%") && !isPercentEncoded(rawPath(url));
}

/** True when every percent sign of a text begins an encoded byte, and those bytes are UTF-8 (RFC 3986, section 2.1). */
export function isPercentEncoded(text: string): boolean {
  if (!text.includes("%")) return true;
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function endOfPath(url: string): number {
  const end = url.search(/[?#]/);
  return end < 0 ? url.length : end;
}
