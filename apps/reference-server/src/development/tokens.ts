import type { TokenEntry } from "@grantbook/server";
import type { AdminClient } from "../admin/commands.js";

/** Maximum tokens in the list. */
const maxTokens = 500;

/** Token with the login of its user. */
export interface TokenOfUser extends TokenEntry {
  readonly login: string;
}

/** Lists the newest tokens of the first users, without their texts, up to a limit. */
export async function listTokensOfUsers(admin: Pick<AdminClient, "call">): Promise<readonly TokenOfUser[]> {
  const tokens: TokenOfUser[] = [];
  for (const { login } of await admin.call("listUsers", { after: 0 })) {
    const { tokens: found } = await admin.call("listTokens", { login, page: 1 });
    tokens.push(...found.map((token) => ({ login, ...token })));
    if (tokens.length >= maxTokens) break;
  }
  return tokens.slice(0, maxTokens);
}
