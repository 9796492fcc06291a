import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../database/database.js";
import type { ServerSettings } from "../options/serve-options.js";
import type { Log } from "../runtime/log.js";
import { UsageError } from "../usage-error.js";
import { demoText } from "./demo.js";
import { readSeeds, storeSeeds, warnOfDifferences } from "./startup-seeds.js";

let folder: string;
let database: Database;
const warnings: unknown[] = [];
const log = { warn: (...warning: unknown[]) => warnings.push(warning) } as unknown as Log;

beforeEach(async () => {
  folder = newFolder();
  const store = await openSqliteStore(":memory:");
  database = { store, key: Buffer.alloc(32) } as unknown as Database;
  warnings.length = 0;
});
afterEach(() => database.store.close());

const read = (demo: boolean, yaml: string) => {
  writeFileSync(join(folder, "mine.yaml"), yaml);
  return readSeeds({ demo, host: "127.0.0.1", seed: join(folder, "mine.yaml") } as ServerSettings);
};

const mine = `
users:
  - { login: Octocat, password: my own password, name: Mine }
applications:
  - { name: Mine, url: https://mine.example/, client_id: abcde12345fghij67890, client_secret: ${"a1".repeat(20)} }
`;

describe("a seed file with entries of the demo", () => {
  test("wins over the demo, whose banner leaves them out", async () => {
    const seeds = await read(true, mine);
    await storeSeeds(database, seeds);
    expect((await database.store.credentials("octocat"))?.user).toMatchObject({ login: "Octocat", name: "Mine" });
    expect(await database.store.application("abcde12345fghij67890")).toMatchObject({ name: "Mine" });
    expect((await database.store.listUsers(0, 10)).map(({ user }) => user.login)).toEqual(["monalisa", "Octocat"]);
    const text = demoText(seeds.demo ?? {}, { api: "http://h/api/v3", switches: "http://h/_grantbook/" });
    expect(text).not.toMatch(/octocat|my own password|abcde12345fghij67890/i);
    expect(text).toContain("monalisa");
  });

  test("has the user whom an application of the demo belongs to, or the other way round", async () => {
    const users = "users: [{ login: octocat, password: my own password }]";
    const applications = "applications: [{ name: Mine, url: https://mine.example/, owner: monalisa }]";
    await storeSeeds(database, await read(true, `${users}\n${applications}`));
    const owned = async (login: string) => {
      const owner = await database.store.credentials(login);
      return (await database.store.listOwnedApplications(owner?.user.id ?? 0)).map(({ name }) => name);
    };
    expect(await owned("octocat")).toEqual(["my github app"]);
    expect(await owned("monalisa")).toEqual(["Mine"]);
  });

  test("is refused when the owner of an application is no user, and stores nothing", async () => {
    const seeds = await read(true, "applications: [{ name: Mine, url: https://mine.example/, owner: nobody }]");
    const problem = "the seed file: there is no user nobody, whom the application Mine names as its owner";
    await expect(storeSeeds(database, seeds)).rejects.toThrow(new UsageError(problem));
    expect(await database.store.listUsers(0, 1)).toEqual([]);
  });

  test("that differs from what is stored gives warnings with the commands that change it", async () => {
    await storeSeeds(database, await read(true, "users: []"));
    const seeds = await read(true, mine);
    await warnOfDifferences(database, seeds, log);
    const message = "the seed file differs from the stored value, which stays";
    const [id, rotate] = ["abcde12345fghij67890", "grantbook app rotate-secret abcde12345fghij67890"];
    expect(warnings).toEqual([
      [message, { user: "Octocat", differs: "password, name", command: "grantbook user passwd Octocat" }],
      [message, { application: id, differs: "client_secret, name, url", command: rotate }],
    ]);
  });

  test("that was stored as it is gives none", async () => {
    const seeds = await read(false, mine);
    await storeSeeds(database, seeds);
    await warnOfDifferences(database, seeds, log);
    expect(warnings).toEqual([]);
  });
});

test("the demo text is this screen", async () => {
  const { demo } = await read(true, "users: []");
  const addresses = { api: "http://127.0.0.1:3000/api/v3", switches: "http://127.0.0.1:3000/_grantbook/" };
  await expect(demoText(demo ?? {}, addresses)).toMatchFileSnapshot("screens/demo.txt");
});

test("a seed tells how many of its users are done", async () => {
  const seeds = await read(false, "users: [{ login: a, password: p }, { login: b, password: p }]");
  const told: number[][] = [];
  await storeSeeds(database, seeds, (...progress) => told.push(progress));
  expect(told).toEqual([
    [1, 2],
    [2, 2],
  ]);
});
