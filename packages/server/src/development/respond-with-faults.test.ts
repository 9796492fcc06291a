import { beforeEach, expect, test } from "vitest";
import type { Server } from "../server.js";
import { type Fault, Faults } from "./faults.js";
import { respondWithFaults } from "./respond-with-faults.js";

const client = { address: "192.0.2.7" };
const list = "oauth-authorizations/list-authorizations";

let calls: unknown[][];
const server: Pick<Server, "fetch" | "respond"> = {
  async fetch(...parameters: unknown[]) {
    calls.push(["fetch", ...parameters]);
    return new Response("from the server");
  },
  async respond(id, { status }, ...others) {
    calls.push(["respond", id, status, ...others]);
    return new Response("from the fault", { status });
  },
};
const cut = () => void calls.push(["cut"]);

beforeEach(() => {
  calls = [];
});

async function respond(wanted: readonly Fault[], path = "/authorizations") {
  const faults = new Faults();
  faults.set(wanted);
  const request = new Request(`https://git.example/api/v3${path}`);
  const response = await respondWithFaults(faults, { request, client, server: () => server, cut });
  return { request, text: await response.text(), status: response.status, left: faults.list };
}

test.each<[string, Fault[], string?]>([
  ["without faults", []],
  ["with a fault for another operation", [{ operation: "meta/get", status: 503 }]],
  ["where no operation is", [{ operation: "*", status: 503 }], "/nowhere"],
  ["after a delay alone", [{ operation: list, delay: 1 }]],
])("a request reaches the server %s", async (_, faults, path) => {
  const { request, text, left } = await respond(faults, path);
  expect(text).toBe("from the server");
  expect(calls).toEqual([["fetch", request, client]]);
  expect(left).toEqual(faults);
});

test("the status of a fault is sent in place of the operation, and no connection is cut", async () => {
  const { request, text, status } = await respond([{ operation: list, status: 403 }]);
  expect([text, status]).toEqual(["from the fault", 403]);
  expect(calls).toEqual([["respond", list, 403, request, client]]);
});

test("a cut before the operation does not run it, and is logged as 503 whatever status there is", async () => {
  for (const fault of [
    { operation: list, cut: "before" } as const,
    { operation: list, cut: "before", status: 401 } as const,
  ]) {
    calls = [];
    const { request } = await respond([fault]);
    expect(calls).toEqual([["respond", list, 503, request, client], ["cut"]]);
  }
});

test("a cut after the operation runs it first", async () => {
  const { request } = await respond([{ operation: "*", cut: "after" }]);
  expect(calls).toEqual([["fetch", request, client], ["cut"]]);
});

test("a request gets the server that is there after the delay", async () => {
  const faults = new Faults();
  faults.add({ operation: "*", delay: 1 });
  let current = "none";
  const next = async () => new Response(current);
  const response = respondWithFaults(faults, {
    request: new Request("https://git.example/api/v3/meta"),
    client,
    server: () => {
      current = "the next";
      return { fetch: next, respond: next };
    },
    cut,
  });
  expect(current).toBe("none");
  expect(await (await response).text()).toBe("the next");
});
