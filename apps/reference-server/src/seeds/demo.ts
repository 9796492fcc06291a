import { isIPv4 } from "node:net";
import { fileURLToPath } from "node:url";
import type { ApplicationSeed, Seed, UserSeed } from "@grantbook/server";
import { packageFolder } from "../package-folder.js";
import { UsageError } from "../usage-error.js";
import { readSeedFile } from "./seed-file.js";

/**
 * Reads the demo users and applications. Their passwords are public, so `host` must be a loopback address, unless the
 * operator names the hosts under which other machines may reach the demo.
 */
export async function readDemoSeed(host: string, namedHosts: readonly string[]): Promise<Seed> {
  const loopback = host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
  if (!loopback && namedHosts.length === 0) {
    throw new UsageError(
      `--demo has public passwords and listens on loopback addresses only, not on ${host}; in a closed network of ` +
        "tests, name the host of this server with --demo-host",
    );
  }
  return readSeedFile(fileURLToPath(new URL("demo.yaml", packageFolder)));
}

/** Addresses of a server, for its demo text. */
export interface DemoAddresses {
  /** Base URL of the API. */
  readonly api: string;
  readonly switches: string;
}

/** Formats the demo users and applications, with commands to copy. */
export function demoText({ users = [], applications = [] }: Seed, { api, switches }: DemoAddresses): string {
  const lines = [
    "Demo users",
    ...users.map(
      ({ login, password, otp_secret: secret }) =>
        `  ${login.padEnd(12)} password ${password}${secret ? `, codes from: grantbook user otp code ${login}` : ""}`,
    ),
    "Demo applications",
    ...applications.flatMap(({ name, client_id: id, client_secret: secret }) => [
      `  ${name}`,
      `    client id  ${id}`,
      `    secret     ${secret}`,
    ]),
    `Test helpers: clock, faults, recent requests, reset\n  ${switches}`,
  ];
  return `\n${lines.join("\n")}\n${commandText(users[0], applications[0], api)}`;
}

function commandText(user: UserSeed | undefined, application: ApplicationSeed | undefined, api: string): string {
  if (!user || !application) return "";
  const { client_id: id, client_secret: secret } = application;
  const wanted = `{"client_id":"${id}","client_secret":"${secret}","scopes":["repo"],"fingerprint":"'$(date +%s)'"}`;
  return `
Create a token of the application, as ${user.login}:
  TOKEN=$(curl -s -u ${user.login}:${user.password} ${api}/authorizations -d '${wanted}' | tee /dev/stderr | sed -n 's/.*"token": *"\\([^"]*\\)".*/\\1/p')

Sign in as the application asks for it, in a browser, and find the code in the address:
  ${api.replace(/\/api\/v3$/, "")}/login/oauth/authorize?client_id=${id}&scope=repo

Check the token, as the application:
  curl -u ${id}:${secret} ${api}/applications/${id}/token -d '{"access_token":"'$TOKEN'"}'
`;
}
