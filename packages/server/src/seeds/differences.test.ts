import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../domain/store.js";
import { type Seed, seed } from "../index.js";
import { seedDifferences } from "./seed.js";

const stored: Seed = {
  users: [
    { login: "octocat", password: "a password", name: "The Octocat", otp_secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" },
    { login: "monalisa", password: "a password", emails: [{ email: "mona@a.example" }, { email: "mona@b.example" }] },
  ],
  applications: [
    { name: "CI", url: "https://ci.example/", client_id: "0123456789abcdef0123", client_secret: "5ec2".repeat(10) },
  ],
};
const [user, application] = [stored.users?.[0], stored.applications?.[0]] as [object, object];

describeEngines((engine) => {
  describe("a seed that was stored", () => {
    let database: Awaited<ReturnType<typeof engine.create>>;
    let store: Store;

    beforeEach(async () => {
      database = await engine.create();
      store = await database.open();
      await seed({ store, key: Buffer.alloc(32) }, stored);
    });
    afterEach(async () => {
      await store.close();
      await database.remove();
    });

    test.each([
      ["is equal", stored, []],
      ["has a new user", { users: [{ login: "hubot", password: "another one" }] }, []],
      [
        "leaves fields out",
        { users: [{ login: "OCTOCAT" }], applications: [{ name: "CI", url: "https://ci.example/" }] },
        [],
      ],
      [
        "has another password and name",
        { users: [{ ...user, password: "another one", name: "Mona" }] },
        [{ kind: "user", id: "octocat", fields: ["password", "name"] }],
      ],
      [
        "has the same addresses in other words, and a public one in place of one that is not",
        {
          users: [
            { login: "monalisa", emails: [{ email: "mona@a.example", primary: true }, { email: "mona@b.example" }] },
            { login: "octocat", email: "octocat@a.example" },
          ],
        },
        [{ kind: "user", id: "octocat", fields: ["email"] }],
      ],
      [
        "has an address that is primary now",
        { users: [{ login: "monalisa", emails: [{ email: "mona@b.example" }, { email: "mona@a.example" }] }] },
        [{ kind: "user", id: "monalisa", fields: ["emails"] }],
      ],
      [
        "has another client secret and URL",
        { applications: [{ ...application, client_secret: "0".repeat(40), url: "https://other.example/" }] },
        [{ kind: "application", id: "0123456789abcdef0123", fields: ["client_secret", "url"] }],
      ],
      [
        "makes a user an administrator, and switches two-factor authentication on",
        { users: [{ login: "monalisa", site_admin: true, otp_secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" }] },
        [{ kind: "user", id: "monalisa", fields: ["site_admin", "otp_secret"] }],
      ],
      [
        "has another secret of one-time codes, which is not compared",
        { users: [{ login: "octocat", site_admin: false, otp_secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" }] },
        [],
      ],
      [
        "has another name and type of an application",
        { applications: [{ ...application, name: "CD", type: "github" }] },
        [{ kind: "application", id: "0123456789abcdef0123", fields: ["name", "type"] }],
      ],
      [
        "names an application without its client id",
        { applications: [{ name: "CI", url: "https://other.example/", type: "oauth" }] },
        [{ kind: "application", id: "0123456789abcdef0123", fields: ["url"] }],
      ],
      ["has a new application", { applications: [{ name: "CD", url: "https://cd.example/" }] }, []],
      [
        "differs twice, in the order of the seed",
        {
          users: [
            { login: "monalisa", name: "Mona" },
            { login: "octocat", name: "Mona" },
          ],
          applications: [{ ...application, url: "https://other.example/" }],
        },
        [
          { kind: "user", id: "monalisa", fields: ["name"] },
          { kind: "user", id: "octocat", fields: ["name"] },
          { kind: "application", id: "0123456789abcdef0123", fields: ["url"] },
        ],
      ],
    ])("that %s", async (_, content, differences) => {
      expect(await seedDifferences(store, content as Seed)).toEqual(differences);
    });

    test.each([
      [50, ["password", "name"]],
      [51, ["name"]],
    ])("of %i users has the passwords compared of fifty at most", async (count, fields) => {
      const others = Array.from({ length: count - 1 }, (_, index) => ({ login: `user-${index}`, password: "p" }));
      const users = [{ ...user, password: "another one", name: "Mona" }, ...others] as Seed["users"];
      expect(await seedDifferences(store, { users: users ?? [] })).toEqual([{ kind: "user", id: "octocat", fields }]);
    });
  });
});
