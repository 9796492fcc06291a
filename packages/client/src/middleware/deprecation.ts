import { parseLink } from "../links.js";
import { headersOf, type Wrap } from "../request.js";
import { redact } from "../secrets.js";

/** Notice of a server that an operation is going to be removed. */
export interface DeprecationNotice {
  /** Id of the operation; its method and path, where openapi-fetch's own client made the call. */
  readonly operationId: string;
  /** Time at which it stops working (RFC 8594); an invalid date when the server does not say. */
  readonly sunset: Date;
  /** Page about the removal. */
  readonly link: string | undefined;
}

/** Calls a listener once for each deprecated operation (RFC 9745). By default it warns once a process. */
export function withDeprecation(onDeprecated: (notice: DeprecationNotice) => void = warnOnce): Wrap {
  const notified: string[] = [];
  return (next) => async (request) => {
    const response = await next(request);
    const { name } = request;
    if (!notified.includes(name) && response.headers.get("deprecation") !== null) {
      notified.push(name);
      const { sunset = "", link } = redact(headersOf(response.headers), request.secrets);
      onDeprecated({ operationId: name, sunset: new Date(sunset), link: parseLink("deprecation", link) });
    }
    return response;
  };
}

let warned = false;

function warnOnce({ operationId, sunset, link }: DeprecationNotice): void {
  if (warned) return;
  warned = true;
  console.warn(`${operationId} is deprecated; its sunset is ${sunset.toUTCString()}. See ${link}`);
}
