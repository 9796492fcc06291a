import { withAdminClient } from "../admin/admin-client.js";
import type { OptionTable } from "../options/option.js";
import { parseBoolean, parseText } from "../options/parsers.js";
import { UsageError } from "../usage-error.js";
import { databaseCommand } from "./command.js";
import { json } from "./json-option.js";
import { fetchAllPages } from "./pagination.js";
import { printList, printResult, promptSecret, readSecret } from "./terminal.js";

const passwordOptions = {
  "password-file": {
    placeholder: "FILE",
    help: "File with the password, - for standard input. By default a prompt asks for it.",
    parse: parseText,
  },
  "generate-password": { help: "Generate a password, and print it once.", parse: parseBoolean },
} as const satisfies OptionTable;

/** Returns the password from the file or the prompt; `undefined` when one is to be generated. */
async function passwordOf(values: {
  readonly "password-file": string | undefined;
  readonly "generate-password": boolean | undefined;
}): Promise<string | undefined> {
  const { "password-file": file, "generate-password": isGenerated } = values;
  if (isGenerated && file !== undefined) {
    throw new UsageError("--generate-password and --password-file exclude each other");
  }
  if (isGenerated) return undefined;
  if (file !== undefined) return readSecret(file);
  const alternative = "use --password-file or --generate-password";
  const password = await promptSecret("password", alternative);
  if ((await promptSecret("password again", alternative)) !== password)
    throw new UsageError("the two passwords differ");
  return password;
}

const add = databaseCommand({
  name: "user add",
  parameters: ["LOGIN"],
  summary: "Add a user.",
  options: {
    ...passwordOptions,
    name: { placeholder: "NAME", help: "Display name.", parse: parseText },
    email: {
      placeholder: "ADDRESS",
      repeatable: true,
      help: "E-mail address. The first is primary and public. Repeatable.",
      parse: parseText,
    },
    "site-admin": { help: "Mark the user as an administrator.", parse: parseBoolean },
    json,
  },
  async run([login], values) {
    const { name, email: emails, "site-admin": siteAdmin } = values;
    const password = await passwordOf(values);
    const user = {
      login,
      ...(password === undefined ? {} : { password }),
      ...(name === undefined ? {} : { name }),
      emails: emails.map((email, index) =>
        index === 0 ? { email, primary: true, visibility: "public" as const } : { email },
      ),
      ...(siteAdmin ? { site_admin: true } : {}),
    };
    const added = await withAdminClient(values, "change", (admin) => admin.call("addUser", user));
    printResult(added, [`added the user ${added.login}`, ...passwordLine(added.password)], values.json ?? false);
  },
});

const list = databaseCommand({
  name: "user list",
  parameters: [],
  summary: "List the users.",
  options: { json },
  async run(_, values) {
    const entries = await withAdminClient(values, "read", (admin) =>
      fetchAllPages((after) => admin.call("listUsers", { after })),
    );
    const columns = ["id", "login", "name", "primary_email", "site_admin", "two_factor", "suspended_at", "created_at"];
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
  options: { ...passwordOptions, json },
  async run([login], values) {
    const password = await passwordOf(values);
    const parameters = { login, ...(password === undefined ? {} : { password }) };
    const changed = await withAdminClient(values, "change", (admin) => admin.call("setPassword", parameters));
    const lines = [`changed the password of ${changed.login}`, ...passwordLine(changed.password)];
    printResult(changed, lines, values.json ?? false);
  },
});

const enableOtp = databaseCommand({
  name: "user otp enable",
  parameters: ["LOGIN"],
  summary: "Enable two-factor authentication, and print the TOTP secret once.",
  options: { json },
  async run([login], values) {
    const enabled = await withAdminClient(values, "change", (admin) => admin.call("enableOtp", { login }));
    const { login: name, secret, uri } = enabled;
    const lines = [`${name} has two-factor authentication; not shown again:`, `  secret ${secret}`, `  ${uri}`];
    printResult(enabled, lines, values.json ?? false);
  },
});

const otpCode = databaseCommand({
  name: "user otp code",
  parameters: ["LOGIN"],
  summary: "Print the current one-time code of a user, for tests without an authenticator.",
  options: { json },
  async run([login], values) {
    const current = await withAdminClient(values, "read", (admin) => admin.call("otpCode", { login }));
    printResult(current, [current.code], values.json ?? false);
  },
});

/** Creates a command that changes one thing of a user. */
function changeCommand(
  name: string,
  call: "disableOtp" | "suspendUser" | "unsuspendUser",
  summary: string,
  done: (login: string) => string,
) {
  return databaseCommand({
    name,
    parameters: ["LOGIN"],
    summary,
    options: { json },
    async run([login], values) {
      const changed = await withAdminClient(values, "change", (admin) => admin.call(call, { login }));
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
  otpCode,
  changeCommand(
    "user otp disable",
    "disableOtp",
    "Disable two-factor authentication.",
    (login) => `${login} has no two-factor authentication any more`,
  ),
  changeCommand(
    "user suspend",
    "suspendUser",
    "Suspend a user: the password and all tokens are refused.",
    (login) => `${login} is suspended`,
  ),
  changeCommand(
    "user unsuspend",
    "unsuspendUser",
    "End the suspension of a user.",
    (login) => `${login} is not suspended`,
  ),
];
