import type { OperationId } from "@grantbook/contract";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { mona, octocat, startTestServer } from "@grantbook/test-kit/test-server";
import { describe, expect, test } from "vitest";
import type { Pending, Scenario, unreachable } from "../matrix.js";
import { matrix } from "../scenarios/index.js";
import { rawTransport } from "./raw-transport.js";
import { sources } from "./sources.js";
import { always, table } from "./table.js";

type AnyCell = typeof unreachable | Pending | Scenario<OperationId, never>;

const names = new Map<string, readonly string[]>();
const transport = rawTransport(names);

/** Names of the headers of a response, as they were sent. */
const sentNames = (requestId: string | null | undefined) => names.get(requestId ?? "")?.toSorted();

// The table does not follow from the description or the server: it has the names that GitHub was seen to send.
describe("the names of headers on the wire", () => {
  for (const [id, row] of Object.entries(matrix)) {
    test.each(Object.entries(row).filter(([, cell]) => typeof cell === "object" && "call" in cell))(
      `of ${id} with %s are those of the table`,
      async (status, cell: AnyCell) => {
        const server = await startTestServer(transport);
        const { headers } = (await (cell as Scenario<OperationId, never>).call(server)) as {
          headers: Record<string, string>;
        };
        await server.close();
        const own = table[id as OperationId][Number(status) as never] as readonly string[] | undefined;
        expect(sentNames(headers["x-github-request-id"])).toEqual([...always, ...(own ?? ["?"])].toSorted());
      },
    );
  }

  test.each([
    ["a question for a one-time code", "GET", "/user", basicAuth(mona.login, mona.password), ["X-GitHub-OTP"]],
    ["no operation", "GET", "/nowhere", basicAuth(octocat.login, octocat.password), []],
    ["HEAD without credentials", "HEAD", "/authorizations", "", ["Deprecation", "Link", "Sunset"]],
  ])("of the response to %s", async (_, method, path, authorization, own) => {
    const server = await startTestServer(transport);
    const request = new Request(server.baseUrl + path, { method, headers: authorization ? { authorization } : {} });
    const response = await server.fetch(request);
    await server.close();
    const content = ["Content-Length", "Content-Type"];
    const sent = sentNames(response.headers.get("x-github-request-id"))?.filter(
      (name) => !/Version-Selected/.test(name),
    );
    expect(sent).toEqual([...always, ...content, ...own].toSorted());
  });

  test("have a source each, and no source is left over", () => {
    const all = Object.values(table).flatMap((row) => Object.values(row).flat());
    expect([...new Set([...always, ...all, "X-GitHub-OTP"])].toSorted()).toEqual(Object.keys(sources).toSorted());
  });
});
