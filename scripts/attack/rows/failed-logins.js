// Row 4: a flood of failed logins with long passwords under ever new names, what it leaves behind, and a full disk.
import { randomBytes } from "node:crypto";
import { bystander, watch } from "../observers.js";
import { octocat } from "../row.js";
import { sleep } from "../server.js";
import { basic, Wire } from "../sockets.js";

const wrongs = 'grantbook_password_verifications_total{outcome="wrong"}';
const senders = 16;
/** Milliseconds that a bystander may wait in the long form while a million rows are cleaned up. */
const maxWaitMs = 3000;

/** @type {import("../row.js").Row} */
export const failedLogins = {
  number: 4,
  usesStore: true,
  name: "a flood of failed logins",
  async run(scene, finding) {
    await flood(scene, finding);
    await leftovers(scene, finding);
    await fullDisk(scene, finding);
  },
};

/** @param {import("../row.js").Scene} scene @param {import("../row.js").Finding} finding */
async function flood(scene, finding) {
  const server = await scene.start();
  const watched = watch(server);
  const other = bystander(server.port, octocat);
  const before = await server.metric(wrongs);
  const end = performance.now() + (scene.isShort ? 2000 : 10_000);
  /** @type {Map<number, number>} */
  const statuses = new Map();
  await Promise.all(Array.from({ length: senders }, () => fail(server.port, end, statuses)));
  const refused = statuses.get(401) ?? 0;
  const verified = Number(await server.metric(wrongs)) - Number(before);
  const isCostly = refused > 0 && verified >= refused;
  finding.require(isCostly, `${refused} wrong passwords were answered, of which ${verified} cost a verification`);
  const { text } = await watched.end(scene.isShort ? 1 : 10);
  const seen = await other.end();
  finding.require(seen.answered > 0, "a bystander was not answered");
  finding.note(`answers ${[...statuses].map(([status, count]) => `${status}: ${count}`).join(", ")}; ${text}`);
  finding.note(seen.text);
  await server.stop(20_000);
}

/**
 * Lets a login fail when very many others have expired.
 * @param {import("../row.js").Scene} scene @param {import("../row.js").Finding} finding
 */
async function leftovers(scene, finding) {
  const rows = scene.isShort ? 100_000 : 1_000_000;
  const series = scene.storage.series.replace("COUNT", String(rows));
  await scene.storage.execute(
    `INSERT INTO failed_logins (name, failures, until) SELECT 'old ' || n, 1, 1 FROM (${series}) AS numbers`,
  );
  const server = await scene.start();
  const other = bystander(server.port, octocat);
  await fail(server.port, performance.now() + 1, new Map());
  await sleep(scene.isShort ? 1000 : 10_000);
  const seen = await other.end();
  if (!scene.isShort)
    finding.require(seen.ms <= maxWaitMs, `a bystander waited ${seen.ms} ms while rows were cleaned up`);
  finding.note(`${rows} expired rows: ${seen.text}`);
  await server.stop(20_000);
}

/** @param {import("../row.js").Scene} scene @param {import("../row.js").Finding} finding */
async function fullDisk(scene, finding) {
  const server = await scene.start();
  if (!(await scene.storage.fill(server))) return finding.note("a full disk was not tried: there is no prlimit");
  const wire = await Wire.open(server.port);
  const statusFor = async (/** @type {string} */ password) => {
    const answer = await wire.ask("GET", "/api/v3/authorizations", { Authorization: basic(octocat.login, password) });
    return answer?.status ?? 0;
  };
  const wrong = [];
  for (let index = 0; index < 12; index += 1) wrong.push(await statusFor(`wrong ${index}`));
  const right = await statusFor(octocat.password);
  const isClosed = right === 503 && wrong.every((status) => status === 503);
  finding.require(
    isClosed,
    `on a full disk wrong passwords are answered ${[...new Set(wrong)].join(" ")}, the right one ${right}`,
  );
  finding.note(`on a full disk: wrong passwords ${[...new Set(wrong)].join(" ")}, the right one ${right}`);
  wire.close();
}

/** @param {number} port @param {number} end @param {Map<number, number>} statuses */
async function fail(port, end, statuses) {
  let wire = await Wire.open(port);
  while (performance.now() < end) {
    const login = randomBytes(8).toString("hex");
    const headers = { Authorization: basic(login, "x".repeat(1100)) };
    const answer = await wire.ask("GET", "/api/v3/authorizations", headers);
    const status = answer?.status ?? 0;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (wire.isOver) wire = await Wire.open(port);
  }
  wire.close();
}
