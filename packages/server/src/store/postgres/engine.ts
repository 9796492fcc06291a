import type { DatabaseEngine } from "../database-engine.js";

const addressForms = ["postgres://USER@HOST/DATABASE"];

/** PostgreSQL: any number of processes share a database. */
export const postgresEngine: DatabaseEngine = {
  title: "PostgreSQL",
  addressForms,
  addressHelp: addressForms,
  isShared: true,
  ownTools: {
    backup: 'pg_dump --format=custom --file=FILE "$DATABASE_URL"',
    integrityCheck: 'pg_amcheck --heapallindexed "$DATABASE_URL"',
  },
  locate(url) {
    if (!/^postgres(ql)?:\/\//i.test(url)) return undefined;
    return {
      engine: postgresEngine,
      file: undefined,
      isInMemory: false,
      async open({ tables, maxConnections, locks }) {
        const { openPostgresStore } = await import("./index.js");
        const store = await openPostgresStore(url, {
          ...(tables && { tables }),
          ...(maxConnections && { maxConnections }),
          locks,
        });
        return { store, connections: () => store.connections };
      },
      inspect: async (connections, locks) => (await import("./inspect.js")).inspectPostgres(url, connections, locks),
      migrate: async (options) => (await import("./index.js")).migratePostgres(url, options),
    };
  },
};
