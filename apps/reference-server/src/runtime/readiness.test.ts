import { renameSync } from "node:fs";
import { join } from "node:path";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { failuresIn, useServerProcess } from "@grantbook/test-kit/server-process";
import { expect, test } from "vitest";

const { folder, start } = useServerProcess();

const octocat = { authorization: basicAuth("octocat", "demo-password") };

test("a database file that was moved away is noticed, told in one line, and answered with 503 until it is back", async () => {
  const server = start(["serve", "--demo", "--port", "0"]);
  const address = await server.listening();
  const file = join(folder.path, "data/grantbook.db");
  const ready = async () => (await fetch(`${address}/ready`)).status;
  const create = async () => {
    const answer = await fetch(`${address}/api/v3/authorizations`, {
      method: "POST",
      headers: octocat,
      body: '{"note":"n"}',
    });
    return answer.status;
  };
  expect(await ready()).toBe(200);
  renameSync(file, `${file}.away`);
  await expect.poll(ready).toBe(503);
  for (let index = 0; index < 20; index += 1) expect(await create()).toBe(503);
  renameSync(`${file}.away`, file);
  await expect.poll(() => server.output.stderr).toContain('"the database can be used again"');
  expect(await ready()).toBe(200);
  expect(await create()).toBe(201);
  const [begin, ...others] = failuresIn(server);
  expect(others).toEqual([]);
  expect(JSON.parse(begin ?? "")).toMatchObject({
    level: "error",
    message: "the database cannot be used",
    error: expect.stringMatching(/^the database file .*grantbook\.db was removed while it was in use/),
  });
});
