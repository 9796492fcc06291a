// Edits of the whole description, and everything that is reported of them.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { changesBetween } from "./changes.js";
import { Description } from "./description.js";
import { folderOf, operation, whole } from "./description-fixture.js";
import { extensionRules } from "./extensions.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Edits of the whole description that do not touch each other, and all that is reported of them.
 * @type {{ edits: Record<string, (description: any) => void>, expected: string[] }[]}
 */
const rounds = [
  {
    edits: {
      nothing: () => {},
      "version raised": (d) => (d.info.version = "2.0.0"),
      "paths in another order": (d) => (d.paths = Object.fromEntries(Object.entries(d.paths).toReversed())),
    },
    expected: [],
  },
  {
    edits: {
      "root security removed": (d) => delete d.security,
      "body limit lowered": (d) => (d["x-body-limit"] = 50),
      "scope removed": (d) => delete d["x-scopes"].user,
      "scope added": (d) => (d["x-scopes"].gist = []),
      "scope includes less": (d) => (d["x-scopes"].repo = []),
      "timeline removed": (d) => delete d["x-timelines"].old,
      "server changed": (d) => (d.servers[0].url = "http://{host}/api/v3"),
      "scheme changed": (d) => (d.components.securitySchemes.user.scheme = "bearer"),
      "path removed": (d) => delete d.paths["/gone"],
    },
    expected: [
      "operation-removed GET /gone: The operation was removed.",
      "credentials-not-needed GET /inherits: Anyone may call it now, without credentials. It required `user`.",
      "security-scheme-changed components / securitySchemes / user: `scheme` of security scheme `user` changed from 'basic' to 'bearer'.",
      "server-changed servers / 0: Server `http://{host}/api` became `http://{host}/api/v3`.",
      "scope-changed the description: The scope `user` was removed.",
      "removal-announced the description: The timeline old was removed.",
      "scope-changed the description: `repo` does not include `repo:status` any more.",
      "limit-lowered the description: `x-body-limit` changed from 100 to 50.",
      "scope-added the description: The scope `gist` was added.",
    ],
  },
  {
    edits: {
      "root security emptied": (d) => (d.security = []),
      "body limit raised": (d) => (d["x-body-limit"] = 200),
      "scope includes more": (d) => d["x-scopes"].user.push("repo"),
      "brown-out moved": (d) => (d["x-timelines"].old.brownouts[0][0] = "c"),
      "notice moved": (d) => (d["x-timelines"].old.notice = "http://b.test"),
      "server's default host changed": (d) => (d.servers[0].variables.host.default = "b"),
      "server's host gained a value": (d) => d.servers[0].variables.host.enum.push("c"),
      "path added": (d) => (d.paths["/new"] = { get: operation() }),
      "title reworded": (d) => (d.info.title = "Other"),
    },
    expected: [
      "credentials-not-needed GET /inherits: Anyone may call it now, without credentials. It required `user`.",
      'default-changed servers / 0 / variables / host: `default` changed from "a" to "b". Clients that leave it out get something else.',
      'removal-announced the description: `old brownouts` changed from [["a","b"]] to [["c","b"]].',
      "scope-changed the description: `user` includes `repo` now: tokens that exist can do more.",
      "part-added GET /new: The operation was added.",
      'wider-request-or-narrower-response servers / 0 / variables / host: `enum` changed from ["a","b"] to ["a","b","c"].',
      'fact-changed the description: `old notice` changed from "http://a.test" to "http://b.test".',
      "limit-raised the description: `x-body-limit` changed from 100 to 200.",
      'wording-changed info: `title` changed from "Test" to "Other".',
    ],
  },
  {
    edits: {
      "an operation names what it inherited": (d) => (d.paths["/inherits"].get.security = [{ user: [] }]),
      "an operation inherits what it named": (d) => delete d.paths["/names"].get.security,
      "an operation opens itself": (d) => (d.paths["/gone"].get.security = []),
      "body limit forgotten": (d) => delete d["x-body-limit"],
      "removal moved": (d) => (d["x-timelines"].old.removal = "2019"),
      "timeline added": (d) => (d["x-timelines"].young = { removal: "2030" }),
      "scheme added": (d) => (d.components.securitySchemes.key = { type: "http", scheme: "bearer" }),
      "server's host lost a value": (d) => (d.servers[0].variables.host.enum = ["a"]),
    },
    expected: [
      "credentials-not-needed GET /gone: Anyone may call it now, without credentials. It required `user`.",
      'server-changed servers / 0 / variables / host: `enum` changed from ["a","b"] to ["a"]. Clients that use the lost value have no server.',
      'removal-announced the description: `old removal` changed from "2020" to "2019".',
      "unused-part-added components / securitySchemes / key: The security scheme was added.",
      "fact-changed the description: The timeline young was added.",
      "limit-raised the description: `x-body-limit` was removed; it was 100.",
    ],
  },
];

test.each(rounds.map(({ edits, expected }) => ({ names: Object.keys(edits).join(", "), edits, expected })))(
  "edits of the whole description: $names",
  async ({ edits, expected }) => {
    const inheriting = () => ({ get: { ...operation(), security: undefined } });
    const before = structuredClone({
      ...whole,
      security: [{ user: [] }],
      paths: { "/inherits": inheriting(), "/gone": inheriting(), "/names": { get: operation() } },
    });
    const after = structuredClone(before);
    for (const edit of Object.values(edits)) edit(after);
    const changes = await changesBetween(folderOf(before), folderOf(after));
    expect(changes.map(({ rule, where, what }) => `${rule} ${where}: ${what}`).toSorted()).toEqual(expected.toSorted());
  },
);

test("every extension of the description has a rule", () => {
  const found = new Set();
  /** @param {import("./description.js").Place} place @param {Description} description */
  const collect = (place, description) => {
    if (typeof place.value !== "object" || place.value === null) return;
    for (const key of Object.keys(place.value)) {
      const below = description.child(place, key);
      if (key.startsWith("x-")) found.add(key);
      else if (below) collect(below, description);
    }
  };
  const description = new Description(root);
  collect(description.root, description);
  expect([...found].toSorted()).toEqual(Object.keys(extensionRules).toSorted());
});
