// GitHub as vercel-labs/emulate imitates it, in memory. It has no checks of tokens; it says whose a token is.
import { createEmulator } from "emulate";
import { freePort } from "../../../scripts/free-port.js";
import { fixtures } from "../src/fixtures.js";
import { reportPort } from "../src/servers/report.js";

const { login } = fixtures.user;
const port = await freePort();
const tokens = Array.from({ length: 200 }, (_, index) => `gho_${String(index).padStart(36, "0")}`);
const emulator = await createEmulator({
  service: "github",
  port,
  seed: {
    tokens: Object.fromEntries(tokens.map((token) => [token, { login, scopes: ["repo"] }])),
    github: { users: [{ login }] },
  },
});
reportPort(port, { tokens }, () => emulator.close());
