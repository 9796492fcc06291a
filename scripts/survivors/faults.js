// Faults that no test noticed once, each with the test that notices it now. `node scripts/survivors.js` plants them.
const server = "packages/server/src";
const client = "packages/client/src";
const executable = "apps/reference-server/src";
const docs = "apps/docs/src";
const review = "scripts/review";

/**
 * @typedef {object} Fault
 * @property {string} what goes wrong with it
 * @property {string} file
 * @property {string} from text that is in the file once
 * @property {string} to text in its place
 * @property {string} test file that notices it
 * @property {"sqlite" | "postgres"} [engine] `sqlite` by default
 */

/** @type {Fault[]} */
const security = [
  {
    what: "the log shows secrets of an error",
    file: `${executable}/runtime/log.ts`,
    from: "error: redactSecrets(stack)",
    to: "error: stack",
    test: `${executable}/runtime/log.test.ts`,
  },
  {
    what: "a backup leaves a copy of the database in its folder",
    file: `${executable}/database/database.ts`,
    from: "rmSync(copy, { force: true });",
    to: "",
    test: `${executable}/database/snapshot.test.ts`,
  },
  {
    what: "others can read the folder of the key",
    file: `${executable}/database/key-file.ts`,
    from: "mode: 0o700",
    to: "mode: 0o755",
    test: `${executable}/database/durability.test.ts`,
  },
  {
    what: "the socket takes a thousand times as much",
    file: `${executable}/admin/admin-server.ts`,
    from: "maxParameterBytes = 64 * 1024",
    to: "maxParameterBytes = 64 * 1024 * 1024",
    test: `${executable}/admin/admin-server.test.ts`,
  },
  {
    what: "pages of another host of the same site may use the switches",
    file: `${executable}/development/same-site.ts`,
    from: '["none", "same-origin"]',
    to: '["none", "same-origin", "same-site"]',
    test: `${executable}/development/switch-routes.test.ts`,
  },
  {
    what: "the comment reads links, folders and pipes of an artifact",
    file: `${review}/comment.js`,
    from: "found.isFile() && ",
    to: "",
    test: "scripts/workflow-steps.test.js",
  },
  {
    what: "a body of exactly the limit is refused",
    file: `${server}/http/body.ts`,
    from: "Number(declared) > limit",
    to: "Number(declared) >= limit",
    test: `${server}/http/body.test.ts`,
  },
  {
    what: "a sample reaches another operation",
    file: `${docs}/samples/curl.ts`,
    from: '(method === "POST" && body)',
    to: "!body",
    test: "packages/contract-tests/src/samples/samples.test.ts",
  },
  {
    what: "a node id is made of the login",
    file: `${server}/api/serializers.ts`,
    from: "user.id}`).toString",
    to: "user.login}`).toString",
    test: `${server}/api/serializers.test.ts`,
  },
];

/** @type {Fault[]} */
const description = [
  ["a page has 101 items", "components/parameters.yaml", "x-clamp: [1, 100]", "x-clamp: [1, 101]"],
  ["a brown-out is an hour longer", "openapi.yaml", '"2020-10-28T19:00:00Z"', '"2020-10-28T20:00:00Z"'],
  ["there is an invented scope", "scopes.yaml", "site_admin: []", "site_admin: []\nread:invented: []"],
  ["hashed_token may be left out", "components/schemas/authorization.yaml", "  - hashed_token\n", ""],
].map(([what = "", file, from = "", to = ""]) => ({
  what,
  file: `openapi/${file}`,
  from,
  to,
  test: "packages/contract/src/facts.test.ts",
}));

/** @type {Fault[]} */
const limits = [
  {
    what: "a request at the second of the reset is still counted",
    file: `${server}/http/rate-limits.ts`,
    from: "window.reset * 1000 > now",
    to: "window.reset * 1000 >= now",
    test: `${server}/http/rate-limits.test.ts`,
  },
  {
    what: "windows of a rate limit are never dropped",
    file: `${server}/http/rate-limits.ts`,
    from: "this.#old = this.#young;",
    to: "for (const [key, window] of this.#young) this.#old.set(key, window);",
    test: `${server}/http/rate-limits.test.ts`,
  },
  {
    what: "a success forgets failures only when there was more than one",
    file: `${server}/auth/login-throttle.ts`,
    from: "if (failures > 0) failed",
    to: "if (failures > 1) failed",
    test: `${server}/auth/login-throttle.test.ts`,
  },
  {
    what: "one attempt more than there may be is under way",
    file: `${server}/auth/login-throttle.ts`,
    from: "pending >= maxPendingAttempts",
    to: "pending > maxPendingAttempts",
    test: `${server}/auth/login-throttle.test.ts`,
  },
  {
    what: "the count of attempts of an address stays in memory",
    file: `${server}/auth/login-throttle.ts`,
    from: "if (left === 0) this.#pending.delete(network);",
    to: "if (left === 0) this.#pending.set(network, 0);",
    test: `${server}/auth/login-throttle.test.ts`,
  },
  {
    what: "the line of attempts under a name stays in memory",
    file: `${server}/auth/attempt-gates.ts`,
    from: "if (gate.refCount === 0) this.#gates.delete(name);",
    to: "",
    test: `${server}/auth/login-throttle.test.ts`,
  },
  {
    what: "expired failures stay in the database",
    file: `${server}/auth/failure-counter.ts`,
    from: "await this.#store.deleteExpiredFailedLogins(now, maxSliceRows)",
    to: "await Promise.resolve(0 * now.getTime())",
    test: `${server}/auth/failing-closed.test.ts`,
  },
  {
    what: "reports of requests are kept for ever",
    file: `${executable}/development/request-log.ts`,
    from: "this.#requests.length = Math.min(this.#requests.length, maxRequests);",
    to: "",
    test: `${executable}/development/request-log.test.ts`,
  },
  {
    what: "the port 65536 is taken for one",
    file: `${executable}/options/parsers.ts`,
    from: "port > 65_535",
    to: "port > 65_536",
    test: `${executable}/options/parsers.test.ts`,
  },
  {
    what: "a period may have no length",
    file: `${executable}/options/parsers.ts`,
    from: "from >= until",
    to: "from > until",
    test: `${executable}/options/parsers.test.ts`,
  },
];

