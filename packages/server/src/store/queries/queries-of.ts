import type { Queries } from "../../domain/store.js";
import type { QueryFn } from "../driver.js";

/** Object that queries are methods of. */
export interface Runner {
  readonly run: QueryFn;
}

/** Some of the queries, as methods that run statements with `this.run`. */
export type QueriesOf<Names extends keyof Queries> = Pick<Queries, Names> & ThisType<Runner>;
