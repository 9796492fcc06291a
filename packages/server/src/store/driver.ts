/** Value of a column or a parameter. Booleans are stored as 0 and 1, times as milliseconds since 1970. */
export type Value = string | number | null;

/**
 * SQL statement, the same text for every engine: `$1` placeholders, numbered as in the parameter list. `Parameters` is
 * a labelled tuple, `Row` the columns of a row.
 */
export interface Statement<Parameters extends readonly Value[], Row> {
  /** Unique: an engine prepares each name once. */
  readonly name: string;
  readonly sql: string;
  /** Types of the parameters of a frequent lookup: a driver may batch concurrent lookups. */
  readonly batchParameterTypes?: readonly ("text" | "integer")[];
  /**
   * Tells whether a driver that has the database for itself may cache the rows of a frequent lookup. Rows that were
   * cached for values of a stranger would reveal by their timing what is stored.
   */
  isCacheable?(rows: readonly Row[], parameters: Parameters): boolean;
  /** Other work waits for it: a driver does not delay it to batch it. */
  readonly isImmediate?: boolean;
  /** Phantom type: never set. */
  readonly types?: (parameters: Parameters) => Row;
}

/** Runs a statement and returns all its rows. */
export type QueryFn = <Parameters extends readonly Value[], Row>(
  statement: Statement<Parameters, Row>,
  ...parameters: Parameters
) => Promise<Row[]>;

/** Words of SQL in which the engines differ; migrations are written with them. */
export interface Dialect {
  /** Type of a generated primary key. */
  readonly id: string;
  /** Type of a whole number of 64 bits. */
  readonly integer: string;
  /** Type of a text that is compared and sorted byte by byte. */
  readonly text: string;
  /** Options after the columns of a table. */
  readonly tableOptions: string;
  /** Query for the names of all tables, as `name`. */
  readonly listTables: string;
  /** Statements that make a trigger, which runs others after rows changed; they take these rows from a table. */
  readonly trigger: (
    name: string,
    event: "INSERT" | "DELETE",
    table: string,
    statements: (rows: string) => readonly string[],
  ) => readonly string[];
  /** Statements that empty tables and start their generated keys anew. */
  readonly truncate: (tables: readonly string[]) => readonly string[];
}

/** Driver of a database engine. */
export interface Driver {
  readonly dialect: Dialect;
  readonly run: QueryFn;
  /**
   * Runs work in one transaction, stored whole or, when the work throws, not at all. With the id of a user it excludes
   * other transactions of that user; with `null`, every other transaction. The work may run again.
   */
  transaction<T>(userId: number | null, work: (run: QueryFn) => Promise<T>): Promise<T>;
  /** Runs statements of a migration, without parameters, in one transaction that excludes all others. */
  migrate(work: (execute: (sql: string) => Promise<void>, run: QueryFn) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}
