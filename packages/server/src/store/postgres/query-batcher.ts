import { Batcher } from "../../concurrency/batcher.js";
import type { Statement, Value } from "../driver.js";

/** Runs a query, with a value or with a list of values for each parameter. */
type RunQuery = <Row>(statement: Statement<never, Row>, parameters: readonly unknown[]) => Promise<Row[]>;

const types = { text: "text", integer: "bigint" };

/**
 * Lookups of the same turn of the event loop, run together. A query costs this process several times as much as a row
 * of its result: under load that is most of the time of a request. A single lookup is run as it is.
 */
export class QueryBatcher {
  readonly #run: RunQuery;
  readonly #batchers = new Map<string, Batcher<readonly Value[], readonly unknown[]>>();

  constructor(run: RunQuery) {
    this.#run = run;
  }

  /** Returns the rows that the statement has by itself. It must have `batchParameterTypes`. */
  run<Parameters extends readonly Value[], Row>(
    statement: Statement<Parameters, Row>,
    parameters: Parameters,
  ): Promise<Row[]> {
    let batcher = this.#batchers.get(statement.name);
    if (!batcher) {
      batcher = this.#createBatcher(statement as Statement<never, unknown>);
      this.#batchers.set(statement.name, batcher);
    }
    return batcher.add(parameters) as Promise<Row[]>;
  }

  #createBatcher(statement: Statement<never, unknown>): Batcher<readonly Value[], readonly unknown[]> {
    const batched = batchedSql(statement);
    return new Batcher<readonly Value[], readonly unknown[]>(async (lookups) => {
      const [first = []] = lookups;
      if (lookups.length === 1) return [await this.#run(statement, first)];
      const lists = first.map((_, index) => lookups.map((parameters) => parameters[index]));
      const results: unknown[][] = lookups.map(() => []);
      for (const row of await this.#run(batched, lists)) results[row.place - 1]?.push(row);
      return results;
    });
  }
}

/** Joins a query to lists of its parameters. Rows say by their `place` which lookup they belong to. */
function batchedSql({
  name,
  sql,
  batchParameterTypes = [],
}: Statement<never, unknown>): Statement<never, { readonly place: number }> {
  const lists = batchParameterTypes.map((type, index) => `$${index + 1}::${types[type]}[]`);
  const names = batchParameterTypes.map((_, index) => `p${index + 1}`);
  // Collated like the columns: PostgreSQL refuses to compare texts of two collations.
  const one = sql.replaceAll(/\$(\d+)/g, (_, digits: string) =>
    batchParameterTypes[Number(digits) - 1] === "text" ? `(wanted.p${digits} COLLATE "C")` : `wanted.p${digits}`,
  );
  return {
    name: `${name}-together`,
    sql: `SELECT wanted.place, found.* FROM unnest(${lists.join(", ")}) WITH ORDINALITY AS wanted (${names.join(", ")}, place)
      CROSS JOIN LATERAL (${one}) AS found`,
  };
}
