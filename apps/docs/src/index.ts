import { fileURLToPath } from "node:url";

export { siteHandler } from "./handler.js";

/** Where `npm run build` puts the site. */
export const siteFolder = fileURLToPath(new URL("../dist/site", import.meta.url));