/** @type {Fault[]} */
const data = [
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
    from: ", a.id\n",
    to: ", a.id DESC\n",
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
  ...[
    "failed_logins_until ON failed_logins (until)",
    "authorizations_of_user ON authorizations (user_id, application_id)",
  ].map((index) => ({
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
    test: `${executable}/database/durability.test.ts`,
  },
  {
    what: "the folder of a key is not on the disk",
    file: `${executable}/database/key-file.ts`,
    from: 'sync(openSync(dirname(file), "r"));',
    to: "",
    test: `${executable}/database/durability.test.ts`,
  },
  {
    what: "a backup has its name before it is on the disk",
    file: `${executable}/cli/maintenance.ts`,
    from: "await handle.sync();",
    to: "",
    test: `${executable}/database/durability.test.ts`,
  },
];

/** @type {Fault[]} */
const operating = [
  {
    what: "the client takes a relation that begins like another one",
    file: `${client}/links.ts`,
    from: "\\\\b`",
    to: "`",
    test: `${client}/middleware/deprecation.test.ts`,
  },
  {
    what: "probes are cached",
    file: `${executable}/runtime/health.ts`,
    from: '"cache-control": "no-store"',
    to: '"cache-control": "max-age=60"',
    test: `${executable}/runtime/health.test.ts`,
  },
  {
    what: "the query of an absolute target loses its question mark",
    file: `${executable}/runtime/request-head.ts`,
    from: "return pathname + search;",
    to: "return pathname + search.slice(1);",
    test: `${executable}/runtime/request-head.test.ts`,
  },
  {
    what: "a time-out for headers that is longer than that for requests ends the start",
    file: `${executable}/runtime/listener.ts`,
    from: 'Math.max(settings["request-timeout"], settings["headers-timeout"])',
    to: 'settings["request-timeout"]',
    test: `${executable}/runtime/listener.test.ts`,
  },
  {
    what: "a failure of the server has the level of a success",
    file: `${executable}/runtime/log.ts`,
    from: 'status >= 500 ? "warn"',
    to: 'status > 500 ? "warn"',
    test: `${executable}/runtime/log.test.ts`,
  },
  {
    what: "milliseconds are shown as seconds",
    file: `${executable}/runtime/metrics.ts`,
    from: "duration / 1000",
    to: "duration",
    test: `${executable}/runtime/metrics.test.ts`,
  },
  {
    what: "a worker that was stopped is logged as one that ended by itself",
    file: `${executable}/runtime/worker-pool.ts`,
    from: "if (this.#isStopping) return;",
    to: "",
    test: `${executable}/runtime/worker-pool.test.ts`,
    engine: "postgres",
  },
];

/** @type {Fault[]} */
const pages = [
  ["a 304 has no headers", "handler.ts", "status: 304, headers: file.headers", "status: 304", "handler-headers"],
  [
    "a browser may guess the type of a file",
    "handler.ts",
    '"x-content-type-options": "nosniff",',
    "",
    "handler-headers",
  ],
  ["titles count no more than text", "search-index.ts", "boost: { title: 6, page: 2 }", "boost: {}", "content"],
  ["one of the words is enough", "search-index.ts", '"AND" as const', '"OR" as const', "content"],
  ["guides are in the wrong order", "guides.ts", "a.order - b.order", "b.order - a.order", "content"],
  [
    "a limit is shown as the opposite",
    "reference/type.ts",
    "maxLength: (length: number) => `at most",
    "maxLength: (length: number) => `at least",
    "content",
  ],
  [
    "a required body is shown as optional",
    "reference/operation.ts",
    '? "Required." : "Optional."',
    '? "Optional." : "Required."',
    "content",
  ],
  [
    "a required field is shown as optional",
    "reference/fields.ts",
    "${required && html`",
    "${!required && html`",
    "content",
  ],
  ["the outline ends at the second level", "layout.ts", "level <= 3", "level <= 2", "content"],
].map(([what = "", file, from = "", to = "", test]) => ({
  what,
  file: `${docs}/${file}`,
  from,
  to,
  test: `${docs}/${test}.test.ts`,
}));

/** @type {Fault[]} */
const reports = [
  ["a major change is a notice", "format-annotations.js", 'major: "warning"', 'major: "notice"', "annotations"],
  [
    "a property ends itself",
    "format-annotations.js",
    '.replaceAll(":", "%3A").replaceAll(",", "%2C")',
    "",
    "annotations",
  ],
  [
    "a new limit of bodies is minor",
    "extensions.js",
    "after < (before ?? Infinity)",
    "after < (before ?? 0)",
    "annotations",
  ],
  [
    "an edited changeset is none of the change",
    "version.js",
    "known.get(file) !== text",
    "!known.has(file)",
    "version",
  ],
  ["a comment is longer than GitHub takes", "comment.js", "maxLength = 60_000", "maxLength = 70_000", "comment"],
].map(([what = "", file, from = "", to = "", test]) => ({
  what,
  file: `${review}/${file}`,
  from,
  to,
  test: `${review}/${test}.test.js`,
}));

/** All faults. */
export const faults = [...security, ...description, ...limits, ...data, ...operating, ...pages, ...reports];
