import type { Renderer } from "./response.js";
import type { Services } from "./services.js";
import { siteHeaders } from "./site-headers.js";

/** Fields of a response to an application, in their order. */
export type FlowFields = Readonly<Record<string, string | number>>;

/**
 * Renderer of the endpoints for applications: a form by default, JSON or XML when the client accepts it first. Clients
 * compute times from `Date`, so that it is the server's own clock. Pages of other sites cannot read it, as on GitHub.
 * A 401, which only the extensions have, names the scheme of client id and secret (RFC 6749, section 5.2).
 */
export function flowRenderer({ baseUrls: { site }, now }: Services, only?: Format): Renderer {
  const fixed = {
    ...siteHeaders(site),
    "Content-Security-Policy": "default-src 'none'",
  };
  return ({ status, headers, body }, { request, requestId }) => {
    const isError = typeof body === "object" && body !== null && "message" in body;
    const format = isError ? "json" : (only ?? acceptedFormat(request.headers.get("accept")));
    const all = {
      ...fixed,
      "Content-Type": `${contentTypes[format]}; charset=utf-8`,
      Date: now().toUTCString(),
      "X-GitHub-Request-Id": requestId,
      // The realm must be there (RFC 7617, section 2).
      ...(status === 401 ? { "WWW-Authenticate": 'Basic realm="OAuth"' } : {}),
      ...headers,
    };
    return new Response(encoders[format](body as FlowFields), { status, headers: all });
  };
}

/** Format of a response. */
type Format = keyof typeof contentTypes;

const contentTypes = {
  form: "application/x-www-form-urlencoded",
  json: "application/json",
  xml: "application/xml",
} as const;

const encoders: { readonly [F in Format]: (fields: FlowFields) => string } = {
  form(fields) {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
    return form.toString();
  },
  json: (fields) => JSON.stringify(fields),
  xml: (fields) => {
    const elements = Object.entries(fields).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<OAuth>${elements.join("")}</OAuth>\n`;
  },
};

/** The first format that an Accept header names. */
function acceptedFormat(accept: string | null): Format {
  const [, subtype] =
    /\b(?:application|text)\/(?:[\w.+-]*?\+?)(json|xml|x-www-form-urlencoded)\b/i.exec(accept ?? "") ?? [];
  return subtype?.toLowerCase() === "json" ? "json" : subtype?.toLowerCase() === "xml" ? "xml" : "form";
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
