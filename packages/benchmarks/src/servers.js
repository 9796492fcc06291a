// What several scenarios start and stop.
import { mkdtempSync } from "node:fs";
import { join } from "node:path";

/** A new database file. @param {string} folder */
export const fileIn = (folder) => join(mkdtempSync(join(folder, "book-")), "grantbook.db");

/** @param {readonly import("./process.js").Running[]} servers */
export const stopAll = async (...servers) => Promise.all(servers.map((server) => server.stop()));
