import { describe, expect, test } from "vitest";
import { linkHeader, pageRequest } from "./pagination.js";

const url = "https://a.example/api/v3/authorizations";

function links(query: Record<string, string>, page: number, lastPage: number): object {
  return linkHeader(url, new URLSearchParams(query), { items: [], page, lastPage });
}

describe("linkHeader", () => {
  test("is left out when there is one page", () => {
    expect(links({}, 1, 1)).toEqual({});
  });

  test.each([
    ["first", 1, `<${url}?page=2>; rel="next", <${url}?page=5>; rel="last"`],
    [
      "middle",
      3,
      `<${url}?page=2>; rel="prev", <${url}?page=4>; rel="next", <${url}?page=5>; rel="last", <${url}?page=1>; rel="first"`,
    ],
    ["last", 5, `<${url}?page=4>; rel="prev", <${url}?page=1>; rel="first"`],
  ])("has on the %s page of five what GitHub sends, in that order", (_, page, link) => {
    expect(links({}, page, 5)).toEqual({ Link: link });
  });

  test.each([1, 3])("leads back from a page that is not there to the last one, %i", (lastPage) => {
    const link = `<${url}?page=${lastPage}>; rel="prev", <${url}?page=${lastPage}>; rel="last", <${url}?page=1>; rel="first"`;
    expect(links({}, 7, lastPage)).toEqual({ Link: link });
  });

  test("repeats the parameters as they were sent, before the page", () => {
    expect(links({ per_page: "3" }, 1, 2)).toEqual({
      Link: `<${url}?per_page=3&page=2>; rel="next", <${url}?per_page=3&page=2>; rel="last"`,
    });
    expect(links({ page: "2", per_page: "30", client_id: "Iv1.a" }, 2, 2)).toEqual({
      Link: `<${url}?per_page=30&client_id=Iv1.a&page=1>; rel="prev", <${url}?per_page=30&client_id=Iv1.a&page=1>; rel="first"`,
    });
  });

  test("lets nothing of a client id out of its place", () => {
    expect(links({ client_id: '>; rel="x"\r\nx-evil: 1&page=9' }, 1, 2)).toEqual({
      Link: expect.stringMatching(/^<[^<>"\s]*>; rel="next", <[^<>"\s]*&page=2>; rel="last"$/),
    });
  });
});

test("pageRequest takes page and size from the query", () => {
  expect(pageRequest({ page: 2, per_page: 50 })).toEqual({ page: 2, perPage: 50 });
});
