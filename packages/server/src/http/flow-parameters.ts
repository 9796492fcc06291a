import { parseJsonObject, readText } from "./body.js";
import { parseCredentials } from "./credentials.js";
import { parseForm, readQuery } from "./parameters.js";
import { refuseShape } from "./reason.js";

/** Parameters of a request to one of the endpoints for applications. */
export type FlowParameters = Readonly<Record<string, string>>;

/**
 * Reads the parameters of a request: from the query, and from a body that is a form or JSON. Client id and secret may
 * also come by Basic authentication. A parameter that has two different values is refused (RFC 6749, section 3.2).
 */
export async function readFlowParameters(request: Request): Promise<FlowParameters> {
  const text = await readText(request);
  const body = text.trimStart().startsWith("{") ? parseJsonParameters(text) : parseForm(text, "The body");
  const parameters: Record<string, string> = {};
  for (const [name, value] of [...readQuery(request.url), ...body, ...basicParameters(request)]) {
    if (parameters[name] !== undefined && parameters[name] !== value) {
      refuseShape(`The parameter ${name.slice(0, 100)} has two values.`);
    }
    parameters[name] = value;
  }
  return parameters;
}

/** Empty values count as left out, as in a form. */
function* parseJsonParameters(text: string): Iterable<[string, string]> {
  for (const [name, value] of Object.entries(parseJsonObject(text))) {
    if (value === null || value === "") continue;
    if (typeof value !== "string" && typeof value !== "number") {
      refuseShape(`For 'properties/${name.slice(0, 100)}', a string is required.`);
    }
    yield [name, String(value)];
  }
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
