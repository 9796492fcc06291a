import { chmodSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { passwordInFile } from "./pgpass.js";

// A thread cannot change the variable that names the home folder.
vi.mock("node:os", async (original) => ({ ...(await original<typeof import("node:os")>()), homedir: vi.fn() }));

let directory: string;
beforeEach(() => {
  directory = newFolder();
});

const login = { host: "db.example", port: 5432, database: "grantbook", user: "server" };

/** What is found in a file of these lines. */
function found(lines: string, { mode = 0o600, wanted = login } = {}): string | undefined {
  const file = join(directory, "passwords");
  writeFileSync(file, lines);
  chmodSync(file, mode);
  return passwordInFile(wanted, { PGPASSFILE: file });
}

describe("passwordInFile", () => {
  test.each([
    ["the line that names all", "db.example:5432:grantbook:server:right"],
    ["a line with stars", "*:*:*:server:right"],
    ["the first line that fits", "db.example:5433:*:*:wrong\n*:*:*:*:right\ndb.example:5432:grantbook:server:wrong"],
    ["a line behind comments and empty ones", "# *:*:*:*:wrong\n\n*:*:*:*:right\r\n"],
    ["a line behind one that is cut off", "db.example:5432:grantbook\n*:*:*:*:right"],
  ])("takes %s", (_, lines) => {
    expect(found(lines)).toBe("right");
  });

  test("takes a colon or a backslash behind a backslash as it is", () => {
    const wanted = { ...login, database: "a:b", user: "c\\d" };
    expect(found("*:*:a\\:b:c\\\\d:p\\:q\\\\", { wanted })).toBe("p:q\\");
  });

  test("takes localhost for a socket in the file system", () => {
    expect(found("localhost:*:*:*:right", { wanted: { ...login, host: "/run/postgresql" } })).toBe("right");
  });

  test.each([
    ["no line has the host", "other.example:*:*:*:wrong\n\n#*:*:*:*:wrong", 0o600],
    ["no line has the port", "*:5433:*:*:wrong", 0o600],
    ["no line has the database", "*:*:other:*:wrong", 0o600],
    ["no line has the user", "*:*:*:Server:wrong", 0o600],
    ["the group may read the file", "*:*:*:*:wrong", 0o640],
    ["others may read the file", "*:*:*:*:wrong", 0o604],
    ["others may write the file", "*:*:*:*:wrong", 0o602],
  ])("finds nothing where %s", (_, lines, mode) => {
    expect(found(lines, { mode })).toBeUndefined();
  });

  test("looks into .pgpass of the home folder where PGPASSFILE names no file", () => {
    writeFileSync(join(directory, ".pgpass"), "*:*:*:*:at home", { mode: 0o600 });
    vi.mocked(homedir).mockReturnValue(directory);
    expect([passwordInFile(login, {}), passwordInFile(login, { PGPASSFILE: "" })]).toEqual(["at home", "at home"]);
  });

  test("finds nothing where there is no file", () => {
    expect(passwordInFile(login, { PGPASSFILE: join(directory, "none") })).toBeUndefined();
  });
});
