import { siteFolder, siteHandler } from "@grantbook/docs";

/** Path of the documentation below the public address. */
export const docsPath = "/docs";

/** Answers a request for the documentation. Returns `undefined` for any other path. */
export const serveDocs = siteHandler(siteFolder, docsPath);
