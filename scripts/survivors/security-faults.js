// Faults of what is secret, public or refused.
const server = "packages/server/src";
const executable = "apps/reference-server/src";
const docs = "apps/docs/src";
const review = "scripts/review";

/** @type {import("./fault.js").Fault[]} */
export const security = [
  {
    what: "the log shows secrets of an error",
    file: `${executable}/runtime/log.ts`,
    from: "error: redactSecrets(stack)",
    to: "error: stack",
    test: `${executable}/runtime/log.isolated.test.ts`,
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
    test: `${executable}/database/durability.isolated.test.ts`,
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
    test: "scripts/workflows/steps.test.js",
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

/** @type {import("./fault.js").Fault[]} */
export const description = [
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
