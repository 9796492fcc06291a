import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients, passwords, signInApplication, useDomain } from "@grantbook/test-kit/domain-fixture";
import { describe, expect, test } from "vitest";
import type { Queries } from "../domain/store.js";
import type { Seed, UserSeed } from "./format.js";
import { seed } from "./seed.js";
import { SeedError } from "./seed-error.js";

function withEmails(...emails: readonly string[]): Seed {
  return { users: [{ login: "monalisa", emails: emails.map((email) => ({ email })) }] };
}

describeEngines((engine) => {
  const book = useDomain(engine);

  describe("seed", () => {
    test("stores what is given, and returns nothing of it", async () => {
      const user = { login: "monalisa", password: "p", name: "Mona", email: "mona@a.example", site_admin: true };
      const application = {
        name: "Pager",
        url: "https://pager.example",
        client_id: "p".repeat(20),
        client_secret: "s",
      };
      await expect(seed(book, { users: [user], applications: [application] })).resolves.toEqual({
        passwords: [],
        applications: [],
      });
      await expect(book.signIn("monalisa", "p")).resolves.toMatchObject({
        login: "monalisa",
        name: "Mona",
        email: "mona@a.example",
        siteAdmin: true,
      });
      await expect(signInApplication(book, "p".repeat(20), "s")).resolves.toMatchObject({
        name: "Pager",
        url: "https://pager.example",
        type: "oauth",
      });
    });

    test.each([
      ["the one address, which is public", { email: "mona@a.example" }, [["mona@a.example", true, true, "public"]]],
      ["no address", { emails: [] }, []],
      [
        "the first address as the primary one when none says so",
        { emails: [{ email: "mona@a.example" }, { email: "mona@b.example", verified: false }] },
        [
          ["mona@a.example", true, true, "private"],
          ["mona@b.example", false, false, null],
        ],
      ],
      [
        "the address that says so as the primary one",
        { emails: [{ email: "mona@b.example" }, { email: "mona@a.example", primary: true, visibility: "public" }] },
        [
          ["mona@b.example", false, true, null],
          ["mona@a.example", true, true, "public"],
        ],
      ],
    ] as [string, Partial<UserSeed>, unknown[]][])("stores %s", async (_, given, stored) => {
      await seed(book, { users: [{ login: "monalisa", password: "p", ...given }] });
      const { user } = assertDefined(await book.store.credentials("monalisa"));
      const emails = await book.store.listEmails(user.id);
      expect(emails.map(({ email, primary, verified, visibility }) => [email, primary, verified, visibility])).toEqual(
        stored,
      );
      expect(user.email).toBe(JSON.stringify(stored).includes("public") ? "mona@a.example" : null);
    });

    test("returns what it generated, which is good to sign in with", async () => {
      const content = {
        users: [{ login: "monalisa" }],
        applications: [
          { name: "Pager", url: "https://pager.example" },
          { name: "Bot", url: "https://bot.example", type: "github" as const },
        ],
      };
      const result = await seed(book, content);
      const [user] = result.passwords;
      await expect(book.signIn("monalisa", assertDefined(user).password)).resolves.toMatchObject({
        login: "monalisa",
        siteAdmin: false,
      });
      expect(result.applications.map(({ client_id: id }) => id)).toEqual([
        expect.stringMatching(/^[0-9a-f]{20}$/),
        expect.stringMatching(/^Iv1\.[0-9a-f]{16}$/),
      ]);
      for (const { name, client_id: id, client_secret: secret } of result.applications) {
        await expect(signInApplication(book, id, assertDefined(secret))).resolves.toMatchObject({ name });
      }
    });

    test.each([
      ["the secret", { client_id: "p".repeat(20) }, { client_id: "p".repeat(20), client_secret: expect.any(String) }],
      ["the client id", { client_secret: "s" }, { client_id: expect.any(String) }],
    ])("returns an application of which it generated %s alone", async (_, given, returned) => {
      const result = await seed(book, { applications: [{ name: "Pager", url: "https://pager.example", ...given }] });
      expect(result.applications).toEqual([{ name: "Pager", ...returned }]);
    });

    test("changes nothing the second time, and returns nothing", async () => {
      const content = {
        users: [{ login: "monalisa" }],
        applications: [{ name: "Pager", url: "https://pager.example" }],
      };
      const first = await seed(book, content);
      await expect(seed(book, content)).resolves.toEqual({ passwords: [], applications: [] });
      const { password } = assertDefined(first.passwords[0]);
      await expect(book.signIn("monalisa", password)).resolves.toMatchObject({ login: "monalisa" });
    });

    test("leaves users and applications that are there as they are, whatever the seed says of them now", async () => {
      await seed(book, {
        users: [{ login: "OCTOCAT", password: "new", site_admin: true }],
        applications: [
          { name: "New", url: "https://new.example", client_id: clients.editor.clientId, client_secret: "new" },
        ],
      });
      await expect(book.signIn("octocat", passwords.octocat)).resolves.toEqual(book.octocat);
      await expect(book.store.application(clients.editor.clientId)).resolves.toEqual(book.editor);
    });

    test("may have applications of one name, each with a client id of its own", async () => {
      const url = "https://twin.example";
      const applications = ["a", "b"].map((letter) => ({ name: "Twin", url, client_id: letter.repeat(20) }));
      const { applications: generated } = await seed(book, { applications });
      expect(generated.map(({ client_id: id }) => id)).toEqual(["a".repeat(20), "b".repeat(20)]);
    });

    test("is stored whole or not at all", async () => {
      const failing = Object.assign(Object.create(book.store), {
        transaction: (work: (queries: Queries) => Promise<unknown>) =>
          book.store.transaction((queries) =>
            work(
              Object.assign(Object.create(queries), {
                insertApplication: () => Promise.reject(new Error("the disk is full")),
              }),
            ),
          ),
      });
      const content = { users: [{ login: "monalisa" }], applications: [{ name: "a", url: "http://a.example" }] };
      await expect(seed({ ...book, store: failing }, content)).rejects.toThrow("the disk is full");
      await expect(book.store.credentials("monalisa")).resolves.toBeUndefined();
      const { passwords: generated } = await seed(book, content);
      expect(generated).toHaveLength(1);
    });

    test("stores the seed of one-time codes sealed", async () => {
      const { sealedOtpSecret } = assertDefined(await book.store.credentials("hubot"));
      expect(Buffer.from(sealedOtpSecret ?? "", "base64").toString("latin1")).not.toContain("12345678901234567890");
      await expect(book.signIn("hubot", passwords.hubot, book.code())).resolves.toEqual(book.hubot);
    });

    test.each([
      ["users[0].otp_secret", { users: [{ login: "monalisa", otp_secret: "not base 32!" }] }],
      ["users[0].otp_secret", { users: [{ login: "monalisa", otp_secret: "GEZDGNBV" }] }],
      ["users[1].login", { users: [{ login: "monalisa" }, { login: "with space" }] }],
      ["users[1].login", { users: [{ login: "monalisa" }, { login: "a:colon" }] }],
      ["users[0].name", { users: [{ login: "monalisa", name: "a\0b" }] }],
      ["users[0].password", { users: [{ login: "monalisa", password: "a\0b" }] }],
      ["applications[0].url", { users: [{ login: "monalisa" }], applications: [{ name: "a", url: "no address" }] }],
      ["applications[0].client_secret", { applications: [{ name: "a", url: "http://a.example", client_secret: "" }] }],
      [
        "applications[0].client_id",
        { applications: [{ name: "a", url: "http://a.example", client_id: "0".repeat(20) }] },
      ],
      ["users[0].name", { users: [{ login: "monalisa", name: "\ud800" }] }],
      ["users[0].email must be an e-mail address", { users: [{ login: "monalisa", email: "mona" }] }],
      ["users[0].emails[1].email must be an e-mail address", withEmails("a@a.example", "a@b c")],
      ["users[0].emails must not have the same email twice", withEmails("a@a.example", "b@a.example", "A@a.example")],
      ["users[0].emails must have at most 10 items", withEmails(...Array.from("abcdefghijk", (a) => `${a}@a.example`))],
      [
        "users[0] must have email or emails, not both",
        { users: [{ login: "monalisa", email: "a@a.example", emails: [{ email: "b@a.example" }] }] },
      ],
      [
        "users[0].emails must have one primary address",
        {
          users: [
            {
              login: "monalisa",
              emails: ["a@a.example", "b@a.example"].map((email) => ({ email, primary: true })),
            },
          ],
        },
      ],
      [
        "users[0].emails[0] must have primary: true next to visibility; other addresses have none",
        { users: [{ login: "monalisa", emails: [{ email: "a@a.example", visibility: "public" as const }] }] },
      ],
      ["users[1].login is the same as users[0].login", { users: [{ login: "monalisa" }, { login: "MonaLisa" }] }],
      [
        "applications[1].client_id is the same as applications[0].client_id",
        {
          users: [{ login: "monalisa" }],
          applications: [
            { name: "a", url: "http://a.example", client_id: "a".repeat(20) },
            { name: "b", url: "http://b.example", client_id: "a".repeat(20) },
          ],
        },
      ],
      [
        "applications[1].name is the same as applications[0].name; give each of them a client_id",
        {
          users: [{ login: "monalisa" }],
          applications: [
            { name: "a", url: "http://a.example", client_id: "a".repeat(20) },
            { name: "a", url: "http://a.example" },
          ],
        },
      ],
      [
        "there is no user nobody, whom the application a names as its owner",
        { users: [{ login: "monalisa" }], applications: [{ name: "a", url: "http://a.example", owner: "nobody" }] },
      ],
      ...["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "http://", "http://a b"].map(
        (url): [string, Seed] => [
          "applications[0].url must be an http or https address",
          { users: [{ login: "monalisa" }], applications: [{ name: "a", url }] },
        ],
      ),
      [
        "applications[0].callback_url must be an http or https address",
        { applications: [{ name: "a", url: "http://a.example", callback_url: "javascript:alert(1)" }] },
      ],
    ])("refuses a value that a server could not work with, and stores nothing: %s", async (place, content) => {
      await expect(seed(book, content)).rejects.toThrow(SeedError);
      await expect(seed(book, content)).rejects.toThrow(place);
      await expect(book.store.credentials("monalisa")).resolves.toBeUndefined();
    });
  });
});
