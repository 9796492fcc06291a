import type { Statement, Value } from "../driver.js";

// Statements have one text for all engines, with no word of SQL that only some of them know. Some engines take the type
// of a parameter from where it stands first: next to a column, not next to a 0.

/** Row that has only an id. */
export interface IdRow {
  id: number;
}

/** Returns a statement. Its options say how drivers may run it. */
export function statement<Parameters extends readonly Value[], Row = never>(
  name: string,
  sql: string,
  options: Pick<Statement<Parameters, Row>, "isCacheable" | "isImmediate"> & {
    readonly batchParameterTypes?: {
      readonly [Index in keyof Parameters]: Parameters[Index] extends string ? "text" : "integer";
    };
  } = {},
): Statement<Parameters, Row> {
  // All have one shape: every request reads them.
  const { batchParameterTypes, isCacheable, isImmediate = false } = options;
  return {
    name,
    sql,
    isImmediate,
    ...(batchParameterTypes && { batchParameterTypes }),
    ...(isCacheable && { isCacheable }),
  };
}
