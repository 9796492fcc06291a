import { createServer, type Seed, type Store, seed } from "@grantbook/server";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SampleValues } from "./sample-values.js";

const key = Buffer.alloc(32);
const application = { client_id: "abcde12345fghij67890", client_secret: "3ef4".repeat(10) };
const demo: Seed = {
  users: ["octocat", "monalisa"].map((login) => ({ login, password: "demo-password" })),
  applications: [
    { name: "my github app", url: "http://my-github-app.com", ...application },
    { name: "my other app", url: "http://other.example", client_id: "Iv1.8a61f9b3a7aba766", type: "github" },
  ],
};

let store: Store;
let now: Date;
let samples: SampleValues;

beforeEach(async () => {
  now = new Date("2026-12-01T07:00:00Z");
  store = await openSqliteStore(":memory:");
  await seed({ store, key }, demo);
  samples = new SampleValues(demo, () => now);
});

afterEach(() => store.close());

/** Token of the sample of an operation. */
async function tokenOf(id: string): Promise<string> {
  return String((await samples.get({ store, key })).get(id)?.access_token);
}

/** Status that the application gets when it checks, or deletes, a token. */
async function statusOf(token: string, method = "POST"): Promise<number> {
  const publicUrl = "http://grantbook.test";
  const server = createServer({ store, key, publicUrl, now: () => now });
  const request = new Request(`${publicUrl}/api/v3/applications/${application.client_id}/token`, {
    method,
    headers: { authorization: basicAuth(application.client_id, application.client_secret) },
    body: JSON.stringify({ access_token: token }),
  });
  return (await server.fetch(request)).status;
}

test("tokens are stored on the first read, and no other", async () => {
  const [first, second] = await Promise.all([tokenOf("apps/check-token"), tokenOf("apps/check-token")]);
  expect(second).toBe(first);
  expect(await statusOf(first)).toBe(200);
  expect(await statusOf(first, "DELETE")).toBe(204);
  expect(await tokenOf("apps/check-token")).toBe(first);
  expect(await statusOf(first)).toBe(404);
});

test("each operation has a token of its own, so that no sample ends what another needs", async () => {
  const values = [...(await samples.get({ store, key })).values()];
  expect(values).toHaveLength(23);
  expect(new Set(values.map(({ access_token: token }) => token)).size).toBe(23);
});

test("a reset brings new tokens", async () => {
  const first = await tokenOf("apps/check-token");
  await store.clear();
  await seed({ store, key }, demo);
  samples.clear();
  const second = await tokenOf("apps/check-token");
  expect(second).not.toBe(first);
  expect(await statusOf(second)).toBe(200);
});

test("tokens are replaced before those of a GitHub App expire", async () => {
  const first = await tokenOf("apps/scope-token");
  now = new Date(+now + 4 * 3_600_000 - 1);
  expect(await tokenOf("apps/scope-token")).toBe(first);
  now = new Date(+now + 1);
  expect(await tokenOf("apps/scope-token")).not.toBe(first);
});

test("after a failure the next read tries again", async () => {
  const failing: Store = Object.create(store, {
    transaction: { value: () => Promise.reject(new Error("unavailable")) },
  });
  await expect(samples.get({ store: failing, key })).rejects.toThrow("unavailable");
  expect(await statusOf(await tokenOf("apps/check-token"))).toBe(200);
});
