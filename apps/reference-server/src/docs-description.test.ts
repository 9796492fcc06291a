import { build } from "@grantbook/test-kit/server-process";
import { beforeAll, expect, test } from "vitest";
import { createDocs } from "./docs.js";

beforeAll(build);

test("the description has the address of this server first, and keeps the general one", async () => {
  const docs = createDocs({ publicUrl: () => "https://ghe.example", samples: undefined, database: () => undefined });
  const response = await docs(new Request("http://127.0.0.1/docs/openapi.json"));
  if (!response) return expect.unreachable("the description is not served");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const { servers } = (await response.json()) as { servers: readonly { url: string }[] };
  expect(servers.map(({ url }) => url)).toEqual(["https://ghe.example/api/v3", "{protocol}://{hostname}/api/v3"]);
});
