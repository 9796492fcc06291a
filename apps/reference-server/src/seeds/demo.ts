import { isIPv4 } from "node:net";
import { fileURLToPath } from "node:url";
import type { Seed } from "@grantbook/server";
import { UsageError } from "../usage-error.js";
import { readSeedFile } from "./seed-file.js";

/** The users and the application of the demo. Their passwords are no secret, so not on an address others can reach. */
export async function readDemoSeed(host: string): Promise<Seed> {
  const loopback = host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
  if (!loopback)
    throw new UsageError(`--demo has well-known passwords and listens on this machine alone, not on ${host}`);
  return readSeedFile(fileURLToPath(new URL("../../demo.yaml", import.meta.url)));
}

/** What to do next, in lines to copy. */
export function demoText({ users = [], applications = [] }: Seed, api: string): string {
  const [user] = users;
  const [application] = applications;
  if (!user || !application) throw new Error("The demo seed has no user or no application.");
  const { client_id: id, client_secret: secret } = application;
  const people = users.map(
    ({ login, password, otp_secret: seed }) =>
      `  ${login.padEnd(12)} password ${password}${seed ? `, one-time codes from oathtool --totp --base32 ${seed}` : ""}`,
  );
  const wanted = `{"client_id":"${id}","client_secret":"${secret}","scopes":["repo"],"fingerprint":"'$(date +%s)'"}`;
  return `
Demo users
${people.join("\n")}
Demo application
  client id    ${id}
  secret       ${secret}

Create a token of the application, as ${user.login}:
  TOKEN=$(curl -s -u ${user.login}:${user.password} ${api}/authorizations -d '${wanted}' | tee /dev/stderr | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')

Check it, as the application:
  curl -u ${id}:${secret} ${api}/applications/${id}/token -d '{"access_token":"'$TOKEN'"}'
`;
}
