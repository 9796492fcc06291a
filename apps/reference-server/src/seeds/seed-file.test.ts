import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { beforeEach, describe, expect, test } from "vitest";
import { readSeedFile } from "./seed-file.js";

let folder: string;
beforeEach(() => {
  folder = newFolder();
});

const application = (url: string) => `applications:\n  - name: CI\n    url: ${url}\n`;

describe("a seed file", () => {
  test.each([
    ["users:\n  - login: alice\n  - login: Alice\n", "users[1].login is the same as users[0].login"],
    [
      `${application("https://ci.example/")}  - name: CI\n    url: https://ci.example/\n`,
      "applications[1].name is the same as applications[0].name; give each of them a client_id",
    ],
    [Buffer.from("users:\n  - login: alice\n    name: Andr\xe9\n", "latin1"), "it is not UTF-8"],
    ['users:\n  - login: alice\n    name: "\\uD800"\n', "users[0].name must not contain U+0000 or unpaired surrogates"],
    ['users:\n  - login: alice\n    name: "\\0"\n', "users[0].name must not contain U+0000 or unpaired surrogates"],
    [application("javascript:alert(1)"), "applications[0].url must be an http or https address"],
    [
      `${application("https://ci.example/")}    callback_url: "javascript:alert(1)"\n`,
      "applications[0].callback_url must be an http or https address",
    ],
    ["", "it is empty"],
    ["# nothing but a comment\n", "it is empty"],
    ["- login: alice\n", "the seed must be an object"],
    ["alice", "the seed must be an object"],
    [" ".repeat(1024 * 1024 + 1), "it has more than 1048576 bytes"],
    [`users: ${"[".repeat(200_000)}`, "it is nested too deeply"],
    [`users: ${"[".repeat(200_000)}${"]".repeat(200_000)}`, "it is nested too deeply"],
    ["- ".repeat(200_000), "it is nested too deeply"],
    [Array.from({ length: 5000 }, (_, index) => `a${index}: 1`).join("\n"), "it has more than 1000 keys"],
    ["!!a ".repeat(100_000), "it has more than 1000 keys, tags or anchors"],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${"*a,".repeat(9)}]\nc: &c [${"*b,".repeat(9)}]\nd: [${"*c,".repeat(9)}]\n`,
      "its aliases expand to too much",
    ],
    ["users: &a [*a]\n", "users[0] must be an object"],
    ["users: []\n---\nusers: []\n", "Source contains multiple documents"],
  ])("is refused with file and reason: %#", async (content, reason) => {
    const file = join(folder, "my.yaml");
    writeFileSync(file, content);
    await expect(readSeedFile(file)).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringMatching(new RegExp(`^the seed file ${file}: [^\\n]+$`)),
    });
    await expect(readSeedFile(file)).rejects.toThrow(`the seed file ${file}: ${reason}`);
  });

  test("may not be a folder, a pipe or a device", async () => {
    const directory = join(folder, "directory");
    mkdirSync(directory);
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const file of ["/dev/zero", "/dev/null", directory, pipe]) {
      await expect(readSeedFile(file)).rejects.toThrow(`the seed file ${file}: it is not a regular file`);
    }
    await expect(readSeedFile(join(folder, "none"))).rejects.toThrow(/^there is no seed file .*none$/);
  });

  test("may have thousands of users", async () => {
    const users = Array.from({ length: 3000 }, (_, index) => `  - login: user-${index}\n    name: User ${index}\n`);
    const file = join(folder, "many.yaml");
    writeFileSync(file, `users:\n${users.join("")}`);
    expect((await readSeedFile(file)).users).toHaveLength(3000);
  });
});
