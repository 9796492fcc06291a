// Row 13: the switches of --demo with what no test of a client sends.

import { octocat } from "../row.js";
import { basic, Wire } from "../sockets.js";

const faults = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];
const times = [
  "-271821-04-20T00:00:00Z",
  "-000001-01-01T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "1969-12-31T23:59:59Z",
  "+010000-01-01T00:00:00Z",
  "+275760-09-13T00:00:00Z",
];
const depth = 30_000;

/** @type {import("../row.js").Row} */
export const switches = {
  number: 13,
  usesStore: true,
  name: "the switches of --demo",
  async run(scene, finding) {
    const server = await scene.start();
    const wire = await Wire.open(server.port);
    const headers = { Authorization: basic(octocat.login, octocat.password) };
    const put = async (/** @type {string} */ path, /** @type {object} */ body) =>
      (await wire.ask("PUT", `/_grantbook/${path}`, {}, JSON.stringify(body)))?.status ?? 0;
    const api = async () => (await wire.ask("GET", "/api/v3/authorizations", headers))?.status ?? 0;

    const named = [];
    for (const operation of faults) named.push(await put("faults", { operation, status: 503 }));
    for (const operation of faults) named.push(await put("faults", { operation, delay: 1 }));
    finding.require(
      named.every((status) => status === 422),
      `faults for names of Object: ${named.join(" ")}`,
    );
    await wire.ask("DELETE", "/_grantbook/faults");

    const nested = `{"note":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    await wire.ask("POST", "/api/v3/authorizations", headers, nested);
    const requests = (await wire.ask("GET", "/_grantbook/requests"))?.status;
    finding.require(requests === 200, `after a body ${depth} deep the requests are answered ${requests}`);

    const clocks = [];
    for (const now of times) {
      const status = await put("clock", { now });
      clocks.push(`${status}/${await api()}`);
      await wire.ask("DELETE", "/_grantbook/clock");
    }
    for (const move of [8e12, -8e12, 1e308]) {
      const status = await put("clock", { move });
      clocks.push(`${status}/${await api()}`);
      await wire.ask("DELETE", "/_grantbook/clock");
    }
    finding.require(
      clocks.every((pair) => pair === "422/200"),
      `clocks, and the API after: ${clocks.join(" ")}`,
    );
    finding.require(
      server.failures.length === 0,
      `${server.failures.length} lines of failures in the log: ${server.failures[0]?.slice(0, 200)}`,
    );
    finding.note(
      `faults ${[...new Set(named)].join(" ")}; nested ${requests}; clocks/API ${[...new Set(clocks)].join(" ")}`,
    );
    wire.close();
  },
};
