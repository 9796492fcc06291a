import { mkdtempSync } from "node:fs";
import { join } from "node:path";

/** New path for a database file. @param {string} folder */
export const newDatabaseFile = (folder) => join(mkdtempSync(join(folder, "database-")), "grantbook.db");

/** Stops all servers. @param {readonly import("./process.js").Running[]} servers */
export const stopAll = async (...servers) => Promise.all(servers.map((server) => server.stop()));
