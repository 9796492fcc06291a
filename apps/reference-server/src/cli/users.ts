import { withOperator } from "../admin/admin-client.js";
import type { SettingTable } from "../options/option.js";
import { readSwitch, readText } from "../options/parsers.js";
import { UsageError } from "../usage-error.js";
import { databaseCommand } from "./command.js";
import { allEntries, json } from "./lists.js";
import { askSecret, printList, printResult, readSecret } from "./terminal.js";

const passwordSettings = {
  "password-file": {
    placeholder: "FILE",
    help: "File with the password, - for standard input. By default a prompt asks for it.",
    read: readText,
  },
  "generate-password": { help: "Generate a password, and print it once.", read: readSwitch },
} as const satisfies SettingTable;

/** The password that was given or typed; `undefined` when one is to be generated. */
async function passwordOf(values: {
  readonly "password-file": string | undefined;
  readonly "generate-password": boolean | undefined;
}): Promise<string | undefined> {
  const { "password-file": file, "generate-password": isGenerated } = values;
  if (isGenerated && file !== undefined) {
    throw new UsageError("--generate-password and --password-file: one of them is enough");
  }
  if (isGenerated) return undefined;
  if (file !== undefined) return readSecret(file);
  const instead = "use --password-file or --generate-password";
  const password = await askSecret("password", instead);
  if ((await askSecret("password again", instead)) !== password) throw new UsageError("the two passwords differ");
  return password;
}

const add = databaseCommand({
  name: "user add",
  parameters: ["LOGIN"],
  summary: "Add a user.",
  own: {
    ...passwordSettings,
    name: { placeholder: "NAME", help: "Display name.", read: readText },
    email: { placeholder: "ADDRESS", help: "Public e-mail address.", read: readText },
    "site-admin": { help: "Mark the user as an administrator.", read: readSwitch },
    json,
  },
  async run([login], values) {
    const { name, email, "site-admin": siteAdmin } = values;
    const password = await passwordOf(values);
    const user = {
      login,
      ...(password === undefined ? {} : { password }),
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      ...(siteAdmin ? { site_admin: true } : {}),
    };
    const added = await withOperator(values, "change", (operator) => operator.call("addUser", user));
    printResult(added, [`added the user ${added.login}`, ...passwordLine(added.password)], values.json ?? false);
  },
});

const list = databaseCommand({
  name: "user list",
  parameters: [],
  summary: "List the users.",
  own: { json },
  async run(_, values) {
    const entries = await withOperator(values, "read", (operator) =>
      allEntries((after) => operator.call("listUsers", { after })),
    );
    const columns = ["id", "login", "name", "email", "site_admin", "two_factor", "suspended_at", "created_at"];
    printList(
      entries.map((entry) => ({ ...entry })),
      columns,
      values.json ?? false,
    );
  },
});

const passwd = databaseCommand({
  name: "user passwd",
  parameters: ["LOGIN"],
  summary: "Change the password of a user.",
  own: { ...passwordSettings, json },
  async run([login], values) {
    const password = await passwordOf(values);
    const parameters = { login, ...(password === undefined ? {} : { password }) };
    const changed = await withOperator(values, "change", (operator) => operator.call("setPassword", parameters));
    const lines = [`changed the password of ${changed.login}`, ...passwordLine(changed.password)];
    printResult(changed, lines, values.json ?? false);
  },
});

const enableOtp = databaseCommand({
  name: "user otp enable",
  parameters: ["LOGIN"],
  summary: "Enable two-factor authentication, and print the TOTP secret once.",
  own: { json },
  async run([login], values) {
    const enabled = await withOperator(values, "change", (operator) => operator.call("enableOtp", { login }));
    const { login: name, secret, uri } = enabled;
    const lines = [`${name} has two-factor authentication; not shown again:`, `  secret ${secret}`, `  ${uri}`];
    printResult(enabled, lines, values.json ?? false);
  },
});

/** A command that does one thing to a user, and says so. */
function change(
  name: string,
  call: "disableOtp" | "suspendUser" | "unsuspendUser",
  summary: string,
  done: (login: string) => string,
) {
  return databaseCommand({
    name,
    parameters: ["LOGIN"],
    summary,
    own: { json },
    async run([login], values) {
      const changed = await withOperator(values, "change", (operator) => operator.call(call, { login }));
      printResult(changed, [done(changed.login)], values.json ?? false);
    },
  });
}

function passwordLine(password: string | undefined): string[] {
  return password === undefined ? [] : [`  password ${password} (not shown again)`];
}

export const userCommands = [
  add,
  list,
  passwd,
  enableOtp,
  change(
    "user otp disable",
    "disableOtp",
    "Disable two-factor authentication.",
    (login) => `${login} has no two-factor authentication any more`,
  ),
  change(
    "user suspend",
    "suspendUser",
    "Suspend a user: the password and all tokens are refused.",
    (login) => `${login} is suspended`,
  ),
  change("user unsuspend", "unsuspendUser", "End the suspension of a user.", (login) => `${login} is not suspended`),
];
