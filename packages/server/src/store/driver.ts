/** What a column or a parameter can hold. Booleans are stored as 0 and 1, times as milliseconds since 1970. */
export type Value = string | number | null;

/**
 * One statement of SQL, the same text for every engine: `$1` placeholders, numbered as in the parameter list.
 * `Parameters` is a labelled tuple, `Row` what a row holds.
 */
export interface Statement<Parameters extends readonly Value[], Row> {
  /** Unique: an engine prepares each name once. */
  readonly name: string;
  readonly sql: string;
  /** The types of the parameters, of a query that is asked all the time: an engine may ask for those of one moment together. */
  readonly batchParameterTypes?: readonly ("text" | "integer")[];
  /**
   * Whether an engine that has the database for itself may keep the rows, for a query that is asked again and again with
   * the same parameters. Rows kept for what a stranger sends would tell by time what is there.
   */
  isCacheable?(rows: readonly Row[], parameters: Parameters): boolean;
  /** Others wait in line behind it: it is not to be put off until more is asked. */
  readonly isImmediate?: boolean;
  /** Carries the types; there is nothing in it. */
  readonly types?: (parameters: Parameters) => Row;
}

/** Runs a statement and gives all its rows. */
export type QueryFn = <Parameters extends readonly Value[], Row>(
  statement: Statement<Parameters, Row>,
  ...parameters: Parameters
) => Promise<Row[]>;

/** The words of SQL in which the engines differ; migrations are written with them. */
export interface Dialect {
  /** Type of a generated primary key. */
  readonly id: string;
  /** Type of a whole number of 64 bits. */
  readonly integer: string;
  /** Type of a text that is compared and sorted byte by byte. */
  readonly text: string;
  /** What stands behind the columns of a table. */
  readonly tableOptions: string;
  /** A query for the names of all tables, as `name`. */
  readonly listTables: string;
  /** Statements that empty tables and start their generated keys anew. */
  readonly truncate: (tables: readonly string[]) => readonly string[];
}

/** One database engine. */
export interface Driver {
  readonly dialect: Dialect;
  readonly run: QueryFn;
  /**
   * Runs work in one transaction, stored whole or, when the work throws, not at all. With the id of a user it runs while
   * no other transaction of that user does; with `null`, while no other transaction does. The work may be done again.
   */
  transaction<T>(userId: number | null, work: (run: QueryFn) => Promise<T>): Promise<T>;
  /** Runs statements of a migration, without parameters, in one transaction that no other runs beside. */
  migrate(work: (execute: (sql: string) => Promise<void>, run: QueryFn) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}
