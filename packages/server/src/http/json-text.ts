/** True for curl without an Accept header of its own: the reader is a person, or a script made from what one saw. */
export function isForTerminal({ headers }: Request): boolean {
  return headers.get("accept") === "*/*" && headers.get("user-agent")?.startsWith("curl/") === true;
}

/**
 * JSON text of a body. A terminal gets it indented by two spaces and with a newline at the end, as GitHub sends it to
 * curl (recorded 2015); an empty list is `[`, an empty line and `]` there, which scripts see as well.
 */
export function toJsonText(body: unknown, request: Request): string {
  if (!isForTerminal(request)) return JSON.stringify(body);
  const lines = JSON.stringify(body, null, 2).split("\n");
  return `${lines.map(openEmptyList).join("\n")}\n`;
}

/** A line that ends with `[]` is an empty list: the line of a string ends with its quotation mark. */
function openEmptyList(line: string): string {
  return line.replace(/^( *)(.*)\[\](,?)$/s, "$1$2[\n\n$1]$3");
}
