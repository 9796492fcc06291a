import { engines } from "@grantbook/test-kit/engines";
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

for (const engine of engines) {
  describe.skipIf(engine.missing)(`a seed that was stored, on ${engine.name}`, () => {
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
    ])("that %s", async (_, content, differences) => {
      expect(await seedDifferences(store, content as Seed)).toEqual(differences);
    });
  });
}
