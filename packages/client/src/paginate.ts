import type { OperationId } from "@grantbook/contract";
import { ClientError } from "./errors.js";
import { parseLink } from "./links.js";
import type { ListOptions, MethodOptions, Paginator } from "./method-types.js";

/** Gives a page of a list. */
export type GetPage = (
  query: object,
  options: MethodOptions<OperationId>,
) => Promise<{ readonly headers: Headers; readonly body: unknown }>;

/**
 * Follows the Link headers of a list (RFC 8288). Only their queries are used, on the client's own address: a server may
 * be reached by another name than its own. A link to another path is refused.
 */
export function paginator(baseUrl: string, path: string, getPage: GetPage): Paginator<OperationId> {
  const fail = (reason: string) => new ClientError("pagination", `${baseUrl}${path}: ${reason}`);

  /** Query of the next page; `undefined` on the last one. */
  const nextQuery = (headers: Headers, seen: Set<string>, maxPages: number) => {
    const link = parseLink("next", headers.get("link"));
    if (link === undefined) return undefined;
    const [address = "", query] = link.split("?");
    if (!address.endsWith(path)) throw fail("the next page is elsewhere");
    if (seen.has(link)) throw fail("a page comes again");
    seen.add(link);
    if (seen.size >= maxPages) throw fail(`more than ${maxPages} pages`);
    return Object.fromEntries(new URLSearchParams(query));
  };

  async function* pages(query: object = {}, { maxPages = 1000, ...options }: ListOptions<OperationId> = {}) {
    const seen = new Set<string>();
    for (let next: { page?: string } | undefined = query; next; ) {
      const { body, headers } = await getPage(next, options);
      yield { items: body as readonly never[], number: Number(next.page ?? 1) };
      next = nextQuery(headers, seen, maxPages);
    }
  }

  return {
    pages,
    async *iterate(query, options) {
      for await (const { items } of pages(query, options)) yield* items;
    },
  };
}
