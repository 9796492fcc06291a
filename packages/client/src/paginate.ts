import type { OperationId } from "@grantbook/contract";
import { ClientError } from "./errors.js";
import { parseLink } from "./links.js";
import type { ListOptions, MethodOptions, Paginator } from "./method-types.js";
import type { ParsedResponse } from "./openapi-fetch.js";

/** Gives a page of a list. */
export type GetPage = (
  query?: Readonly<Record<string, unknown>>,
  options?: MethodOptions<OperationId>,
) => Promise<ParsedResponse>;

/**
 * Follows the Link headers of a list (RFC 8288). Only their queries are used, on the client's own address: a server may
 * be reached by another name than its own. A link to another path is refused.
 */
export function paginator(baseUrl: string, route: string, getPage: GetPage): Paginator<OperationId> {
  const path = route.replace("GET ", "");
  async function* pages(query: object = {}, { maxPages = 1000, ...options }: ListOptions<OperationId> = {}) {
    const seen: string[] = [];
    for (let next: { page?: string } = query; ; ) {
      const { body, response } = await getPage(next, options);
      yield { items: body as readonly never[], number: +(next.page ?? 1) };
      const link = parseLink("next", response.headers.get("link"));
      if (link === undefined) return;
      const [address, search] = link.split("?") as [string, string?];
      const problem =
        (!address.endsWith(path) && "the next page is elsewhere") ||
        (seen.includes(link) && "a page comes again") ||
        (seen.push(link) >= maxPages && `more than ${maxPages} pages`);
      if (problem) throw new ClientError("pagination", `${baseUrl}${path}: ${problem}`);
      next = Object.fromEntries(new URLSearchParams(search));
    }
  }

  return {
    pages,
    async *iterate(query, options) {
      for await (const { items } of pages(query, options)) yield* items;
    },
  };
}
