import * as sql from "../statements/metadata.js";
import type { QueriesOf } from "./queries-of.js";
import { hasRows } from "./rows.js";

type Methods = "metadata" | "insertMetadata" | "replaceMetadata";

/** Queries for metadata. */
export const metadataQueries: QueriesOf<Methods> = {
  async metadata(name) {
    return (await this.run(sql.selectMetadata, name))[0]?.value;
  },
  async insertMetadata(name, value) {
    await this.run(sql.insertMetadata, name, value);
  },
  async replaceMetadata(name, old, value) {
    return hasRows(await this.run(sql.replaceMetadata, name, old, value));
  },
};
