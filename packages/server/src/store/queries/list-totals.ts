import type { QueryFn } from "../driver.js";
import { selectTotal } from "../statements/list-totals.js";

/** Reads the number of rows of a list of a user. */
export async function readTotal(run: QueryFn, userId: number, list: number): Promise<number> {
  return (await run(selectTotal, userId, list))[0]?.total ?? 0;
}
