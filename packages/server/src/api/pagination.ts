import type { Page, PageRequest } from "../domain/model.js";

/** Query parameters that every list has. */
interface ListQuery {
  readonly page: number;
  readonly per_page: number;
}

/** The page a list is asked for. */
export function pageRequest({ page, per_page: perPage }: ListQuery): PageRequest {
  return { page, perPage };
}

/** Page of a list that fits on the first one. */
export function singlePage<Item>(items: readonly Item[], { page }: ListQuery): Page<Item> {
  return { items: page === 1 ? items : [], page, lastPage: 1 };
}

/**
 * The Link header of a list (RFC 8288), its relations in the order GitHub sends them; nothing for a single page.
 * The parameters of the request are repeated as they were sent, before the page. A page after the last one leads back.
 */
export function linkHeader(
  url: string,
  sentQuery: URLSearchParams | undefined,
  { page, lastPage }: Page<unknown>,
): { Link: string } | Record<never, never> {
  if (lastPage === 1 && page === 1) return {};
  const parameters = new URLSearchParams(sentQuery);
  parameters.delete("page");
  const link = (number: number, relation: string) => {
    parameters.set("page", String(number));
    return `<${url}?${parameters}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, lastPage), "prev")] : []),
    ...(page < lastPage ? [link(page + 1, "next")] : []),
    ...(page === lastPage ? [] : [link(lastPage, "last")]),
    ...(page > 1 ? [link(1, "first")] : []),
  ];
  return { Link: links.join(", ") };
}
