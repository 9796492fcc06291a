import { fileURLToPath } from "node:url";

export { fillPage, type LivePage } from "./fill.js";
export { type SiteOptions, siteHandler } from "./handler.js";
export { serverFirst } from "./server-first.js";

/** Folder that `npm run build` writes the site to. */
export const siteFolder = fileURLToPath(new URL("../dist/site", import.meta.url));
