// Row 2: clients that ask for much and read nothing.

import { bystander, watch } from "../observers.js";
import { octocat } from "../row.js";
import { until } from "../server.js";
import { basic, head, open, Wire } from "../sockets.js";

/**
 * Milliseconds after which all connections must be cut off: 30 s without progress is the default, and there is progress
 * until the buffers of the operating system are full.
 */
const cutOffMs = 180_000;
/** Milliseconds in which a busy server must have accepted all connections. */
const acceptMs = 60_000;

/** @type {import("../row.js").Row} */
export const unreadAnswers = {
  number: 2,
  usesStore: false,
  name: "answers that nobody reads",
  async run(scene, finding) {
    const isShortened = scene.isShort && scene.knows("--write-timeout");
    const server = await scene.start(isShortened ? ["--write-timeout", "2"] : [], { heapMb: 512 });
    const authorization = basic(octocat.login, octocat.password);
    const wire = await Wire.open(server.port);
    for (let index = 0; index < 80; index += 1) {
      const body = JSON.stringify({ note: `${index} ${"n".repeat(200)}`, fingerprint: `${index}` });
      await wire.ask("POST", "/api/v3/authorizations", { Authorization: authorization }, body);
    }
    wire.close();

    const watched = watch(server);
    const other = bystander(server.port, octocat);
    const page = head(
      "GET /api/v3/authorizations?per_page=80 HTTP/1.1",
      "Host: localhost",
      `Authorization: ${authorization}`,
    );
    const sockets = await Promise.all(Array.from({ length: scene.isShort ? 20 : 200 }, () => open(server.port)));
    // A busy server has not accepted all of them when the operating system has.
    await until(async () => ((await server.metric("grantbook_connections ")) ?? 0) >= sockets.length, acceptMs);
    for (const socket of sockets) {
      socket.pause();
      socket.write(page.repeat(1600));
    }
    // Paused sockets do not notice that they were closed; the server knows how many it has.
    const few = 3;
    const began = performance.now();
    await until(
      async () => server.ended !== undefined || ((await server.metric("grantbook_connections ")) ?? Infinity) <= few,
      cutOffMs,
    );
    const seconds = Math.round((performance.now() - began) / 1000);
    const left = await server.metric("grantbook_connections ");
    finding.require((left ?? Infinity) <= few, `${left} connections are open after ${seconds} s`);
    for (const socket of sockets) socket.destroy();
    const { text } = await watched.end(scene.isShort ? 1 : 10);
    finding.require(server.ended === undefined, `the server died: ${server.ended}`);
    finding.require(
      server.failures.length === 0,
      `${server.failures.length} lines of failures in the log: ${server.failures[0]?.slice(0, 200)}`,
    );
    finding.note(`${sockets.length} connections, 1,600 pages each; cut off after ${seconds} s; ${text}`);
    finding.note((await other.end()).text);
  },
};
