import type { Statement, Value } from "../driver.js";

/** Asks the database, with a value or with a list of values for each parameter. */
type Ask = <Row>(statement: Statement<never, Row>, parameters: readonly unknown[]) => Promise<Row[]>;

interface Question {
  readonly parameters: readonly Value[];
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Kind {
  readonly statement: Statement<never, unknown>;
  /** The same for many at once: rows say by their `place` whose they are. */
  readonly together: Statement<never, { readonly place: number }>;
  waiting: Question[];
}

const types = { text: "text", integer: "bigint" };

/**
 * Look-ups of the same turn of the event loop, asked for together. A query costs this process several times what a row
 * of it does: under load that is most of the time of a request. One that is alone is asked as it is.
 */
export class Questions {
  readonly #ask: Ask;
  readonly #kinds = new Map<string, Kind>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** As the statement would be answered by itself. Its `asked` has to be there. */
  ask<Parameters extends readonly Value[], Row>(
    statement: Statement<Parameters, Row>,
    parameters: Parameters,
  ): Promise<Row[]> {
    return new Promise<Row[]>((resolve, reject) => {
      const kind = this.#kindOf(statement as Statement<never, unknown>);
      if (kind.waiting.length === 0) setImmediate(() => this.#askFor(kind));
      kind.waiting.push({ parameters, resolve: resolve as Question["resolve"], reject });
    });
  }

  #kindOf(statement: Statement<never, unknown>): Kind {
    let kind = this.#kinds.get(statement.name);
    if (!kind) {
      kind = { statement, together: together(statement), waiting: [] };
      this.#kinds.set(statement.name, kind);
    }
    return kind;
  }

  async #askFor(kind: Kind): Promise<void> {
    const { waiting } = kind;
    kind.waiting = [];
    try {
      const answers = await this.#answers(kind, waiting);
      for (const [index, { resolve }] of waiting.entries()) resolve(answers[index] as never[]);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  async #answers({ statement, together }: Kind, waiting: readonly Question[]): Promise<readonly unknown[][]> {
    const [first] = waiting;
    if (waiting.length === 1 && first) return [await this.#ask(statement, first.parameters)];
    const lists = first?.parameters.map((_, index) => waiting.map(({ parameters }) => parameters[index])) ?? [];
    const answers: unknown[][] = waiting.map(() => []);
    for (const row of await this.#ask(together, lists)) answers[row.place - 1]?.push(row);
    return answers;
  }
}

/** Joins a query to a list of its parameters, each of which was one before. */
function together({ name, sql, asked = [] }: Statement<never, unknown>): Kind["together"] {
  const lists = asked.map((type, index) => `$${index + 1}::${types[type]}[]`);
  const names = asked.map((_, index) => `p${index + 1}`);
  // As the columns are that it is compared with; between two kinds of text PostgreSQL would not choose.
  const one = sql.replaceAll(/\$(\d+)/g, (_, digits: string) =>
    asked[Number(digits) - 1] === "text" ? `(wanted.p${digits} COLLATE "C")` : `wanted.p${digits}`,
  );
  return {
    name: `${name}-together`,
    sql: `SELECT wanted.place, found.* FROM unnest(${lists.join(", ")}) WITH ORDINALITY AS wanted (${names.join(", ")}, place)
      CROSS JOIN LATERAL (${one}) AS found`,
  };
}
