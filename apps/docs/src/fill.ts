import { escapeHtml } from "./html.js";
import { demo } from "./samples/variables.js";

/** What a running server knows, and a page was written without. */
export interface LivePage {
  /** Public address of the server, without a path. */
  readonly origin: string;
  /** Path of the API from the root of the docs: where the console sends requests. */
  readonly api: string;
  /** Values of the variables of a sample, by operation id; those without one stay as they are. */
  readonly values: ReadonlyMap<string, Readonly<Record<string, string | number>>>;
}

const demoOrigin = new URL(demo.api).origin;

/** Attribute value that names a variable of the sample of an operation, for {@link fillPage}. */
export function variableMark(operationId: string, variable: string): string {
  return `${operationId} ${variable}`;
}

/** Fills a page with the address of the server that serves it, and with the values that exist there. */
export function fillPage(html: string, { origin, api, values }: LivePage): string {
  return html
    .replaceAll(demoOrigin, () => origin)
    .replace("<body ", (start) => `${start}data-api="${escapeHtml(api)}" `)
    .replaceAll(/(<data value="([^" ]*) (\w+)">)[^<]*/g, (whole, start: string, id: string, variable: string) => {
      const value = String(values.get(id)?.[variable] ?? "");
      // Only what needs no quotes, in any language of the samples.
      return /^[\w.-]+$/.test(value) ? start + value : whole;
    });
}
