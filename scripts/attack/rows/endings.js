// Rows 8 and 9: a server that stops while connections are idle, and a connection that had its last answer.

import { octocat } from "../row.js";
import { basic, closed, head, open, Wire } from "../sockets.js";

/** Milliseconds that stopping may take; what is in flight would have three times as much. */
const stopMs = 20_000;

/** @type {import("../row.js").Row} */
export const stopping = {
  number: 8,
  usesStore: false,
  name: "SIGTERM while connections are idle",
  async run(scene, finding) {
    const flags = ["--shutdown-timeout", "60", "--headers-timeout", "60", "--request-timeout", "60"];
    const server = await scene.start([...flags, "--keep-alive-timeout", "60"]);
    const wire = await Wire.open(server.port);
    const fault = JSON.stringify({ operation: "oauth-authorizations/list-authorizations", delay: 500 });
    const ordered = await wire.ask("PUT", "/_grantbook/faults", {}, fault);
    if (ordered?.status !== 200) throw new Error(`the delay was not ordered: ${ordered?.status} ${ordered?.body}`);
    const sockets = await Promise.all(Array.from({ length: 10 }, () => open(server.port)));
    sockets.forEach((socket, index) => {
      if (index % 2) socket.write("GET /live HTTP/1.1\r\nHost: loc");
    });
    const answer = wire.ask("GET", "/api/v3/authorizations", { Authorization: basic(octocat.login, octocat.password) });
    // It has arrived when the server counts it.
    for (let look = 0; look < 100 && !(await server.metric("grantbook_requests_in_flight")); look += 1);
    const { code, ms } = await server.stop(stopMs);
    finding.require(code === 0, `the server ended with ${code} after ${ms} ms`);
    const status = (await answer)?.status;
    finding.require(status === 200, `what was in flight was answered ${status ?? "not at all"}`);
    finding.note(`10 idle connections: stopped in ${ms} ms, one answer of 500 ms in flight`);
    for (const socket of sockets) socket.destroy();
  },
};

/** @type {import("../row.js").Row} */
export const lastAnswer = {
  number: 9,
  usesStore: false,
  name: "a connection after --max-requests",
  async run(scene, finding) {
    const server = await scene.start(["--max-requests", "5", "--keep-alive-timeout", "60"]);
    const wire = await Wire.open(server.port);
    wire.socket.write(head("GET /live HTTP/1.1", "Host: localhost").repeat(20));
    const isClosed = await closed(wire.socket, 5000);
    const statuses = [];
    for (let answer = await wire.next(100); answer; answer = await wire.next(100)) statuses.push(answer.status);
    finding.require(isClosed, "the connection stays open");
    finding.require(statuses.join() === "200,200,200,200,200", `answers ${statuses.join(" ")}`);
    finding.note(
      `20 requests: ${statuses.filter((status) => status === 200).length} answers, ${statuses.length - 5} more`,
    );
    wire.close();
  },
};
