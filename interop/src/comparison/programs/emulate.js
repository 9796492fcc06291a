import { createEmulator } from "emulate";

export async function start({ login, clientId, clientSecret }) {
  const application = { client_id: clientId, client_secret: clientSecret, name: "App", redirect_uris: [] };
  const github = { users: [{ login }], oauth_apps: [application] };
  const emulator = await createEmulator({ service: "github", port: 0, seed: { github } });
  return { url: emulator.url, code: () => "123456", close: () => emulator.close() };
}
