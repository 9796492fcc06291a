import { personalToken } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { octocat, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const headers = { authorization: basicAuth(octocat.login, octocat.password) };

describeEngines((engine) => {
  describe("pages of a list of 101", () => {
    let server: TestServer;

    beforeAll(async () => {
      server = await startTestServer(inProcess, engine);
      for (let count = 1; count <= 101; count += 1) await personalToken(server, octocat, { note: `note ${count}` });
    });

    afterAll(() => server.close());

    async function list(query: string) {
      const response = await server.fetch(new Request(`${server.baseUrl}/authorizations${query}`, { headers }));
      const links = response.headers.get("link")?.matchAll(/<([^>]*)>; rel="(first|prev|next|last)"/g) ?? [];
      return {
        status: response.status,
        items: ((await response.json()) as unknown[]).length,
        links: [...links].map(([, url = "", relation]) => [relation, new URL(url).search]),
      };
    }

    test.each([
      ["", 30, "?page=4"],
      ["?per_page=30", 30, "?per_page=30&page=4"],
      ["?per_page=abc", 30, "?per_page=abc&page=4"],
      ["?per_page=0", 30, "?per_page=0&page=4"],
      ["?per_page=-5", 30, "?per_page=-5&page=4"],
      ["?per_page=500", 100, "?per_page=500&page=2"],
      ["?page=abc&per_page=100", 100, "?per_page=100&page=2"],
      ["?page=0", 30, "?page=4"],
    ])("%s has %i items and %s as its last page", async (query, items, last) => {
      const page = await list(query);
      expect(page).toMatchObject({ status: 200, items });
      expect(page.links).toContainEqual(["last", last]);
    });

    test("a page after the last one is empty, and links to the last and the first", async () => {
      expect(await list("?page=9")).toEqual({
        status: 200,
        items: 0,
        links: [
          ["prev", "?page=4"],
          ["last", "?page=4"],
          ["first", "?page=1"],
        ],
      });
    });
  });
});
