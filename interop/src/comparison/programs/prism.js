import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";

const prism = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");

export async function start({ description, port }) {
  const child = spawn(process.execPath, [prism, "mock", description, `--port=${port}`], {
    stdio: ["ignore", "pipe", 2],
  });
  const ended = once(child, "exit");
  await new Promise((listening) => child.stdout.on("data", (text) => `${text}`.includes("listening") && listening()));
  const close = async () => {
    child.kill();
    await ended;
  };
  return { url: `http://127.0.0.1:${port}`, code: () => "123456", close };
}
