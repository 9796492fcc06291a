import { withOperator } from "../administration/connection.js";
import { readOneOf, readText } from "../settings/readers.js";
import type { SettingTable } from "../settings/setting.js";
import { databaseCommand } from "./command.js";
import { allEntries, json } from "./lists.js";
import { printList, printResult, readSecret } from "./terminal.js";

const addSettings = {
  "callback-url": { placeholder: "URL", help: "Address of its web sign-in.", read: readText },
  type: {
    placeholder: "TYPE",
    byDefault: "oauth",
    help: "oauth, or github for a GitHub App.",
    read: readOneOf("oauth", "github"),
  },
  "client-id": { placeholder: "ID", help: "20 characters; generated when left out.", read: readText },
  "secret-file": {
    placeholder: "FILE",
    help: "File with the client secret, - for standard input; generated when left out.",
    read: readText,
  },
  json,
} as const satisfies SettingTable;

const add = databaseCommand({
  name: "app add",
  parameters: ["NAME", "URL"],
  summary: "Add an application. Its client secret is printed this once.",
  own: addSettings,
  async run([name, url], values) {
    const { "callback-url": callbackUrl, type, "client-id": clientId, "secret-file": file } = values;
    const application = {
      name,
      url,
      type,
      ...(callbackUrl === undefined ? {} : { callback_url: callbackUrl }),
      ...(clientId === undefined ? {} : { client_id: clientId }),
      ...(file === undefined ? {} : { client_secret: await readSecret(file) }),
    };
    const added = await withOperator(values, "change", (operator) => operator.call("addApplication", application));
    const lines = [`added the application ${added.name}`, `  client id ${added.client_id}`];
    if (added.client_secret !== undefined) lines.push(`  client secret ${added.client_secret} (not shown again)`);
    printResult(added, lines, values.json ?? false);
  },
});

const list = databaseCommand({
  name: "app list",
  parameters: [],
  summary: "List the applications.",
  own: { json },
  async run(_, values) {
    const entries = await withOperator(values, "read", (operator) =>
      allEntries((after) => operator.call("listApplications", { after })),
    );
    const columns = ["client_id", "name", "type", "url", "created_at"];
    printList(
      entries.map((entry) => ({ ...entry })),
      columns,
      values.json ?? false,
    );
  },
});

const rotateSecret = databaseCommand({
  name: "app rotate-secret",
  parameters: ["CLIENT_ID"],
  summary: "Give an application another client secret, and print it this once. Its tokens stay good.",
  own: { json },
  async run([clientId], values) {
    const rotated = await withOperator(values, "change", (operator) =>
      operator.call("rotateSecret", { client_id: clientId }),
    );
    const lines = [
      `${rotated.name} has another client secret; the old one is dead`,
      `  client secret ${rotated.client_secret} (not shown again)`,
    ];
    printResult(rotated, lines, values.json ?? false);
  },
});

const remove = databaseCommand({
  name: "app remove",
  parameters: ["CLIENT_ID"],
  summary: "Delete an application with all its grants and tokens.",
  own: { json },
  async run([clientId], values) {
    const removed = await withOperator(values, "change", (operator) =>
      operator.call("removeApplication", { client_id: clientId }),
    );
    printResult(
      removed,
      [`removed the application ${removed.name} and ${removed.tokens} tokens`],
      values.json ?? false,
    );
  },
});

export const applicationCommands = [add, list, rotateSecret, remove];
