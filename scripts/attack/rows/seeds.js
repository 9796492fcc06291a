// Row 14: seed files that must not be stored.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { memoryOf, sleep } from "../server.js";

const application = { name: "CI", url: "https://ci.example/", client_id: "0123456789abcdef0123" };

/** @type {Record<string, string | Buffer>} */
const files = {
  "twice.json": JSON.stringify({ users: [{ login: "hubot" }, { login: "hubot" }] }),
  "cases.json": JSON.stringify({ users: [{ login: "hubot" }, { login: "HUBOT" }] }),
  "clients.json": JSON.stringify({ applications: [application, { ...application, name: "Other" }] }),
  "latin-1.yaml": Buffer.from("users:\n  - login: hubot\n    name: J\xfcrgen\n", "latin1"),
  "surrogate.json": '{"users":[{"login":"hubot","name":"\\ud800"}]}',
  "script.json": JSON.stringify({ applications: [{ ...application, url: "javascript:alert(1)" }] }),
  "large.yaml": Buffer.alloc(32_000_000, "# nothing\n"),
};

/** @type {import("../row.js").Row} */
export const seeds = {
  number: 14,
  usesStore: false,
  name: "seed files",
  async run(scene, finding) {
    const wanted = Object.entries(files).map(([name, content]) => {
      const file = join(scene.folder, name);
      writeFileSync(file, content);
      return file;
    });
    for (const file of [...wanted, "/dev/zero"]) {
      const { code, text } = await start(scene, file);
      const isTold = text.includes(file) && !/^\s+at /m.test(text);
      finding.require(
        code === 2 && isTold,
        `${file.replace(/.*\//, "")}: ${code}${isTold ? "" : ", without a word about it"}`,
      );
    }
    finding.note(`${wanted.length + 1} seed files: ${finding.broken.length} not refused`);
  },
};

/**
 * Starts the executable with a seed, until it ends or listens. What takes a gigabyte or 15 seconds is killed.
 * @param {import("../row.js").Scene} scene @param {string} file
 */
async function start({ executable, folder, database }, file) {
  const flags = ["--port", "0", "--database", database, "--seed", file, "--log-format", "json"];
  const child = spawn(process.execPath, [executable, "serve", ...flags], {
    cwd: folder,
    env: { PATH: process.env.PATH, NODE_OPTIONS: "--max-old-space-size=256" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  /** @type {number | string | undefined} */
  let code;
  let outcome = "";
  child.stderr.on("data", (chunk) => {
    text += chunk;
  });
  child.stdout.on("data", (chunk) => {
    if (String(chunk).includes("listening on")) outcome = "it serves";
  });
  child.once("close", (status, signal) => {
    code = status ?? signal ?? "?";
  });
  for (let look = 0; code === undefined && outcome === ""; look += 1) {
    await sleep(50);
    if (look > 300) outcome = "it still reads";
    if (memoryOf(child.pid ?? 0) > 1000) outcome = "it took a gigabyte";
  }
  child.kill("SIGKILL");
  return { code: outcome || code, text };
}
