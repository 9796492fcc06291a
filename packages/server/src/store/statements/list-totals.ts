import { statement } from "./statement.js";

/** List of all authorizations of a user. The list of those of one application has its id. */
export const allAuthorizations = 0;

/** List of all grants of a user. */
export const allGrants = -1;

/** Triggers keep the totals. A list without rows has none. */
export const selectTotal = statement<[userId: number, list: number], { total: number }>(
  "select-total",
  "SELECT total FROM list_totals WHERE user_id = $1 AND list = $2",
);
