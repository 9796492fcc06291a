import type { Statement, Value } from "../driver.js";

/** Asks the database, with a value or with a list of values for each parameter. */
type RunQuery = <Row>(statement: Statement<never, Row>, parameters: readonly unknown[]) => Promise<Row[]>;

interface PendingQuery {
  readonly parameters: readonly Value[];
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Batch {
  readonly statement: Statement<never, unknown>;
  /** The same for many at once: rows say by their `place` whose they are. */
  readonly batchedSql: Statement<never, { readonly place: number }>;
  pending: PendingQuery[];
}

const types = { text: "text", integer: "bigint" };

/**
 * Lookups of the same turn of the event loop, asked for together. A query costs this process several times what a row
 * of it does: under load that is most of the time of a request. One that is alone is asked as it is.
 */
export class QueryBatcher {
  readonly #run: RunQuery;
  readonly #batches = new Map<string, Batch>();

  constructor(run: RunQuery) {
    this.#run = run;
  }

  /** As the statement would be answered by itself. Its `batchParameterTypes` has to be there. */
  run<Parameters extends readonly Value[], Row>(
    statement: Statement<Parameters, Row>,
    parameters: Parameters,
  ): Promise<Row[]> {
    return new Promise<Row[]>((resolve, reject) => {
      const batch = this.#batchOf(statement as Statement<never, unknown>);
      if (batch.pending.length === 0) setImmediate(() => this.#runBatch(batch));
      batch.pending.push({ parameters, resolve: resolve as PendingQuery["resolve"], reject });
    });
  }

  #batchOf(statement: Statement<never, unknown>): Batch {
    let batch = this.#batches.get(statement.name);
    if (!batch) {
      batch = { statement, batchedSql: batchedSql(statement), pending: [] };
      this.#batches.set(statement.name, batch);
    }
    return batch;
  }

  async #runBatch(batch: Batch): Promise<void> {
    const { pending } = batch;
    batch.pending = [];
    try {
      const results = await this.#results(batch, pending);
      for (const [index, { resolve }] of pending.entries()) resolve(results[index] as never[]);
    } catch (error) {
      for (const { reject } of pending) reject(error);
    }
  }

  async #results({ statement, batchedSql }: Batch, pending: readonly PendingQuery[]): Promise<readonly unknown[][]> {
    const [first] = pending;
    if (pending.length === 1 && first) return [await this.#run(statement, first.parameters)];
    const lists = first?.parameters.map((_, index) => pending.map(({ parameters }) => parameters[index])) ?? [];
    const results: unknown[][] = pending.map(() => []);
    for (const row of await this.#run(batchedSql, lists)) results[row.place - 1]?.push(row);
    return results;
  }
}

/** Joins a query to a list of its parameters, each of which was one before. */
function batchedSql({ name, sql, batchParameterTypes = [] }: Statement<never, unknown>): Batch["batchedSql"] {
  const lists = batchParameterTypes.map((type, index) => `$${index + 1}::${types[type]}[]`);
  const names = batchParameterTypes.map((_, index) => `p${index + 1}`);
  // As the columns are that it is compared with; between two kinds of text PostgreSQL would not choose.
  const one = sql.replaceAll(/\$(\d+)/g, (_, digits: string) =>
    batchParameterTypes[Number(digits) - 1] === "text" ? `(wanted.p${digits} COLLATE "C")` : `wanted.p${digits}`,
  );
  return {
    name: `${name}-together`,
    sql: `SELECT wanted.place, found.* FROM unnest(${lists.join(", ")}) WITH ORDINALITY AS wanted (${names.join(", ")}, place)
      CROSS JOIN LATERAL (${one}) AS found`,
  };
}
