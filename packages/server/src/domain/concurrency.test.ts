import { describeEngines } from "@grantbook/test-kit/describe-engines";
import {
  assertDefined,
  clients,
  createDomain,
  passwords,
  refusal,
  signInUser,
  type TestDomain,
} from "@grantbook/test-kit/domain-fixture";
import { type Engine, engineVariants } from "@grantbook/test-kit/engines";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LoginThrottle } from "../auth/login-throttle.js";
import { Passwords } from "../auth/passwords.js";
import type { SignInServices } from "../auth/sign-in.js";
import { storeSeed } from "../seeds/storage.js";
import * as authorizations from "./authorizations.js";
import * as grants from "./grants.js";
import type { Authorization } from "./model.js";
import { Refusal } from "./refusal.js";
import type { Store } from "./store.js";
import * as tokens from "./tokens.js";

/** Rounds of what two callers do at the same moment: who comes first is not ours to say. */
const rounds = 25;

type Outcome<T> = { readonly value: T } | { readonly refused: string };

/** What came of calls at the same moment. Anything but a refusal fails the test. */
async function outcomes<T>(calls: readonly Promise<T>[]): Promise<Outcome<T>[]> {
  const results = await Promise.allSettled(calls);
  return results.map((result) => {
    if (result.status === "fulfilled") return { value: result.value };
    if (!(result.reason instanceof Refusal)) throw result.reason;
    const { code } = result.reason.reason as { readonly code: string };
    return { refused: code };
  });
}

const passed = <T>(all: readonly Outcome<T>[]) => all.flatMap((it) => ("value" in it ? [it.value] : []));
const refusals = (all: readonly Outcome<unknown>[]) => all.flatMap((it) => ("refused" in it ? [it.refused] : []));

/** Two servers on one database, as far as the rules go; on an engine that is not shared, one server twice. */
interface Servers {
  readonly books: readonly [TestDomain, TestDomain];
  close(): Promise<void>;
}

async function openServers(engine: Engine): Promise<Servers> {
  const book = await createDomain(engine);
  if (!engine.isShared) return { books: [book, book], close: () => book.store.close() };
  const store = await book.database.open();
  const { now } = book;
  const services = { passwords: new Passwords(now), loginThrottle: new LoginThrottle(store, now) };
  return {
    books: [book, { ...book, ...services, store }],
    async close() {
      await store.close();
      await book.store.close();
    },
  };
}

