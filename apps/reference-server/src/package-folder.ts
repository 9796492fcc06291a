/** Folder of this package, as a URL: the parent of the sources, and of the files that are built from them. */
export const packageFolder = new URL("..", import.meta.url);
