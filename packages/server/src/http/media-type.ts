import { isForTerminal } from "./json-text.js";

/**
 * Media type of a response, as GitHub names it in `X-GitHub-Media-Type`. Every response is JSON; a request that wants
 * something else gets it all the same.
 */
export function mediaTypeOf(request: Request): string {
  const accept = request.headers.get("accept");
  if (isForTerminal(request)) return "github.v3";
  if (accept === null || accept === "*/*") return "github.v3; format=json";
  if (/\bapplication\/json\b/.test(accept)) return "github.v3; format=json";
  const [, parameter] = /\bapplication\/vnd\.github(?:\.v3)?(?:\.([a-z-]+))?(?:\+json)?\b/.exec(accept) ?? [
    undefined,
    null,
  ];
  // The only version with another name: GitHub's API before v3 was final.
  if (parameter === "beta") return "github.beta; format=json";
  if (parameter === null) return "unknown, github.v3";
  return parameter === undefined ? "github.v3; format=json" : `github.v3; param=${parameter}; format=json`;
}
