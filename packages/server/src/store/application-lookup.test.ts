import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { applicationWithSecret } from "../auth/sign-in.js";
import { type Store, StoreUnavailableError } from "../domain/store.js";
import { check as checkToken } from "../domain/tokens.js";
import type { Driver } from "./driver.js";
import { openStore } from "./sql-store.js";
import { selectApplicationForSecret } from "./statements/applications.js";
import { selectCredentials } from "./statements/users.js";

const right = hashSecret("secret");
const application = {
  name: "App",
  url: "https://a.example",
  type: "oauth",
  expireUserTokens: false,
  createdAt: new Date(0),
} as const;

let time: Date;
const now = () => time;

describeEngines((engine) => {
  let driver: Driver;
  let store: Store;
  beforeEach(async () => {
    time = new Date("2026-01-02T03:04:00Z");
    driver = await engine.openDriver();
    store = await openStore(driver);
    await store.insertApplication({ ...application, clientId: "known", secretHash: right });
  });
  afterEach(() => driver.close());

  /** Whether the second of two equal lookups needs no query. */
  async function isCached(clientId: string, secretHash: string): Promise<boolean> {
    const rows = await driver.run(selectApplicationForSecret, clientId, secretHash);
    return (await driver.run(selectApplicationForSecret, clientId, secretHash)) === rows;
  }

  test("rows are kept for the right secret alone: a wrong one costs a query, as an unknown client id does", async () => {
    expect(await isCached("known", right)).toBe(!engine.isShared);
    expect(await isCached("known", hashSecret("wrong"))).toBe(false);
    expect(await isCached("unknown", right)).toBe(false);
  });

  test("an unknown client id costs a row, as a wrong secret does", async () => {
    const lookups = ["known", "unknown"].map((clientId) =>
      driver.run(selectApplicationForSecret, clientId, hashSecret("wrong")),
    );
    const [known, unknown] = await Promise.all(lookups);
    expect(known).toMatchObject([{ client_id: "known", secret_id: null, secret_hash: null }]);
    expect(unknown).toMatchObject([{ client_id: null, secret_id: null, secret_hash: null }]);
  });

  test("rows of users are never kept: an unknown login costs a query, and a known one as well", async () => {
    for (const login of ["octocat", "nobody"]) {
      const rows = await driver.run(selectCredentials, login);
      expect(await driver.run(selectCredentials, login)).not.toBe(rows);
    }
  });

  test("an application is found by client id and any of its own secrets", async () => {
    await store.insertApplication({ ...application, clientId: "other", secretHash: hashSecret("other's") });
    const found = (clientId: string, secret: string) => applicationWithSecret({ store, now }, clientId, secret);
    const { id } = (await found("known", "secret")) ?? { id: 0 };
    await store.insertClientSecret(id, { hash: hashSecret("second"), createdAt: now() });
    for (const secret of ["secret", "second"]) {
      await expect(found("known", secret)).resolves.toMatchObject({ id, clientId: "known" });
    }
    for (const [clientId, secret] of [
      ["known", "wrong"],
      ["known", ""],
      ["known", "other's"],
      ["other", "second"],
      ["unknown", "secret"],
      ["", ""],
    ] as const) {
      await expect(found(clientId, secret)).resolves.toBeUndefined();
    }
  });

  describe("a check of a token", () => {
    /** Names of the statements that were run outside transactions. */
    let statements: string[];
    let check: () => Promise<unknown>;
    beforeEach(async () => {
      statements = [];
      const counting: Driver = {
        dialect: driver.dialect,
        run: (statement, ...parameters) => {
          statements.push(statement.name);
          return driver.run(statement, ...parameters);
        },
        transaction: (userId, work) => driver.transaction(userId, work),
        migrate: (work) => driver.migrate(work),
        close: () => driver.close(),
      };
      const counted = await openStore(counting);
      check = async () => {
        statements.length = 0;
        const known = await applicationWithSecret({ store: counted, now }, "known", "secret");
        if (!known) throw new Error("The secret is right.");
        await expect(checkToken({ store: counted, now }, known, "token")).rejects.toMatchObject({ name: "Refusal" });
        return statements;
      };
    });

    test("runs two statements, and one more each hour, to record the use of the secret", async () => {
      const usual = ["select-application-for-secret", "select-token"];
      const recording = ["select-application-for-secret", "touch-client-secret", "select-token"];
      expect(await check()).toEqual(recording);
      expect(await check()).toEqual(usual);
      time = new Date(+time + 3_599_999);
      expect(await check()).toEqual(usual);
      time = new Date(+time + 1);
      expect(await check()).toEqual(recording);
      const { id = 0 } = (await store.application("known")) ?? {};
      expect((await store.listClientSecrets(id)).map(({ lastUsedAt }) => lastUsedAt)).toEqual([time]);
    });

    test("succeeds while the use cannot be recorded", async () => {
      const failing = {
        ...store,
        touchClientSecret: () => Promise.reject(new StoreUnavailableError(new Error("disk full"))),
      };
      await expect(applicationWithSecret({ store: failing, now }, "known", "secret")).resolves.toBeDefined();
    });
  });
});
