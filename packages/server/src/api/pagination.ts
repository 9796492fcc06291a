import { type OperationIdFor, operationTable } from "@grantbook/contract";
import type { Page, PageRequest } from "../domain/model.js";
import type { ValidRequest } from "./handler.js";

type ListId = Extract<OperationIdFor<"user">, `${string}/list-${string}`>;
type ListQuery = ValidRequest<ListId>["query"];

/** The page a list is asked for. */
export function pageRequest({ page, per_page: perPage }: ListQuery): PageRequest {
  return { page, perPage };
}

/**
 * The Link header of a list (RFC 8288), its relations in the order the vendor sends them; nothing for a single page.
 * Parameters that are not as by default are repeated before the page.
 */
export function linkHeader(
  id: ListId,
  url: string,
  query: ListQuery,
  { page, lastPage }: Page<unknown>,
): { link: string } | Record<never, never> {
  if (lastPage === 1 && page === 1) return {};
  const { client_id: clientId, per_page: perPage } = query;
  const parameters = new URLSearchParams();
  if (clientId !== undefined) parameters.set("client_id", clientId);
  if (perPage !== operationTable[id].defaults.per_page) parameters.set("per_page", String(perPage));
  const link = (number: number, relation: string) => {
    parameters.set("page", String(number));
    return `<${url}?${parameters}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, lastPage), "prev")] : []),
    ...(page < lastPage ? [link(page + 1, "next"), link(lastPage, "last")] : []),
    ...(page > 1 ? [link(1, "first")] : []),
  ];
  return { link: links.join(", ") };
}
