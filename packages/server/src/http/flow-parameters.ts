import { parseJsonObject, readText } from "./body.js";
import { parseCredentials } from "./credentials.js";
import { parseForm, readQuery } from "./parameters.js";
import { refuseShape } from "./reason.js";

/** Parameters of a request to one of the endpoints for applications. */
export type FlowParameters = Readonly<Record<string, string>>;

/**
 * Reads the parameters of a request: from the query, and from a body that is a form or JSON. Client id and secret may
 * also come by Basic authentication. A parameter that has two different values is refused (RFC 6749, section 3.2), and
 * so are parameters in which `findProblems` finds something. What it does not know is ignored, whatever it is.
 */
export async function readFlowParameters(
  request: Request,
  findProblems: (parameters: Readonly<Record<string, unknown>>) => readonly string[] = () => [],
): Promise<FlowParameters> {
  const text = await readText(request);
  const body = text.trimStart().startsWith("{") ? parseJsonParameters(text) : parseForm(text, "The body");
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of [...readQuery(request.url), ...body, ...basicParameters(request)]) {
    if (parameters[name] !== undefined && parameters[name] !== value) {
      refuseShape(`The parameter ${name.slice(0, 100)} has two values.`);
    }
    parameters[name] = value;
  }
  const problems = findProblems(parameters);
  if (problems.length > 0) refuseShape(...problems);
  return Object.fromEntries(Object.entries(parameters).filter(isText));
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === "string";
}

/** Empty values count as left out, as in a form, where numbers are texts as well. */
function parseJsonParameters(text: string): [string, unknown][] {
  return Object.entries(parseJsonObject(text))
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => [name, typeof value === "number" ? String(value) : value]);
}

/** Values may be form-encoded first (RFC 6749, section 2.3.1): those of GitHub's alphabets are the same either way. */
function basicParameters(request: Request): [string, string][] {
  const credentials = parseCredentials(request.headers.get("authorization"));
  if (credentials.scheme !== "basic") return [];
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const pairs: [string, string][] = [
    ["client_id", decode(credentials.name)],
    ["client_secret", decode(credentials.password)],
  ];
  return pairs.filter(([, value]) => value !== "");
}
