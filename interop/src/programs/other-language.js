// A client in another language, whose program takes a line for each step of the web application flow and prints one:
// `start` prints { url }, `finish URL` prints { token } or { error }. Parameters: the command that runs it.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { checkWebFlow } from "./web-flow.js";

const [command, ...parameters] = process.argv.slice(2);
const child = spawn(command, parameters, { stdio: ["pipe", "pipe", "inherit"] });
const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

async function step(line) {
  child.stdin.write(`${line}\n`);
  const { value, done } = await lines.next();
  if (done) throw new Error(`${parameters.at(-1)} ended`);
  const { error, ...fields } = JSON.parse(value);
  if (error !== undefined) throw new Error(error);
  return fields;
}

await checkWebFlow({
  start: async () => (await step("start")).url,
  finish: async (url) => (await step(`finish ${url}`)).token,
});
child.stdin.end();
