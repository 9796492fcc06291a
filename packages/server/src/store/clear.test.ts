import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined } from "@grantbook/test-kit/domain-fixture";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../domain/store.js";
import type { Driver } from "./driver.js";
import { openStore } from "./sql-store.js";

const time = new Date("2026-01-02T03:04:00Z");

/** Tables of the server itself: versions, metadata, and what SQLite keeps of generated keys. */
const ofServer = ["migrations", "properties", "sqlite_sequence"];

describeEngines((engine) => {
  let driver: Driver;
  let store: Store;
  beforeEach(async () => {
    driver = await engine.openDriver();
    store = await openStore(driver);
  });
  afterEach(() => store.close());

  /** Stores a row in each table. Returns the ids of the user and the application. */
  async function fill(): Promise<readonly [userId: number, applicationId: number]> {
    const email = { email: "mona@a.example", primary: true, verified: true, visibility: "public" } as const;
    const user = { login: "mona", name: null, siteAdmin: false, passwordHash: "", sealedOtpSecret: null };
    const { id: userId } = assertDefined(await store.insertUser({ ...user, emails: [email], createdAt: time }));
    const application = { clientId: "editor", secretHash: "", name: "Editor", url: "", type: "oauth" } as const;
    const stored = await store.insertApplication({ ...application, expireUserTokens: false, createdAt: time });
    const { id: applicationId } = assertDefined(stored);
    await store.ensureGrant(userId, applicationId, time);
    const authorizationId = await store.insertAuthorization({
      ...{ userId, applicationId, tokenHash: "token", tokenLastEight: "", note: null, noteUrl: null },
      ...{ fingerprint: null, scopes: [], createdAt: time, expiresAt: null, installation: null },
    });
    const code = { userId, applicationId, scopes: [], createdAt: time, expiresAt: time, address: "192.0.2.1" };
    const session = { idHash: "session", signedIn: true, sudoUntil: time, userAgent: "" };
    await store.insertSession({ ...code, ...session }, 10);
    await store.replaceRecoveryCodes(userId, ["code"]);
    await store.insertAuthorizationCode({ ...code, codeHash: "code", redirectUri: null, challenge: null });
    await store.insertDeviceCode({ ...code, deviceHash: "device", userCodeHash: "user" });
    await store.insertRefreshToken({ ...code, tokenHash: "refresh", authorizationId, isOfDevice: false });
    await store.countFailedLogin("mona", time, time);
    return [userId, applicationId];
  }

  /** Names of the tables that have rows. */
  async function filledTables(): Promise<string[]> {
    const filled: string[] = [];
    for (const { name } of await driver.run<[], { name: string }>({ name: "all", sql: driver.dialect.listTables })) {
      const [row] = await driver.run({ name: `one of ${name}`, sql: `SELECT 1 AS one FROM ${name} LIMIT 1` });
      if (row && !ofServer.includes(name)) filled.push(name);
    }
    return filled.sort();
  }

  test("a store that is cleared has no row of a user or an application, and gives their ids anew", async () => {
    await store.insertMetadata("key-check", "sealed");
    const ids = await fill();
    expect(await filledTables()).toEqual([
      "applications",
      "authorization_codes",
      "authorizations",
      "client_secrets",
      "device_codes",
      "emails",
      "failed_logins",
      "grants",
      "list_totals",
      "recovery_codes",
      "refresh_tokens",
      "sessions",
      "users",
    ]);
    await store.clear();
    expect(await filledTables()).toEqual([]);
    expect(await store.metadata("key-check")).toBe("sealed");
    expect(await fill()).toEqual(ids);
  });
});
