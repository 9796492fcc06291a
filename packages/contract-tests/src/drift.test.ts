import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OperationId } from "@grantbook/contract";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { startTestServer } from "@grantbook/test-kit/test-server";
import { transports } from "@grantbook/test-kit/transports";
import { beforeAll, describe, expect, test } from "vitest";
import { type Entry, har, harTransport, recordedSite } from "./har-transport.js";
import type { Pending, Scenario, unreachable } from "./matrix.js";
import { matrix } from "./scenarios/index.js";

type AnyCell = typeof unreachable | Pending | Scenario<OperationId, never>;
const isScenario = (cell: AnyCell): cell is Scenario<OperationId, never> => typeof cell === "object" && "call" in cell;

type Counted = "operations" | "parameters" | "properties" | "responses";

/** Fields of the output of `redocly drift` that this test reads. */
interface Replay {
  readonly report: {
    readonly run: object;
    readonly problems: readonly { readonly message: string }[];
  };
  readonly coverage: {
    readonly totals: Record<Counted, { readonly covered: number; readonly total: number }>;
    readonly operations: readonly {
      readonly operationId: string;
      readonly missing: readonly { readonly kind: string; readonly in?: string; readonly status?: string }[];
    }[];
  };
}

const path = (fromRoot: string) => fileURLToPath(new URL(`../../../${fromRoot}`, import.meta.url));

/** Plays every scenario, those of different operations at the same time. */
async function record(): Promise<Entry[]> {
  const entries: Entry[] = [];
  const [transport] = transports.filter(({ name }) => name === "in process").map((it) => harTransport(it, entries));
  if (!transport) throw new Error("There is no transport in process.");
  await Promise.all(
    Object.values(matrix).map(async (row) => {
      for (const { call, check } of (Object.values(row) as readonly AnyCell[]).filter(isScenario)) {
        const server = await startTestServer(transport);
        const answer = await call(server);
        await check?.(answer as never, server);
        await server.close();
      }
    }),
  );
  return entries;
}

/** Compares what was recorded with the description. */
function replay(entries: readonly Entry[]): Replay {
  const folder = newFolder();
  const file = (name: string) => join(folder, name);
  writeFileSync(file("traffic.har"), har(entries));
  const { stderr } = spawnSync(
    process.execPath,
    [
      ...[path("scripts/redocly.js"), "drift", file("traffic.har")],
      ...["--api", path("openapi/openapi.yaml"), "--server", `${recordedSite}/api/v3`],
      ...["--format", "json", "--output", file("report.json")],
      ...["--coverage", "--coverage-output", file("coverage.json")],
    ],
    { encoding: "utf8" },
  );
  const read = (name: string) => {
    if (!existsSync(file(name))) throw new Error(`redocly drift did not write ${name}:\n${stderr}`);
    return JSON.parse(readFileSync(file(name), "utf8"));
  };
  return { report: read("report.json"), coverage: read("coverage.json") };
}

// A second opinion: this reads the description with code that is not ours, and sees no more of us than requests and
// answers. It passes over statuses, media types and headers of answers that are not described, and over the shape of a
// request that was answered with 4xx.
describe("the scenarios of every operation and status, seen by redocly drift", () => {
  let entries: readonly Entry[];
  let replayed: Replay;

  beforeAll(async () => {
    entries = await record();
    replayed = replay(entries);
    const figures = Object.entries(replayed.coverage.totals).map(
      ([what, { covered, total }]) => `${covered}/${total} ${what}`,
    );
    console.info(`${entries.length} exchanges: ${figures.join(", ")}`);
  });

  test("every exchange is described, as request and as answer", () => {
    expect(replayed.report.run).toMatchObject({ documentedExchanges: entries.length, skippedExchanges: 0 });
    expect(replayed.report.problems).toEqual([]);
  });

  test("every operation is called, and answered with every status that has a scenario", () => {
    const { totals, operations } = replayed.coverage;
    expect(totals.operations).toEqual({ covered: totals.operations.total, total: Object.keys(matrix).length });
    const missing = operations.flatMap(({ operationId, missing }) =>
      missing.flatMap(({ kind, status }) => (kind === "response" ? [`${operationId} ${status}`] : [])),
    );
    const expected = Object.entries(matrix).flatMap(([id, row]) =>
      Object.entries(row as unknown as Record<string, AnyCell>).flatMap(([status, cell]) =>
        isScenario(cell) ? [] : [`${id} ${status}`],
      ),
    );
    expect(missing.toSorted()).toEqual(expected.toSorted());
  });

  test("every parameter is sent that is not a header", () => {
    const missing = replayed.coverage.operations.flatMap((operation) => operation.missing);
    expect(missing.filter(({ kind, in: place }) => kind === "parameter" && place !== "header")).toEqual([]);
  });

  test.each([
    ["parameters", 0.73],
    ["properties", 0.34],
  ] as const)("of all %s, a share of %d and more is seen", (what, floor) => {
    const { covered, total } = replayed.coverage.totals[what];
    expect(covered / total).toBeGreaterThanOrEqual(floor);
  });

  test("what is not described would be found", () => {
    const made = entries.find(({ request, response }) => request.method === "POST" && response.status === 201);
    if (!made?.request.postData) return expect.unreachable("no authorization was created");
    const { request, response } = made;
    const postData = { ...made.request.postData, text: '{"note":1}' };
    const { headers, url } = request;
    const withContent = (text: string) => ({ ...response, content: { ...response.content, text } });
    const { report } = replay([
      { ...made, request: { ...request, url: `${recordedSite}/api/v3/tokens` } },
      { ...made, request: { ...request, url: `${url}?unknown` } },
      { ...made, request: { ...request, headers: [...headers, { name: "x-unknown", value: "" }] } },
      { ...made, request: { ...request, headers: [] } },
      { ...made, request: { ...request, postData } },
      { ...made, response: withContent(response.content.text.replace("id", "x")) },
      { ...made, response: withContent("{") },
    ]);
    expect(report.problems.map(({ message }) => message)).toEqual([
      "Undocumented endpoint: POST /api/v3/tokens",
      'Undocumented query parameter in traffic: "unknown"',
      'Undocumented header in traffic: "x-unknown"',
      "Request does not satisfy documented OpenAPI security requirements",
      'Request field "note" must be string.',
      'Response is missing required field "id".',
      "Response body is not valid JSON for JSON content-type",
    ]);
  });
});
