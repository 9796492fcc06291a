// Row 4: a flood of failed logins with long passwords under ever new names.
import { randomBytes } from "node:crypto";
import { bystander, watch } from "../observers.js";
import { octocat } from "../row.js";
import { basic, Wire } from "../sockets.js";

const wrongs = 'grantbook_password_verifications_total{outcome="wrong"}';
const senders = 16;

/** @type {import("../row.js").Row} */
export const failedLogins = {
  number: 4,
  name: "a flood of failed logins",
  async run(scene, finding) {
    const server = await scene.start();
    const watched = watch(server);
    const other = bystander(server.port, octocat);
    const before = (await server.metric(wrongs)) ?? 0;
    const end = performance.now() + (scene.isShort ? 2000 : 10_000);
    /** @type {Map<number, number>} */
    const statuses = new Map();
    await Promise.all(Array.from({ length: senders }, () => fail(server.port, end, statuses)));
    const refused = statuses.get(401) ?? 0;
    const verified = ((await server.metric(wrongs)) ?? 0) - before;
    finding.require(
      refused > 0 && verified >= refused,
      `${refused} were refused, of which ${verified} cost a verification`,
    );
    const { text } = await watched.end(scene.isShort ? 1 : 10);
    const seen = await other.end();
    finding.require(seen.answered > 0, "a bystander was not answered");
    finding.note(`answers ${[...statuses].map(([status, count]) => `${status}: ${count}`).join(", ")}; ${text}`);
    finding.note(seen.text);
  },
};

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
