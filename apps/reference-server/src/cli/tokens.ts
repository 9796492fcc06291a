import type { TokenEntry } from "@grantbook/server";
import { withOperator } from "../admin/admin-client.js";
import { readPositive, readText } from "../options/parsers.js";
import { UsageError } from "../usage-error.js";
import { databaseCommand } from "./command.js";
import { json } from "./lists.js";
import { askSecret, printList, printResult, readSecret } from "./terminal.js";

const list = databaseCommand({
  name: "token list",
  parameters: ["LOGIN"],
  summary: "List the tokens of a user.",
  own: { app: { placeholder: "CLIENT_ID", help: "Only tokens of this application.", read: readText }, json },
  async run([login], values) {
    const wanted = { login, ...(values.app === undefined ? {} : { client_id: values.app }) };
    const entries = await withOperator(values, "read", async (operator) => {
      const found: TokenEntry[] = [];
      for (let page = 1, last = 1; page <= last; page += 1) {
        const part = await operator.call("listTokens", { ...wanted, page });
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
  own: {
    user: { placeholder: "LOGIN", help: "User of the token; requires --id.", read: readText },
    id: { placeholder: "NUMBER", help: "Id of the token, from token list.", read: readPositive },
    "token-file": { placeholder: "FILE", help: "File with the token, - for standard input.", read: readText },
    json,
  },
  async run(_, values) {
    const { user: login, id, "token-file": file } = values;
    if ((login === undefined) !== (id === undefined) || (id !== undefined && file !== undefined)) {
      throw new UsageError("say which token: --user with --id, or --token-file; or type it in");
    }
    const wanted =
      login !== undefined && id !== undefined
        ? { login, id }
        : { token: file === undefined ? await askSecret("token", "use --token-file") : await readSecret(file) };
    const revoked = await withOperator(values, "change", (operator) => operator.call("revokeToken", wanted));
    printResult(revoked, [`revoked the token ${revoked.id} of ${revoked.login}`], values.json ?? false);
  },
});

export const tokenCommands = [list, revoke];
