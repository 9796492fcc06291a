/** Paths of the pages, from the root of the site. */
export const referencePath = "index.html";

/** The page of a guide. */
export function guidePath(name: string): string {
  return `guides/${name}.html`;
}

/** The page of a workflow. */
export function journeyPath(name: string): string {
  return `journeys/${name}.html`;
}

/** A link from one page to another, relative, so that it holds wherever the site is. Both may have an anchor. */
export function link(from: string, to: string): string {
  const [page = "", anchor] = to.split("#");
  const suffix = anchor === undefined ? "" : `#${anchor}`;
  if (page === from && suffix) return suffix;
  return "../".repeat(from.split("/").length - 1) + page + suffix;
}

/** Where an operation is in the reference. */
export function operationLink(from: string, id: string): string {
  return link(from, `${referencePath}#${id}`);
}
