/** Path of the reference, from the root of the site. */
export const referencePath = "index.html";

/** Path of the page that is shown for an unknown address. */
export const notFoundPath = "404.html";

/** Path of a guide. */
export function guidePath(name: string): string {
  return `guides/${name}.html`;
}

/** Path of a workflow. */
export function workflowPath(name: string): string {
  return `workflows/${name}.html`;
}

/** Path of the page of an operation. */
export function operationPath(id: string): string {
  return `operations/${id}.html`;
}

/** Relative link from one page to another; it works wherever the site is. Both may have an anchor. */
export function link(from: string, to: string): string {
  const [page = "", anchor] = to.split("#");
  const suffix = anchor === undefined ? "" : `#${anchor}`;
  if (page === from && suffix) return suffix;
  return "../".repeat(from.split("/").length - 1) + page + suffix;
}

/** Link to an operation in the reference. */
export function operationLink(from: string, id: string): string {
  return link(from, `${referencePath}#${id}`);
}
