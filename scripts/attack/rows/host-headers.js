// Rows 5 to 7: Host headers that are no address, two of them, and none.
import { head, said, statusOf } from "../sockets.js";

const paths = ["/", "/live", "/ready", "/docs", "/api/v3", "/api/v3/user", "/_grantbook/", "/_grantbook/clock"];
const hosts = [
  "x.1",
  "1.2.3.256",
  "4294967296",
  "xn--a",
  "0x100000000",
  "1.2.3.4.5",
  "256.256.256.256",
  "a.0xfffffffff",
];

/** @type {import("../row.js").Row} */
export const malformedHosts = {
  number: 5,
  usesStore: false,
  name: "Host headers that are no address",
  async run(scene, finding) {
    const server = await scene.start();
    let failed = 0;
    let accepted = 0;
    for (const host of hosts) {
      for (const path of paths) {
        const status = statusOf(
          await said(server.port, head(`GET ${path} HTTP/1.1`, `Host: ${host}`, "Connection: close")),
        );
        if (status >= 500) failed += 1;
        else if (status !== 400) accepted += 1;
      }
    }
    finding.require(failed === 0, `${failed} were answered with 500`);
    finding.require(accepted === 0, `${accepted} were not answered with 400`);
    finding.require(server.failures.length === 0, `${server.failures.length} lines in the log`);
    finding.note(
      `${hosts.length * paths.length} requests: ${failed} times 500, ${server.failures.length} lines in the log`,
    );
  },
};

/** @type {import("../row.js").Row} */
export const twoHosts = {
  number: 6,
  usesStore: false,
  name: "two Host headers",
  async run(scene, finding) {
    const server = await scene.start();
    const statuses = [];
    for (const path of paths) {
      const request = head(`GET ${path} HTTP/1.1`, "Host: localhost", "Host: other.example", "Connection: close");
      statuses.push(statusOf(await said(server.port, request)));
    }
    const accepted = statuses.filter((status) => status !== 400).length;
    finding.require(accepted === 0, `${accepted} were not answered with 400`);
    finding.note(`${paths.length} requests: ${statuses.join(" ")}`);
  },
};

/** @type {import("../row.js").Row} */
export const oldProtocol = {
  number: 7,
  usesStore: false,
  name: "HTTP/1.0 without Host",
  async run(scene, finding) {
    const server = await scene.start();
    const statuses = [];
    for (const path of ["/live", "/ready", "/api/v3/meta"]) {
      statuses.push(statusOf(await said(server.port, head(`GET ${path} HTTP/1.0`))));
    }
    finding.require(
      statuses.every((status) => status === 200),
      `/live, /ready, /api/v3/meta: ${statuses.join(" ")}`,
    );
    const current = statusOf(await said(server.port, head("GET /live HTTP/1.1", "Connection: close")));
    finding.require(current === 400, `HTTP/1.1 without Host is answered ${current}`);
    finding.note(`/live, /ready, /api/v3/meta: ${statuses.join(" ")}; in HTTP/1.1 ${current}`);
  },
};
