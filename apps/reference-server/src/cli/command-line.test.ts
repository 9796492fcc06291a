import { describe, expect, test } from "vitest";
import { parseArguments } from "../options/option.js";
import { commands, helpFor, runCommandLine } from "./command-line.js";

const run = (...words: string[]) => runCommandLine(words, {});
const refused = (message: RegExp) => ({ name: "UsageError", message: expect.stringMatching(message) });

describe("the help", () => {
  test("names every command", () => {
    for (const { name, parameters, summary } of commands) {
      const usage = `  grantbook ${[name, ...parameters].join(" ")} `;
      expect(helpFor(undefined).split("\n")).toContainEqual(expect.stringMatching(new RegExp(`^${usage} *.`)));
      expect(helpFor(undefined)).toContain(summary);
    }
  });

  test("narrows the commands to those of the first word", () => {
    expect(helpFor(undefined, ["app"])).toMatch(/app add/);
    expect(helpFor(undefined, ["app"])).not.toMatch(/user add/);
  });

  test.each(commands)("of $name has a line for every option, with its variable and its default", (command) => {
    const lines = helpFor(command).split("\n");
    for (const [flag, option] of Object.values(command.options).flatMap((table) => Object.entries(table))) {
      const { environment = "", default: fallback, help, placeholder } = option;
      const line = lines.find((candidate) =>
        candidate.startsWith(`  --${flag}${placeholder ? ` ${placeholder}` : ""} `),
      );
      expect(line).toContain(environment);
      expect(line).toContain(help);
      expect(line?.endsWith(` [${fallback}]`)).toBe(fallback !== undefined);
    }
  });

  test.each(commands)("of $name has no variable and no flag twice", ({ options }) => {
    const entries = Object.values(options).flatMap((table) => Object.entries(table));
    const names = entries.flatMap(([flag, { environment }]) => (environment ? [flag, environment] : [flag]));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a command line is refused", () => {
  test.each([
    [[], /no command/],
    [["serv"], /unknown command serv;/],
    [["user"], /unknown command user;/],
    [["user", "ad", "hubot"], /unknown command user ad;/],
    [["user", "add"], /grantbook user add LOGIN: missing argument LOGIN;/],
    [["user", "add", "hubot", "secret-value"], /grantbook user add LOGIN: too many arguments;/],
    [["user", "add", "hubot", "--pasword", "secret-value"], /Unknown option '--pasword'/],
    [["token", "revoke", "--user", "octocat"], /--user and --id/],
    [["token", "revoke", "--id", "1", "--token-file", "-"], /--user and --id/],
    [["user", "add", "hubot", "--generate-password", "--password-file", "-"], /exclude each other/],
    [["serve", "--seed"], /--seed/],
    [["serve", "what"], /grantbook serve: too many arguments;/],
    [["serve", "--port", "70000"], /--port: 70000 is not a port/],
    [["serve", "--database", "mysql://secret-value"], /--database: this is not a database; use sqlite:FILE/],
    [["serve", "--trusted-proxy", "10.0.0.0/33"], /--trusted-proxy: 10\.0\.0\.0\/33 is not a network/],
    [["serve", "--metrics", "127.0.0.1"], /--metrics: 127\.0\.0\.1 is not an address with a port/],
    [["serve", "--log-level", "loud"], /--log-level: loud is not known; use error, warn, info, debug or silent/],
    [["serve", "--public-url", "hub.example"], /--public-url: the address must be http or https/],
    [["serve", "--public-url", "http://:secret-value@hub.example"], /--public-url: the address must be/],
    [["serve", "--sunset", "gone"], /--sunset: gone is not known; use available, brownout or removed/],
    [["serve", "--brownout", "2026-12-01T07:00Z"], /--brownout: 2026-12-01T07:00Z is not a period/],
    [["serve", "--removal", "2026-12-01T07:00"], /--removal: 2026-12-01T07:00 is not a time/],
    [["serve", "--host", ""], /--host: it is empty/],
    [["serve", "--failed-passwords", "0"], /--failed-passwords: it must be at least 1/],
    [["serve", "--rate-limit", "many"], /--rate-limit: many is not a whole number/],
    [
      ["user", "list", "--database", "sqlite:nowhere.db"],
      /there is no database nowhere.db; grantbook serve creates it/,
    ],
    [["user", "list", "--database", "sqlite::memory:"], /through its server; name its socket/],
    [["backup", "b.db", "--database", "postgres://me:secret-value@127.0.0.1:1/x"], /pg_dump/],
  ])("%j", async (words, message) => {
    await expect(run(...words)).rejects.toMatchObject(refused(message));
    await expect(run(...words)).rejects.not.toThrow(/secret-value/);
  });
});

describe("options", () => {
  const table = {
    count: { placeholder: "NUMBER", environment: "COUNT", default: "1", help: "", parse: Number },
    names: { placeholder: "NAME", environment: "NAMES", repeatable: true, help: "", parse: (text: string) => text },
    quiet: { help: "", parse: (text: string) => text === "true" },
  } as const;

  test("come from flags, then the environment, where an empty variable is none, then the defaults", () => {
    const read = (args: string[], environment: NodeJS.ProcessEnv) => parseArguments(table, args, environment).values;
    expect(read([], {})).toEqual({ count: 1, names: [], quiet: undefined });
    expect(read([], { COUNT: "2", NAMES: "a,b" })).toEqual({ count: 2, names: ["a", "b"], quiet: undefined });
    expect(read([], { COUNT: "" }).count).toBe(1);
    const flags = ["--count", "3", "--names", "c", "--quiet", "--names", "d"];
    expect(read(flags, { COUNT: "2", NAMES: "a" })).toEqual({ count: 3, names: ["c", "d"], quiet: true });
  });

  test("may stand before and behind parameters", () => {
    expect(parseArguments(table, ["--count", "3", "a", "--quiet", "b"], {}).parameters).toEqual(["a", "b"]);
  });
});
