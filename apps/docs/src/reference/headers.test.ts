import { expect, test } from "vitest";
import { small } from "../small-description-fixture.js";
import { commonHeaders, headerList, requestHeaderList, withoutHeaders } from "./headers.js";
import { responseTable, responseTitle } from "./responses.js";

const etag = { $ref: "#/components/headers/etag" };
const after = { $ref: "#/components/headers/after" };
const own = { description: "Since v1.2 its own.", schema: {} };
const response = (headers?: Record<string, typeof etag | typeof own>) => ({
  description: "",
  ...(headers && { headers }),
});

test("headers are common that all responses have, from the same component", () => {
  const all = [response({ ETag: etag, A: after, Own: own }), response({ ETag: etag, A: etag, Own: own, B: after })];
  expect(commonHeaders(all)).toEqual({ ETag: etag });
  expect(commonHeaders([response({ ETag: etag }), response()])).toEqual({});
  expect(commonHeaders([response(), response({ ETag: etag })])).toEqual({});
  expect(commonHeaders([response({ ETag: etag, A: after })])).toEqual({ ETag: etag, A: after });
  expect(commonHeaders([])).toEqual({});
});

test("headers are left out that others have from the same component", () => {
  expect(withoutHeaders({ ETag: etag, A: after, B: after }, { ETag: etag, A: etag })).toEqual({ A: after, B: after });
});

test("a list of headers has links, or the meaning of one that is no component", () => {
  expect(`${headerList(small, "a/b.html", "Headers", { ETag: etag, "X-Own": own, After: after })}`).toBe(
    '<p class="headers">Headers: <a href="../index.html#header/etag"><code>ETag</code></a>, <code>X-Own</code> (Since v1.2 its own), <a href="../index.html#header/after"><code>After</code></a></p>',
  );
  expect(headerList(small, "a/b.html", "Headers", {})).toBe(false);
  expect(`${requestHeaderList("index.html", ["If-Match", "Accept"])}`).toBe(
    '<p class="headers">Headers: <a href="#request-header/if-match"><code>If-Match</code></a>, <a href="#request-header/accept"><code>Accept</code></a></p>',
  );
  expect(requestHeaderList("index.html", [])).toBe(false);
});

test("headers of every error are those from status 400 on", () => {
  const { text } = responseTable(small, "index.html", {
    200: response({ ETag: etag, After: after }),
    399: response(),
    400: response({ ETag: etag, After: after }),
    404: response({ After: after, Other: etag }),
  });
  const namesOf = (status: string) => {
    const [, row = ""] = text.split(`>${status}</span>`);
    return [...(row.split("</tr>")[0] ?? "").matchAll(/<code>(.*?)<\/code>/g)].map(([, name]) => name);
  };
  expect(["200", "399", "400", "404"].map(namesOf)).toEqual([["ETag", "After"], [], ["ETag"], ["Other"]]);
  expect(text.split("</table>")[1]).toBe(
    '\n\n<p class="headers">Headers of every error: <a href="#header/after"><code>After</code></a></p>',
  );
});

test("a response that is not shared has no link to its examples", () => {
  const examples = { one: { summary: "One", value: { message: "No" } } };
  const content = { "application/json": { schema: { type: "object" }, examples } };
  expect(responseTable(small, "index.html", { 400: { description: "x", content } }).text).not.toContain("messages");
});

test("the title of a shared response is its name in words", () => {
  expect(responseTitle("not-a-github-app")).toBe("Not a github app");
});
