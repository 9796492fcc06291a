import type { TokenEntry } from "@grantbook/server";
import { withAdminClient } from "../admin/admin-client.js";
import { parsePositive, parseText } from "../options/parsers.js";
import { UsageError } from "../usage-error.js";
import { databaseCommand } from "./command.js";
import { json } from "./json-option.js";
import { printList, printResult, promptSecret, readSecret } from "./terminal.js";

const list = databaseCommand({
  name: "token list",
  parameters: ["LOGIN"],
  summary: "List the tokens of a user.",
  options: { app: { placeholder: "CLIENT_ID", help: "Only tokens of this application.", parse: parseText }, json },
  async run([login], values) {
    const wanted = { login, ...(values.app === undefined ? {} : { client_id: values.app }) };
    const entries = await withAdminClient(values, "read", async (admin) => {
      const found: TokenEntry[] = [];
      for (let page = 1, last = 1; page <= last; page += 1) {
        const part = await admin.call("listTokens", { ...wanted, page });
        found.push(...part.tokens);
        last = part.last_page;
      }
      return found;
    });
    const columns = [
      "id",
      "application",
      "note",
      "fingerprint",
      "scopes",
      "token_last_eight",
      "created_at",
      "expires_at",
    ];
    printList(
      entries.map((entry) => ({ ...entry })),
      columns,
      values.json ?? false,
    );
  },
});

const revoke = databaseCommand({
  name: "token revoke",
  parameters: [],
  summary: "Delete a token, given by user and id, or by its text at a prompt.",
  options: {
    user: { placeholder: "LOGIN", help: "User of the token; requires --id.", parse: parseText },
    id: { placeholder: "NUMBER", help: "Id of the token, from token list.", parse: parsePositive },
    "token-file": { placeholder: "FILE", help: "File with the token, - for standard input.", parse: parseText },
    json,
  },
  async run(_, values) {
    const { user: login, id, "token-file": file } = values;
    if ((login === undefined) !== (id === undefined) || (id !== undefined && file !== undefined)) {
      throw new UsageError("name the token with --user and --id, or with --token-file, or type it at the prompt");
    }
    const wanted =
      login !== undefined && id !== undefined
        ? { login, id }
        : { token: file === undefined ? await promptSecret("token", "use --token-file") : await readSecret(file) };
    const revoked = await withAdminClient(values, "change", (admin) => admin.call("revokeToken", wanted));
    printResult(revoked, [`revoked the token ${revoked.id} of ${revoked.login}`], values.json ?? false);
  },
});

export const tokenCommands = [list, revoke];
