import { randomBytes } from "node:crypto";
import pg from "pg";

/** A schema in a database, for the tests of one file. */
export interface TestSchema {
  /** Address of the database, with the schema for the tables. */
  readonly url: string;
  /** Deletes all rows but those about migrations, and starts generated keys anew. */
  empty(): Promise<void>;
  /** Everything that is stored: every row of every table, as text. */
  dump(): Promise<string>;
  /** Ends its connection. The schema stays for as long as the database. */
  close(): Promise<void>;
}

/** Makes an empty schema. */
export async function createSchema(database: string): Promise<TestSchema> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const address = new URL(database);
  address.searchParams.set("options", `-c search_path=${name}`);
  const client = new pg.Client(address.href);
  await client.connect();
  // Tables are emptied in any order, whatever refers to them.
  await client.query(`CREATE SCHEMA ${name}; SET session_replication_role = replica`);
  return {
    url: address.href,
    async empty() {
      const { rows } = await client.query<{ deletion: string }>(
        `SELECT format('DELETE FROM %I', tablename) AS deletion FROM pg_tables
         WHERE schemaname = current_schema() AND tablename <> 'migrations'`,
      );
      await client.query(rows.map(({ deletion }) => deletion).join("; "));
      await client.query(
        `SELECT setval(oid, 1, false) FROM pg_class
         WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace`,
      );
    },
    async dump() {
      const { rows: tables } = await client.query<{ query: string }>(
        `SELECT format('SELECT %L AS name, t::text AS line FROM %I t', tablename, tablename) AS query FROM pg_tables
         WHERE schemaname = current_schema()`,
      );
      const all = tables.map(({ query }) => query).join(" UNION ALL ");
      const { rows } = await client.query<{ name: string; line: string }>(all);
      return rows.map(({ name, line }) => `${name}: ${line}\n`).join("");
    },
    close: () => client.end(),
  };
}
