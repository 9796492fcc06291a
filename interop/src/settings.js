// Users and applications of a run: one of each for each client, so that none sees what another made.
import { randomBytes } from "node:crypto";

const password = "interop password";
const otpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** Settings of one client, and the entries of the seed for it. */
export function settingsOf(client, { host, port }) {
  const login = client.id.replace(/^@/, "").replaceAll(/[^a-z0-9]+/g, "-");
  return {
    host,
    port,
    site: port === 443 ? `https://${host}` : `https://${host}:${port}`,
    baseUrl: port === 443 ? `https://${host}/api/v3` : `https://${host}:${port}/api/v3`,
    login,
    password,
    otpLogin: `${login}-2fa`,
    otpSecret,
    email: `${login}@example.com`,
    clientId: client.clientId ?? randomBytes(10).toString("hex"),
    clientSecret: randomBytes(20).toString("hex"),
  };
}

/** The seed of a server for all clients. */
export function seedFor(all) {
  return {
    users: all.flatMap(({ login, otpLogin, email }) => [
      { login, password, name: login, email },
      { login: otpLogin, password, otp_secret: otpSecret },
    ]),
    applications: all.map(({ login, clientId, clientSecret }) => ({
      name: `App of ${login}`,
      url: "https://app.example/",
      callback_url: "http://127.0.0.1/callback",
      client_id: clientId,
      client_secret: clientSecret,
      device_flow: true,
    })),
  };
}
