/** Path that a browser sees below the public address: `path` with the folder of the address before it. */
export function sitePath(site: string, path: string): string {
  return new URL(site).pathname.replace(/\/+$/, "") + path;
}

/**
 * Returns a path to go on to, when it is one of this site, or else `fallback`. Addresses with a host, in any of the
 * forms that browsers accept (`//host`, `/\host`, tabs and line breaks in between), are not.
 */
export function localPath(text: string | undefined, fallback: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses.
  if (text === undefined || text.length > 4096 || !/^\/(?![/\\])[^\u0000-\u0020\\\u007f-\uffff]*$/.test(text))
    return fallback;
  const origin = "http://site.invalid";
  return URL.canParse(text, origin) && new URL(text, origin).origin === origin ? text : fallback;
}
