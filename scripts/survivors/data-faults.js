// Faults of what is stored.
const server = "packages/server/src";
const executable = "apps/reference-server/src";

/** @type {import("./fault.js").Fault[]} */
export const data = [
  {
    what: "a token is made for an application that was deleted meanwhile",
    file: `${server}/domain/authorizations.ts`,
    from: "const current = await requireApplication(queries, clientId, clientSecret);",
    to: "const current = application;",
    test: `${server}/domain/deleted-meanwhile.test.ts`,
  },
  {
    what: "the replacement of the key writes over a newer secret of one-time codes",
    file: `${server}/store/statements/users.ts`,
    from: " AND sealed_otp_seed = $2",
    to: " AND $2 <> ''",
    test: `${server}/store/statement-facts.test.ts`,
  },
  {
    what: "tokens that sort alike have no order",
    file: `${server}/store/statements/authorizations.ts`,
    from: ".id`,\n];",
    to: ".created_at`,\n];",
    test: `${server}/store/statement-facts.test.ts`,
  },
  {
    what: "nothing has to refer to anything",
    file: `${server}/store/sqlite/driver.ts`,
    from: "foreign_keys = ON",
    to: "foreign_keys = OFF",
    test: `${server}/store/physical-facts.test.ts`,
  },
  {
    what: "an acknowledged commit may be lost",
    file: `${server}/store/sqlite/driver.ts`,
    from: "synchronous = FULL",
    to: "synchronous = NORMAL",
    test: `${server}/store/physical-facts.test.ts`,
  },
  {
    what: "a failed commit leaves its transaction open",
    file: `${server}/store/sqlite/driver.ts`,
    from: 'if (this.#database.isTransaction) this.#database.exec("ROLLBACK");',
    to: "",
    test: `${server}/store/physical-facts.test.ts`,
  },
  ...["failed_logins_until ON failed_logins (until)", "grants_listed ON grants (user_id, id)"].map((index) => ({
    what: `there is no index ${index}`,
    file: `${server}/store/migrations.ts`,
    from: `"CREATE INDEX ${index}",`,
    to: "",
    test: `${server}/store/physical-facts.test.ts`,
  })),
  {
    what: "a key is used before it is on the disk",
    file: `${executable}/database/key-file.ts`,
    from: "fsyncSync(descriptor);",
    to: "",
    test: `${executable}/database/durability.isolated.test.ts`,
  },
  {
    what: "the folder of a key is not on the disk",
    file: `${executable}/database/key-file.ts`,
    from: 'sync(openSync(dirname(file), "r"));',
    to: "",
    test: `${executable}/database/durability.isolated.test.ts`,
  },
  {
    what: "a backup has its name before it is on the disk",
    file: `${executable}/cli/maintenance.ts`,
    from: "await handle.sync();",
    to: "",
    test: `${executable}/database/durability.isolated.test.ts`,
  },
];