describeEngines((engine) => {
  describe("at the same moment", () => {
    let servers: Servers;
    let book: TestDomain;
    let other: TestDomain;
    beforeEach(async () => {
      servers = await openServers(engine);
      [book, other] = servers.books;
    });
    afterEach(() => servers.close());

    const { clientId, clientSecret } = clients.editor;
    const stored = async () =>
      (await authorizations.list(book, book.octocat, { page: 1, perPage: 100 }, undefined)).items;
    /** So many calls, turn and turn about to both servers. */
    const many = <T>(times: number, call: (server: TestDomain, index: number) => Promise<T>) =>
      outcomes(Array.from({ length: times }, (_, index) => call(index % 2 === 0 ? book : other, index)));

    test.each([undefined, "f"])(
      "100 who get or create make one token, with the fingerprint %j",
      async (fingerprint) => {
        const all = passed(
          await many(100, (server) =>
            authorizations.getOrCreate(server, book.octocat, clientId, clientSecret, { fingerprint, scopes: ["gist"] }),
          ),
        );
        expect(all).toHaveLength(100);
        expect(all.filter(({ token }) => token !== undefined)).toHaveLength(1);
        expect(await stored()).toEqual([all[0]?.authorization]);
        expect(new Set(all.map(({ authorization }) => authorization.id)).size).toBe(1);
      },
    );

    test("30 who create with one note make one token, and the others learn why", async () => {
      const all = await many(30, (server) => authorizations.create(server, book.octocat, { note: "a note" }));
      expect(passed(all)).toHaveLength(1);
      expect(refusals(all)).toEqual(Array(29).fill("values-refused"));
      expect(await stored()).toHaveLength(1);
    });

    test("100 who sign in with one one-time code: one gets in", async () => {
      const login = { login: "hubot", password: passwords.hubot, code: book.code(), address: "" };
      const all = await many(100, (server) => signInUser(server as SignInServices, login));
      expect(passed(all)).toEqual([book.hubot]);
      expect(refusals(all)).toEqual(Array(99).fill("one-time-code-needed"));
    });

    test("guesses are counted for both servers", async () => {
      const guess = { login: "octocat", password: "wrong", code: undefined, address: "" };
      const all = await many(60, (server) => signInUser(server, guess));
      // At the same moment each server may have as many looked at as may fail; after that nobody lets one pass.
      const seen = refusals(all).filter((code) => code === "credentials-wrong").length;
      expect(seen).toBeGreaterThanOrEqual(10);
      expect(seen).toBeLessThanOrEqual(engine.isShared ? 20 : 10);
      for (const server of servers.books) {
        const right = signInUser(server, { ...guess, password: passwords.octocat });
        await expect(right).rejects.toMatchObject(refusal("too-many-attempts"));
      }
    });

    test.each([
      ["a personal token", { note: "a note" }],
      ["an application's token", clients.editor],
    ])("changes of %s all last", async (_, request) => {
      const { authorization } = await authorizations.create(book, book.octocat, request);
      const all = ["repo", "user", "gist", "workflow", "notifications", "project", "admin:org", "delete_repo"];
      const changed = await many(all.length, (server, index) =>
        authorizations.update(server, book.octocat, authorization.id, { addScopes: all.slice(index, index + 1) }),
      );
      expect(passed(changed)).toHaveLength(all.length);
      const { scopes } = await authorizations.get(book, book.octocat, authorization.id);
      expect([...scopes].sort()).toEqual([...all].sort());
    });

    test.each([
      ["a personal token", { note: "before" }],
      ["an application's token", { ...clients.editor, note: "before" }],
    ])("of changes to %s on one condition one passes", async (_, request) => {
      const { authorization } = await authorizations.create(book, book.octocat, request);
      const unchanged = ({ note }: Authorization) => {
        if (note !== "before") throw new Refusal({ code: "not-a-github-app" });
      };
      const all = await many<unknown>(20, (server, index) =>
        index % 5 === 4
          ? authorizations.remove(server, book.octocat, authorization.id, unchanged)
          : authorizations.update(server, book.octocat, authorization.id, { note: `after ${index}` }, unchanged),
      );
      expect(passed(all)).toHaveLength(1);
    });

    test("one of 20 deletions does it, of a token and of a grant", async () => {
      const { authorization } = await authorizations.create(book, book.octocat, clients.editor);
      const deleted = await many(20, (server) => authorizations.remove(server, book.octocat, authorization.id));
      expect([passed(deleted).length, new Set(refusals(deleted))]).toEqual([1, new Set(["not-found"])]);
      const { id } = assertDefined(await book.store.grantOf(book.octocat.id, book.editor.id));
      const grant = await many(20, (server) => grants.remove(server, book.octocat, id));
      expect([passed(grant).length, new Set(refusals(grant))]).toEqual([1, new Set(["not-found"])]);
    });

    test("one of 20 resets does it, and its token alone is good", async () => {
      const { token = "" } = await authorizations.create(book, book.octocat, clients.editor);
      const all = await many(20, (server) => tokens.reset(server, book.editor, token));
      expect(refusals(all)).toEqual(Array(19).fill("not-found"));
      const [reset] = passed(all);
      await expect(tokens.check(other, book.editor, reset?.token ?? "")).resolves.toBeDefined();
      await expect(tokens.check(book, book.editor, token)).rejects.toMatchObject(refusal("not-found"));
    });

    /** Two things done to a new token at the same moment, by the two servers, again and again. */
    async function together<A, B>(
      request: Parameters<typeof authorizations.create>[2],
      one: (server: TestDomain, made: { id: number; token: string }) => Promise<A>,
      two: (server: TestDomain, made: { id: number; token: string }) => Promise<B>,
      look: (first: Outcome<A>, second: Outcome<B>, made: { id: number; token: string }) => Promise<void>,
    ): Promise<void> {
      for (let round = 0; round < rounds; round += 1) {
        const { authorization, token = "" } = await authorizations.create(book, book.octocat, request);
        const made = { id: authorization.id, token };
        const calls: Promise<A | B>[] =
          round % 2 === 0 ? [one(book, made), two(other, made)] : [two(other, made), one(book, made)].reverse();
        const [first, second] = await outcomes(calls);
        await look(first as Outcome<A>, second as Outcome<B>, made);
        for (const { id } of await stored()) await authorizations.remove(book, book.octocat, id);
      }
    }
    const isGood = (token: string, application = book.editor) =>
      tokens.check(other, application, token).then(
        () => true,
        () => false,
      );

    test("a reset and the deletion of the token: where both are done, the reset came first or the token is dead", async () => {
      await together(
        clients.editor,
        (server, { token }) => tokens.reset(server, book.editor, token),
        (server, { token }) => tokens.revoke(server, book.editor, token),
        async (reset, revoked, { token }) => {
          // By the token's text: the first one leaves nothing for the other.
          expect(refusals([reset, revoked])).toEqual(["not-found"]);
          expect(await isGood(token)).toBe(false);
          if ("value" in reset) expect(await isGood(reset.value.token)).toBe(true);
        },
      );
    });

    test("a change and the deletion of a token: it is gone, and the grant has the scopes of what is left", async () => {
      await together(
        { ...clients.editor, scopes: ["gist"] },
        (server, { id }) => authorizations.update(server, book.octocat, id, { addScopes: ["repo"] }),
        (server, { id }) => authorizations.remove(server, book.octocat, id),
        async (changed, removed) => {
          expect(removed).toHaveProperty("value");
          expect(await stored()).toEqual([]);
          const { scopes } = assertDefined(await book.store.grantOf(book.octocat.id, book.editor.id));
          expect(scopes).toEqual("value" in changed ? ["gist", "repo"] : ["gist"]);
        },
      );
    });

    test("a scoped token is not made of one whose grant is being deleted", async () => {
      await together(
        clients.robot,
        (server, { token }) => tokens.createScopedToken(server, book.robot, { token, target: "hubot" }),
        (server, { token }) => tokens.revokeGrant(server, book.robot, token),
        async (scoped, revoked) => {
          expect(revoked).toHaveProperty("value");
          if ("value" in scoped) expect(await isGood(scoped.value.token, book.robot)).toBe(false);
          expect(await stored()).toEqual([]);
          await expect(book.store.grantOf(book.octocat.id, book.robot.id)).resolves.toBeUndefined();
        },
      );
    });

    test("a token and its grant are there together, or neither, when a grant is deleted while a token is made", async () => {
      await together(
        clients.editor,
        (server) => authorizations.create(server, book.octocat, { ...clients.editor, fingerprint: "f" }),
        async (server) => {
          const { id } = assertDefined(await server.store.grantOf(book.octocat.id, book.editor.id));
          await grants.remove(server, book.octocat, id);
        },
        async () => {
          const grant = await book.store.grantOf(book.octocat.id, book.editor.id);
          expect((await stored()).length).toBe(grant ? 1 : 0);
        },
      );
    });

    test("an application that is deleted while tokens are made of it leaves nothing behind", async () => {
      const remove = (store: Store) => store.transaction((queries) => queries.deleteApplication(book.editor.id));
      const all = await many(21, async (server, index) => {
        if (index === 10) return void (await remove(server.store));
        await authorizations.create(server, index % 3 === 0 ? book.hubot : book.octocat, {
          ...clients.editor,
          fingerprint: `${index}`,
        });
      });
      expect(new Set([...refusals(all), "application-unknown"])).toEqual(new Set(["application-unknown"]));
      expect(await stored()).toEqual([]);
      await expect(book.store.application(clientId)).resolves.toBeUndefined();
    });

    test("one seed on two servers makes one application of a name, and one user", async () => {
      const seed = { users: [{ login: "monalisa" }], applications: [{ name: "Pager", url: "https://pager.example" }] };
      const results = await Promise.all(servers.books.map((server) => storeSeed(server, seed)));
      expect(results.flatMap(({ applications }) => applications)).toHaveLength(1);
      expect(results.flatMap(({ passwords: generated }) => generated)).toHaveLength(1);
      const [generated] = results.flatMap(({ passwords: generated }) => generated);
      await expect(book.signIn("monalisa", generated?.password ?? "")).resolves.toMatchObject({ login: "monalisa" });
    });
  });
}, engineVariants);
