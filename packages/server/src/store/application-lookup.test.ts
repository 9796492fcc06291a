import { engines } from "@grantbook/test-kit/engines";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import { applicationWithSecret } from "../auth/sign-in.js";
import type { Driver } from "./driver.js";
import { migrate } from "./migrate.js";
import { openStore } from "./sql-store.js";
import { insertApplication, selectApplicationForSecret } from "./statements/applications.js";
import { selectCredentials } from "./statements/users.js";

const right = hashSecret("secret");

for (const engine of engines) {
  describe.skipIf(engine.missing)(engine.name, () => {
    let driver: Driver;
    beforeEach(async () => {
      driver = await engine.openDriver();
      await migrate(driver);
      await driver.run(
        insertApplication,
        "known",
        right,
        "Known",
        "https://a.example",
        null,
        "oauth",
        0,
        0,
        0,
        "ask",
        null,
      );
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
      expect(known).toMatchObject([{ client_id: "known", secret_hash: right }]);
      expect(unknown).toMatchObject([{ client_id: null, secret_hash: null }]);
    });

    test("rows of users are never kept: an unknown login costs a query, and a known one as well", async () => {
      for (const login of ["octocat", "nobody"]) {
        const rows = await driver.run(selectCredentials, login);
        expect(await driver.run(selectCredentials, login)).not.toBe(rows);
      }
    });

    test("an application is found by client id and the right secret", async () => {
      const store = await openStore(driver);
      await expect(applicationWithSecret(store, "known", "secret")).resolves.toMatchObject({ clientId: "known" });
      for (const [clientId, secret] of [
        ["known", "wrong"],
        ["known", ""],
        ["unknown", "secret"],
        ["", ""],
      ] as const) {
        await expect(applicationWithSecret(store, clientId, secret)).resolves.toBeUndefined();
      }
    });
  });
}
