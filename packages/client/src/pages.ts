import type { OperationId, QueryOf } from "@grantbook/contract";
import { linkTo } from "./deprecation.js";
import { ClientError } from "./errors.js";
import type { BodyWhenGood, MethodOptions } from "./methods.js";
import type { RawAnswer } from "./transport.js";

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Counted from 1. */
  readonly number: number;
}

/** How far a list is followed. */
export type ListOptions<Id extends OperationId> = MethodOptions<Id> & {
  /** Pages at the most; 1000 by default. A list with more throws a `ClientError`: nothing is left out in silence. */
  readonly mostPages?: number;
};

type ItemOf<Id extends OperationId> = BodyWhenGood<Id> extends readonly (infer Item)[] ? Item : never;

/** Follows a list from page to page. Throws what its `list` throws, and a `ClientError` where the pages do not lead on. */
export interface Lister<Id extends OperationId> {
  /** The items, one after the other; a page is asked for when its first item is wanted. */
  iterate(query?: QueryOf<Id>, options?: ListOptions<Id>): AsyncGenerator<ItemOf<Id>, void, undefined>;
  /** The pages. */
  pages(query?: QueryOf<Id>, options?: ListOptions<Id>): AsyncGenerator<Page<ItemOf<Id>>, void, undefined>;
}

/** Gives a page of a list. */
export type GetPage = (query: object, options: MethodOptions<OperationId>) => Promise<RawAnswer>;

/** Follows the Link headers of a list (RFC 8288). Only their queries are used, on the list's own address. */
export function lister(address: string, getPage: GetPage): Lister<OperationId> {
  async function* pages(query: object = {}, { mostPages = 1000, ...options }: ListOptions<OperationId> = {}) {
    const fail = (reason: string) => new ClientError("pagination", `${address}: ${reason}`);
    const seen = new Set<string>();
    for (let next: { page?: string } | undefined = query; next; ) {
      const { body, headers }: RawAnswer = await getPage(next, options);
      yield { items: body as readonly never[], number: Number(next.page ?? 1) };
      const link = linkTo("next", headers.get("link"));
      if (link === undefined) return;
      if (link.split("?")[0] !== address) throw fail("the next page is elsewhere");
      if (seen.has(link)) throw fail("a page comes again");
      seen.add(link);
      if (seen.size >= mostPages) throw fail(`more than ${mostPages} pages`);
      next = Object.fromEntries(new URL(link).searchParams);
    }
  }

  return {
    pages,
    async *iterate(query, options) {
      for await (const { items } of pages(query, options)) yield* items;
    },
  };
}
