// Row 15: many addresses, many connections, and a database that goes away.
import { connect, createServer } from "node:net";
import { bystander, watch } from "../observers.js";
import { octocat } from "../row.js";
import { sleep, until } from "../server.js";
import { basic, head, open, Wire } from "../sockets.js";

/** Lines of the log that an outage may have: its beginning, its end, and counts between. */
const maxLines = 10;

/** @type {import("../row.js").Row} */
export const rateLimits = {
  number: 15,
  name: "many addresses, many connections, an outage",
  async run(scene, finding) {
    await manyAddresses(scene, finding);
    await manyConnections(scene, finding);
    if (scene.database.startsWith("postgres:")) await outage(scene, finding);
  },
};

/** @param {import("../row.js").Scene} scene @param {import("../row.js").Finding} finding */
async function manyAddresses(scene, finding) {
  const server = await scene.start([
    "--rate-limit",
    "5000",
    "--trusted-proxy",
    "127.0.0.1",
    "--max-requests",
    "1000000",
  ]);
  const watched = watch(server);
  const addresses = scene.isShort ? 20_000 : 200_000;
  const senders = 8;
  await Promise.all(
    Array.from({ length: senders }, async (_, sender) => {
      const wire = await Wire.open(server.port);
      for (let index = sender; index < addresses; index += senders * 10) {
        let requests = "";
        for (let next = index; next < Math.min(addresses, index + senders * 10); next += senders) {
          const address = `10.${next >> 16}.${(next >> 8) & 255}.${next & 255}`;
          requests += head("GET /api/v3/meta HTTP/1.1", "Host: localhost", `X-Forwarded-For: ${address}`);
        }
        wire.socket.write(requests);
        for (let answers = requests.split("\r\n\r\n").length - 1; answers > 0; answers -= 1) await wire.next();
      }
      wire.close();
    }),
  );
  const { after, text } = await watched.end(scene.isShort ? 1 : 10);
  const grown = after - watched.before;
  if (!scene.isShort) finding.require(grown < 100, `${addresses} addresses left ${Math.round(grown)} MB`);
  finding.note(`${addresses} addresses: ${text}`);
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
