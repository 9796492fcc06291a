import { isIPv4 } from "node:net";
import { fileURLToPath } from "node:url";
import type { Seed } from "@grantbook/server";
import { UsageError } from "../usage-error.js";
import { readSeedFile } from "./seed-file.js";

/** Reads the demo users and applications. Their passwords are public, so `host` must be a loopback address. */
export async function readDemoSeed(host: string): Promise<Seed> {
  const loopback = host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
  if (!loopback)
    throw new UsageError(`--demo has public passwords and listens on loopback addresses only, not on ${host}`);
  return readSeedFile(fileURLToPath(new URL("../../demo.yaml", import.meta.url)));
}

/** Formats the demo users and applications, with commands to copy. */
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
  TOKEN=$(curl -s -u ${user.login}:${user.password} ${api}/authorizations -d '${wanted}' | tee /dev/stderr | sed -n 's/.*"token": *"\\([^"]*\\)".*/\\1/p')

Sign in as the application asks for it, in a browser, and find the code in the address:
  ${api.replace(/\/api\/v3$/, "")}/login/oauth/authorize?client_id=${id}&scope=repo

Check the token, as the application:
  curl -u ${id}:${secret} ${api}/applications/${id}/token -d '{"access_token":"'$TOKEN'"}'
`;
}
