import type { Queries } from "../../domain/store.js";
import type { QueryFn } from "../driver.js";
import * as sql from "../statements/metadata.js";
import { hasRows } from "./rows.js";

type Methods = "metadata" | "insertMetadata" | "replaceMetadata";

/** Queries for metadata. */
export function metadataQueries(run: QueryFn): Pick<Queries, Methods> {
  return {
    async metadata(name) {
      return (await run(sql.selectMetadata, name))[0]?.value;
    },
    async insertMetadata(name, value) {
      await run(sql.insertMetadata, name, value);
    },
    async replaceMetadata(name, old, value) {
      return hasRows(await run(sql.replaceMetadata, name, old, value));
    },
  };
}
