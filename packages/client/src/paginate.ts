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
export function paginator(baseUrl: string, path: string, getPage: GetPage): Paginator<OperationId> {
  async function* pages(query: object = {}, { maxPages = 1000, ...options }: ListOptions<OperationId> = {}) {
    const seen: string[] = [];
    const fail = (reason: string) => new ClientError("pagination", `${baseUrl}${path}: ${reason}`);
    for (let next: { page?: string } = query; ; ) {
      const { body, response } = await getPage(next, options);
      yield { items: body as readonly never[], number: Number(next.page ?? 1) };
      const link = parseLink("next", response.headers.get("link"));
      if (link === undefined) return;
      const [address = "", search] = link.split("?");
      if (!address.endsWith(path)) throw fail("the next page is elsewhere");
      if (seen.includes(link)) throw fail("a page comes again");
      if (seen.push(link) >= maxPages) throw fail(`more than ${maxPages} pages`);
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
