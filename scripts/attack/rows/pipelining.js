// Row 1: connections that send many requests at once and leave, and one that stays and does not read.

import { watch } from "../observers.js";
import { sleep, until } from "../server.js";
import { closed, head, open } from "../sockets.js";

const request = head("GET /live HTTP/1.1", "Host: localhost");
const inFlight = "grantbook_requests_in_flight";
/** Requests of one connection that may wait for an answer; generous, a server should stop reading earlier. */
const maxUnanswered = 500;
/** Milliseconds that stopping may take; requests in flight would have much more. */
const stopMs = 20_000;
/** Milliseconds in which requests of clients that are gone must have ended. */
const idleMs = 60_000;

/** @type {import("../row.js").Row} */
export const pipelining = {
  number: 1,
  usesStore: false,
  name: "pipelined requests of clients that leave",
  async run(scene, finding) {
    const server = await scene.start(["--shutdown-timeout", "60"], { heapMb: 512 });
    const watched = watch(server);
    const connections = scene.isShort ? 60 : 400;
    for (let round = 0; round < connections; round += 50) {
      await Promise.all(Array.from({ length: Math.min(50, connections - round) }, () => leave(server.port)));
    }
    const isIdle = await until(async () => (await server.metric(inFlight)) === 0, idleMs);
    finding.require(isIdle, `${await server.metric(inFlight)} requests are in flight when all clients are gone`);

    const socket = await open(server.port);
    socket.pause();
    socket.write(request.repeat(50_000));
    let unanswered = 0;
    for (let look = 0; look < 20; look += 1) {
      unanswered = Math.max(unanswered, (await server.metric(inFlight)) ?? 0);
      await sleep(50);
    }
    finding.require(unanswered <= maxUnanswered, `${unanswered} requests of one connection were taken unanswered`);
    const { text } = await watched.end(scene.isShort ? 1 : 10);
    finding.require(server.ended === undefined, `the server died: ${server.ended}`);
    const stopped = await server.stop(stopMs);
    finding.require(stopped.code === 0, `stopping: ${stopped.code} after ${stopped.ms} ms`);
    await closed(socket, 1000);
    socket.destroy();
    finding.note(`${connections} connections of 2,000 requests; ${text}`);
    finding.note(`unanswered on one connection ${unanswered}; stopped in ${stopped.ms} ms`);
  },
};

/** @param {number} port */
async function leave(port) {
  const socket = await open(port);
  await new Promise((resolve) => socket.write(request.repeat(2000), resolve));
  socket.destroy();
}
