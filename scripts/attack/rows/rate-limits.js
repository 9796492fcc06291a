// Row 15: many addresses, many connections, and a database that goes away.
import { connect, createServer } from "node:net";
import { bystander, watch } from "../observers.js";
import { octocat } from "../row.js";
import { sleep, until } from "../server.js";
import { basic, head, open, Wire } from "../sockets.js";

/** Lines of the log that an outage may have: its beginning, its end, and counts between. */
const maxLines = 10;
const senders = 8;
/** What stands before the address of a client: addresses that a client may make up. */
const others = "192.0.2.1, ".repeat(90);

/** @type {import("../row.js").Row} */
export const rateLimits = {
  number: 15,
  usesStore: true,
  name: "many addresses, many connections, an outage",
  async run(scene, finding) {
    if (!scene.isRepeated) {
      await manyAddresses(scene, finding);
      await manyConnections(scene, finding);
    }
    if (scene.database.startsWith("postgres:")) await outage(scene, finding);
  },
};

/** A million addresses, long enough for V8 to keep the header that each is cut from. @param {number} index */
function addressOf(index) {
  return `100.${[10_000, 100, 1].map((unit) => 100 + (Math.floor(index / unit) % 100)).join(".")}`;
}

/** @param {number} index */
function requestFrom(index) {
  return head("GET /api/v3/meta HTTP/1.1", "Host: localhost", `X-Forwarded-For: ${others}${addressOf(index)}`);
}

/**
 * Sends every request from another address, at the end of a long header. The heap is too small to keep all of them.
 * @param {import("../row.js").Scene} scene @param {import("../row.js").Finding} finding
 */
async function manyAddresses(scene, finding) {
  const flags = ["--rate-limit", "5000", "--trusted-proxy", "127.0.0.1", "--max-requests", "1000000"];
  const [addresses, heapMb, pipelined] = scene.isShort ? [60_000, 64, 16] : [200_000, 128, 1];
  const server = await scene.start(flags, { heapMb });
  const watched = watch(server);
  let answered = 0;
  const send = async (/** @type {number} */ first) => {
    const wire = await Wire.open(server.port);
    for (let index = first; index < addresses && !wire.isOver; index += senders * pipelined) {
      const asked = Array.from({ length: pipelined }, (_, more) => index + more * senders);
      const requests = asked.filter((each) => each < addresses).map(requestFrom);
      wire.socket.write(requests.join(""));
      for (const _ of requests) if (await wire.next()) answered += 1;
    }
    wire.close();
  };
  await Promise.all(Array.from({ length: senders }, (_, sender) => send(sender)));
  const { text } = await watched.end(scene.isShort ? 1 : 10);
  finding.require(server.ended === undefined, `the server died: ${server.ended}`);
  finding.require(answered === addresses, `${addresses - answered} requests were not answered`);
  finding.note(`${addresses} addresses, a heap of ${heapMb} MB: ${text}`);
  await server.stop(10_000);
}

/** @param {import("../row.js").Scene} scene @param {import("../row.js").Finding} finding */
async function manyConnections(scene, finding) {
  const server = await scene.start();
  const other = bystander(server.port, octocat);
  await sleep(200);
  const sockets = await Promise.all(Array.from({ length: scene.isShort ? 1200 : 3000 }, () => open(server.port)));
  for (const socket of sockets) socket.write(head("GET /live HTTP/1.1", "Host: localhost"));
  await sleep(1000);
  for (const socket of sockets) socket.destroy();
  const seen = await other.end();
  finding.require(seen.answered > 0, "a bystander was not answered");
  finding.note(`${sockets.length} connections: ${seen.text}`);
  await server.stop(10_000);
}

/** @param {import("../row.js").Scene} scene @param {import("../row.js").Finding} finding */
async function outage(scene, finding) {
  const gate = await openGate(new URL(scene.database));
  try {
    const server = await scene.start([], { database: gate.url });
    const wire = await Wire.open(server.port);
    const ask = async () =>
      (await wire.ask("GET", "/api/v3/authorizations", { Authorization: basic(octocat.login, octocat.password) }))
        ?.status;
    await ask();
    const before = server.log.length;
    gate.shut();
    const statuses = new Set();
    for (let index = 0; index < (scene.isShort ? 200 : 2000); index += 1) statuses.add(await ask());
    await gate.openAgain();
    const isBack = await until(async () => (await ask()) === 200, 20_000);
    // The access log has a line for every request, outage or not.
    const lines = server.log
      .slice(before)
      .split("\n")
      .filter((line) => line && !line.includes('"message":"request"'));
    const stacks = lines.filter((line) => /\\n\s+at |^\s+at /.test(line)).length;
    finding.require([...statuses].join() === "503", `answers without a database: ${[...statuses].join(" ")}`);
    finding.require(isBack, "the server does not find the database again");
    finding.require(lines.length <= maxLines, `${lines.length} lines in the log, ${stacks} with a stack`);
    finding.note(`an outage of the database: ${lines.length} lines in the log, ${stacks} with a stack`);
    wire.close();
    await server.stop(10_000);
  } finally {
    gate.shut();
  }
}

/** A way to a database that can be shut. @param {URL} database */
async function openGate(database) {
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const gate = createServer((client) => {
    const inner = connect({ port: Number(database.port), host: database.hostname });
    for (const socket of [client, inner]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => {
        client.destroy();
        inner.destroy();
        sockets.delete(socket);
      });
    }
    client.pipe(inner).pipe(client);
  });
  const listen = (/** @type {number} */ port) =>
    new Promise((resolve) => gate.listen(port, "127.0.0.1", () => resolve(undefined)));
  await listen(0);
  const { port } = /** @type {import("node:net").AddressInfo} */ (gate.address());
  const url = new URL(database);
  url.port = String(port);
  return {
    url: url.href,
    shut() {
      gate.close();
      for (const socket of sockets) socket.destroy();
    },
    openAgain: () => listen(port),
  };
}
