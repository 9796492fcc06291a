import type { PageHandler } from "./web-request.js";

/** Page by method and path below the public address. */
export type PageRoute = readonly [method: "GET" | "POST", path: string, handler: PageHandler];
