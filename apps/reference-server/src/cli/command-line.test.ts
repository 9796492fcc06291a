import { describe, expect, test } from "vitest";
import { parseArguments } from "../options/option.js";
import { terminalWidth } from "../options/wrap.js";
import { runCommandLine } from "./command-line.js";
import { commands } from "./commands.js";
import { helpFor } from "./help.js";

const run = (...words: string[]) => runCommandLine(words, {});
const refused = (message: RegExp) => ({ name: "UsageError", message: expect.stringMatching(message) });

describe("the help", () => {
  test("names every command", () => {
    const lines = helpFor(undefined, [], 1000)
      .replaceAll(/\n {3,}/g, "  ")
      .split("\n");
    for (const { name, parameters, summary } of commands) {
      const usage = [name, ...parameters].join(" ");
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^ {2}${usage} {2,}\\S`)));
      expect(lines).toContainEqual(expect.stringContaining(`  ${summary}`));
    }
  });

  test("narrows the commands to those of the first word", () => {
    expect(helpFor(undefined, ["app"])).toMatch(/app add/);
    expect(helpFor(undefined, ["app"])).not.toMatch(/user add/);
  });

  test.each(commands)("of $name has a line for every option, with its variable and its default", (command) => {
    const help = helpFor(command, [], 1000).replaceAll(/\n {3,}/g, "  ");
    for (const [flag, option] of Object.values(command.options).flatMap((table) => Object.entries(table))) {
      const { environment, default: fallback, help: text, placeholder } = option;
      const line = help
        .split("\n")
        .find((candidate) => candidate.startsWith(`  --${flag}${placeholder ? ` ${placeholder}` : ""}  `));
      const facts = [environment && `env ${environment}`, fallback && `default ${fallback}`].filter(Boolean).join(", ");
      expect(line?.endsWith(`  ${text}${facts ? ` [${facts}]` : ""}`)).toBe(true);
    }
  });

  test.each(commands)("of $name fits into every width from 70 columns", (command) => {
    for (const width of [70, 80, 120]) {
      for (const line of helpFor(command, [], width).split("\n")) {
        expect(line.length).toBeLessThanOrEqual(width);
      }
    }
  });

  test("is as wide as COLUMNS, or as 80 characters where there is no terminal", () => {
    expect(terminalWidth({ COLUMNS: "100" })).toBe(100);
    expect(terminalWidth({ COLUMNS: "7" })).toBe(40);
    expect(terminalWidth({ COLUMNS: "wide" })).toBe(process.stdout.columns || 80);
  });

  test.each([
    ["all", undefined, []],
    ["user", undefined, ["user"]],
    ["serve", commands.find(({ name }) => name === "serve"), []],
    ["user-add", commands.find(({ name }) => name === "user add"), []],
  ] as const)("is this screen of 80 columns: %s", async (name, command, words) => {
    await expect(helpFor(command, words, 80)).toMatchFileSnapshot(`screens/help-${name}.txt`);
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
    [["serv"], /^unknown command serv; did you mean serve\?; see/],
    [["usr", "list"], /^unknown command usr; did you mean user list\?; see/],
    [["frobnicate"], /^unknown command frobnicate; see/],
    [["user"], /^incomplete command user\n\nUsage: .*\n\nUsers:\n {2}user add LOGIN /],
    [["user", "otp"], /^incomplete command user otp\n\nUsage: /],
    [["user", "ad", "hubot"], /^unknown command user ad; did you mean user add\?; see/],
    [["serve", "--prot", "80"], /^Unknown option '--prot'; did you mean --port\?; see --help/],
    [["serve", "--frobnicate"], /^Unknown option '--frobnicate'; see --help/],
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
