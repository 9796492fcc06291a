/** Meaning of each extension of the description, in Markdown: what tools that do not know it lose. */
export const extensions: Readonly<Record<string, string>> = {
  "x-body-limit": "Maximum length of a request body, in bytes; a longer one gets 413.",
  "x-clamp": "Range of an integer: a value outside counts as the nearest bound or the default, and is not refused.",
  "x-displayName": "Title of a group of operations, for documentation.",
  "x-github": "Dates on which GitHub deprecated the operation, and removed it from github.com.",
  "x-idempotent": "A POST or PATCH that may be repeated, as RFC 9110 says of GET, PUT and DELETE.",
  "x-method": "Resource and method of the operation in a client: `tokens.check`.",
  "x-missing-scope": "Message of a 403 for a token without one of the scopes, where GitHub has a text of its own.",
  "x-scopes": "Known scopes of a token, each with the scopes it includes.",
  "x-timelines": "Dates of GitHub's withdrawals and brownouts, by the removal date in `x-github`.",
  "x-unreachable": "Reason why a declared status cannot occur.",
};
