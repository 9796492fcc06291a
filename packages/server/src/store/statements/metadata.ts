import { statement } from "./statement.js";

export const selectMetadata = statement<[name: string], { value: string }>(
  "select-property",
  "SELECT value FROM properties WHERE name = $1",
);

export const insertMetadata = statement<[name: string, value: string]>(
  "insert-property",
  "INSERT INTO properties (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
);

export const writeMetadata = statement<[name: string, value: string]>(
  "write-property",
  "INSERT INTO properties (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
);

/** Writes only over the value that is known. */
export const replaceMetadata = statement<[name: string, old: string, value: string], { name: string }>(
  "replace-property",
  "UPDATE properties SET value = $3 WHERE name = $1 AND value = $2 RETURNING name",
);
