/** How transactions that exclude each other are kept apart: by locks that they take, or by SERIALIZABLE and retries. */
export const databaseLocks = ["advisory", "serializable"] as const;

/** One of {@link databaseLocks}. */
export type DatabaseLocks = (typeof databaseLocks)[number];
