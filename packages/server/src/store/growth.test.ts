// Counts the pages of the database that operations read, with few and with many tokens of one user and application.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, clients } from "@grantbook/test-kit/domain-fixture";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import * as authorizations from "../domain/authorizations.js";
import type { DomainContext } from "../domain/context.js";
import * as grants from "../domain/grants.js";
import type { User } from "../domain/model.js";
import type { Store } from "../domain/store.js";
import type { Driver, QueryFn } from "./driver.js";
import { migrate } from "./migrate.js";
import { openStore } from "./sql-store.js";
import { openSqliteDriver } from "./sqlite/driver.js";

const [few, many] = [2000, 20_000];
const user: User = { id: 1, login: "octocat", name: null, email: null, siteAdmin: false };
const { clientId, clientSecret } = clients.editor;
const perPage = 30;

type Operation = (domain: DomainContext, tokens: number) => Promise<unknown>;

const operations: Readonly<Record<string, Operation>> = {
  "create a token of the application": (domain) =>
    authorizations.create(domain, user, { clientId, clientSecret, fingerprint: "new", scopes: ["gist"] }),
  "create a personal token": (domain) => authorizations.create(domain, user, { note: "new", scopes: ["gist"] }),
  "get or create a token that exists": (domain) =>
    authorizations.getOrCreate(domain, user, clientId, clientSecret, { fingerprint: "f150" }),
  "get or create a token that does not exist": (domain) =>
    authorizations.getOrCreate(domain, user, clientId, clientSecret, { fingerprint: "newer" }),
  "update a token": (domain) => authorizations.update(domain, user, 151, { addScopes: ["user"] }),
  "delete a token": (domain) => authorizations.remove(domain, user, 150),
  "list the first page": (domain) => authorizations.list(domain, user, { page: 1, perPage }, undefined),
  "list the last page": (domain, tokens) =>
    authorizations.list(domain, user, { page: Math.ceil(tokens / perPage), perPage }, undefined),
  "list the first page of the application": (domain) =>
    authorizations.list(domain, user, { page: 1, perPage }, clientId),
  "list the last page of the application": (domain, tokens) =>
    authorizations.list(domain, user, { page: Math.ceil(tokens / perPage), perPage }, clientId),
  "list the tokens of the sign-in flows": ({ store }) => store.listFlowTokens(1, 1),
  "list the grants": (domain) => grants.list(domain, user, { page: 1, perPage }, undefined),
};

/** Stores one user, one application, their grant and so many tokens. */
async function fill(driver: Driver, tokens: number): Promise<void> {
  await driver.migrate(async (execute) => {
    await execute(
      "INSERT INTO users (id, login, site_admin, password_hash, created_at) VALUES (1, 'octocat', 0, '', 0)",
    );
    await execute(`INSERT INTO applications (id, client_id, name, url, type, created_at)
      VALUES (1, '${clientId}', 'Editor', 'https://a.example', 'oauth', 0)`);
    await execute(`INSERT INTO client_secrets (application_id, secret_hash, created_at)
      VALUES (1, '${hashSecret(clientSecret)}', 0)`);
    await execute(`INSERT INTO grants (user_id, application_id, scopes, created_at, updated_at)
      VALUES (1, 1, 'repo', 0, 0)`);
    await execute(`INSERT INTO authorizations
        (user_id, application_id, token_hash, token_last_eight, fingerprint, scopes, created_at, updated_at)
      WITH RECURSIVE tokens (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM tokens WHERE i < ${tokens})
      SELECT 1, 1, 'hash' || i, '12345678', 'f' || i, 'repo', 0, 0 FROM tokens`);
  });
}

/** Reads the bytes that this thread has read, pages of the database for the most part. */
const bytesRead = () => Number(/^rchar: (\d+)$/m.exec(readFileSync("/proc/thread-self/io", "utf8"))?.[1]);

/** Counts the pages of a statement, which is run. SQLite reads each page anew while its cache is empty. */
async function countReads(run: QueryFn, statement: Parameters<QueryFn>[0], parameters: readonly never[]) {
  const before = bytesRead();
  const rows = await run(statement as never, ...(parameters as never[]));
  return { rows, pages: Math.floor((bytesRead() - before) / 4096) };
}

interface Plan {
  readonly Plan: { readonly "Shared Hit Blocks": number; readonly "Shared Read Blocks": number };
}

/** Counts the pages of a statement by EXPLAIN, which runs it, takes that back and runs it once more. */
async function explainReads(run: QueryFn, statement: Parameters<QueryFn>[0], parameters: readonly never[]) {
  const simple = (name: string) => run({ name: `${name}-growth`, sql: name });
  await simple("SAVEPOINT growth");
  const sql = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement.sql}`;
  const [explained] = await run({ name: `explain-${statement.name}`, sql } as never, ...(parameters as never[]));
  await simple("ROLLBACK TO growth");
  const [plan] = JSON.parse((explained as unknown as { "QUERY PLAN": string })["QUERY PLAN"]) as Plan[];
  const pages = (plan?.Plan["Shared Hit Blocks"] ?? 0) + (plan?.Plan["Shared Read Blocks"] ?? 0);
  return { rows: await run(statement as never, ...(parameters as never[])), pages };
}

describeEngines((engine) => {
  const folder = newFolder();
  const databases = new Map<number, { driver: Driver; store: Store; pages: number }>();
  beforeAll(async () => {
    for (const tokens of [few, many]) databases.set(tokens, await openDatabase(tokens));
  });
  afterAll(async () => {
    for (const { driver } of databases.values()) await driver.close();
  });

  async function openDatabase(tokens: number) {
    const driver = await (engine.isShared ? engine.openDriver() : openSqliteDriver(join(folder, `${tokens}.db`)));
    await migrate(driver);
    await fill(driver, tokens);
    await driver.migrate((execute) => execute(engine.isShared ? "ANALYZE" : "PRAGMA cache_size = 0"));
    const database = { driver, store: undefined as unknown as Store, pages: 0 };
    const counting = (run: QueryFn): QueryFn =>
      (async (statement: Parameters<QueryFn>[0], ...parameters: never[]) => {
        const { rows, pages } = await (engine.isShared ? explainReads : countReads)(run, statement, parameters);
        database.pages += pages;
        return rows;
      }) as QueryFn;
    database.store = await openStore({
      dialect: driver.dialect,
      run: ((...parameters: Parameters<QueryFn>) =>
        driver.transaction(null, (run) => counting(run)(...parameters))) as QueryFn,
      transaction: (userId, work) => driver.transaction(userId, (run) => work(counting(run))),
      migrate: (work) => driver.migrate(work),
      close: () => driver.close(),
    });
    return database;
  }

  /** Counts the pages that an operation reads where there are so many tokens. */
  async function pagesOf(operation: Operation, tokens: number): Promise<number> {
    const database = assertDefined(databases.get(tokens));
    database.pages = 0;
    await operation({ store: database.store, now: () => new Date(1000) }, tokens);
    return database.pages;
  }

  test.each(Object.entries(operations))("to %s reads as many pages, however many tokens there are", async (_, run) => {
    const before = await pagesOf(run, few);
    expect(before).toBeGreaterThan(0);
    // A tree may be one level higher.
    expect(await pagesOf(run, many)).toBeLessThanOrEqual(1.5 * before + 4);
  });

  test("an operation that reads all tokens is noticed", async () => {
    const all: Operation = ({ store }) => store.deleteAuthorizations(1, 1);
    expect(await pagesOf(all, many)).toBeGreaterThan(4 * (await pagesOf(all, few)));
  });
});
