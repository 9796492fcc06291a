import { baseUrl, clientOf, json, octocat, type Responder } from "@grantbook/test-kit/client-fixture";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { describe, expect, test } from "vitest";

const list = `${baseUrl}/applications/grants`;
const next = (target: string) => ({ link: `<${target}>; rel="next"` });

/** A list of so many pages, with two grants each: 1, 2, then 3, 4 and so on. */
function pagesOf(count: number): Responder {
  return ({ url }) => {
    const { searchParams } = new URL(url);
    const page = Number(searchParams.get("page") ?? 1);
    searchParams.set("page", String(page + 1));
    return json(200, [{ id: 2 * page - 1 }, { id: 2 * page }], page < count ? next(`${list}?${searchParams}`) : {});
  };
}

/** Everything that comes, and the error at the end if there is one. */
async function all<T>(things: AsyncIterable<T>): Promise<{ readonly got: T[]; readonly error?: unknown }> {
  const got: T[] = [];
  try {
    for await (const thing of things) got.push(thing);
  } catch (error) {
    return { got, error };
  }
  return { got };
}

describe("a list", () => {
  test("is iterated over item by item, page after page, each asked for once", async () => {
    const { client, requests } = clientOf(octocat, pagesOf(3));
    expect((await all(client.grants.iterate())).got.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(requests.map(({ url }) => url)).toEqual([list, `${list}?page=2`, `${list}?page=3`]);
  });

  test("comes in pages that know their numbers", async () => {
    const { client } = clientOf(octocat, pagesOf(3));
    const { got } = await all(client.grants.pages());
    expect(got.map(({ number, items }) => [number, items.map(({ id }) => id)])).toEqual([
      [1, [1, 2]],
      [2, [3, 4]],
      [3, [5, 6]],
    ]);
    const { got: later } = await all(client.grants.pages({ page: 2 }));
    expect(later.map(({ number }) => number)).toEqual([2, 3]);
  });

  test("keeps its query from page to page, and what the call was told", async () => {
    const { client, requests } = clientOf(octocat, pagesOf(3));
    await all(client.grants.pages({ client_id: "a b&c", per_page: 2 }, { headers: { "x-github-otp": "123456" } }));
    const sent = requests.map(({ url, headers }) => [...new URL(url).searchParams, headers.get("x-github-otp")]);
    const query = [
      ["client_id", "a b&c"],
      ["per_page", "2"],
    ];
    expect(sent).toEqual([
      [...query, "123456"],
      [...query, ["page", "2"], "123456"],
      [...query, ["page", "3"], "123456"],
    ]);
  });

  test("is not asked for before its first item is wanted, nor for more after a break", async () => {
    const { client, requests } = clientOf(octocat, pagesOf(3));
    const grants = client.grants.iterate();
    expect(requests).toHaveLength(0);
    for await (const { id } of grants) if (id === 3) break;
    expect(requests).toHaveLength(2);
    expect(await grants.next()).toEqual({ done: true, value: undefined });
  });

  test("of no page but an empty one has nothing", async () => {
    const { client } = clientOf(octocat, () => json(200, []));
    expect(await all(client.grants.iterate())).toEqual({ got: [] });
  });

  test("throws what its calls throw, after what it gave", async () => {
    const first = pagesOf(2);
    const { client } = clientOf(octocat, (request, count) => (count ? json(404, {}) : first(request, count)));
    const { got, error } = await all(client.grants.pages());
    expect(got).toHaveLength(1);
    expect(error).toMatchObject({ name: "ApiError", code: "not-found" });
  });

  test("is broken off between pages, with the reason", async () => {
    const { client, requests } = clientOf(octocat, pagesOf(3));
    const controller = new AbortController();
    const pages = client.grants.pages({}, { signal: controller.signal });
    await pages.next();
    controller.abort(new RangeError("enough"));
    expect(await failureOf(pages.next())).toEqual(new RangeError("enough"));
    expect(requests).toHaveLength(1);
  });
});

describe("the end of the pages", () => {
  test.each([
    [1, 1, 1],
    [3, 3, 3],
    [3, 4, 3],
    [4, 3, 3],
    [5, 1, 1],
    [2, 0, 1],
  ])("of %i pages, with at most %i, %i are given", async (count, maxPages, given) => {
    const { client, requests } = clientOf(octocat, pagesOf(count));
    const { got, error } = await all(client.grants.pages({}, { maxPages }));
    expect([got.length, requests.length]).toEqual([given, given]);
    expect(error === undefined).toBe(given === count);
    if (error) expect(error).toMatchObject({ code: "pagination", message: `${list}: more than ${maxPages} pages` });
  });

  test("comes after a thousand pages when a list has no end", async () => {
    const { client, requests } = clientOf(octocat, pagesOf(Number.POSITIVE_INFINITY));
    const { error } = await all(client.grants.iterate());
    expect(error).toMatchObject({ code: "pagination", message: `${list}: more than 1000 pages` });
    expect(requests).toHaveLength(1000);
  });

  test.each([
    ["to itself", (page: number) => Math.min(page + 1, 2)],
    ["back to the first", (page: number) => (page % 3) + 1],
  ])("comes when a page leads %s", async (_, after) => {
    const { client, requests } = clientOf(octocat, ({ url }) => {
      const page = Number(new URL(url).searchParams.get("page") ?? 1);
      return json(200, [], next(`${list}?page=${after(page)}`));
    });
    const { error } = await all(client.grants.pages());
    expect(error).toMatchObject({ name: "ClientError", code: "pagination", message: `${list}: a page comes again` });
    expect(requests.length).toBeLessThan(5);
  });

  test.each([
    ["another list", `${baseUrl}/authorizations?page=2`],
    ["a path below", `${list}/1?page=2`],
    ["dots", `${list}/../grants?page=2`],
    ["nowhere", ""],
  ])("comes when the next page is at %s: nothing is asked there", async (_, target) => {
    const { client, requests } = clientOf(octocat, () => json(200, [], next(target)));
    const { got, error } = await all(client.grants.pages());
    expect(got).toHaveLength(1);
    expect(error).toMatchObject({ code: "pagination", message: `${list}: the next page is elsewhere` });
    expect(requests.map(({ url }) => url)).toEqual([list]);
  });

  test.each([
    ["another site", "https://evil.example/api/v3/applications/grants"],
    ["another scheme", list.replace("https:", "http:")],
    ["another port", list.replace("hub.example", "hub.example:8443")],
    ["a site that begins like this one", list.replace("hub.example", "hub.example.evil.example")],
    ["a name in front of the site", list.replace("hub.example", "hub.example@evil.example")],
    ["another path in front of the API's", "https://hub.example/prefix/api/v3/applications/grants"],
    ["no whole address", "/api/v3/applications/grants"],
  ])("is requested from the client's own address when the server calls itself by %s", async (_, target) => {
    const { client, requests } = clientOf(octocat, (_request, count) =>
      json(200, [count], count ? {} : next(`${target}?page=2&per_page=1`)),
    );
    expect((await all(client.grants.pages())).got).toHaveLength(2);
    expect(requests.map(({ url }) => url)).toEqual([list, `${list}?page=2&per_page=1`]);
  });

  test.each([
    ["first in the header", `<${list}?page=2>; rel="next", <${list}?page=9>; rel="last"`, 2],
    ["last in the header", `<${list}?page=1>; rel="first", <${list}?page=2>; rel="next"`, 2],
    ["without quotes", `<${list}?page=2>; rel=next`, 2],
    ["after another parameter", `<${list}?page=2>; title="x, y"; rel="next"`, 2],
    ["after white space", `<${list}?page=2> ; rel="next"`, 2],
    ["another relation", `<${list}?page=2>; rel="last", <${list}?page=2>; rel="prev"`, 1],
    ["a page about the operation", `<https://docs.example/next>; rel="deprecation"`, 1],
    ["nonsense", `${"<".repeat(4000)}; rel="next"`, 1],
  ])("is found in a header: %s", async (_, link, pages) => {
    const { client } = clientOf(octocat, (_request, count) => json(200, [], count ? {} : { link }));
    expect((await all(client.grants.pages())).got).toHaveLength(pages);
  });

  test("is found where the base URL is written in another way", async () => {
    const { client } = clientOf(octocat, pagesOf(2), { baseUrl: "https://HUB.example:443/api/v3/" });
    expect((await all(client.grants.pages())).got).toHaveLength(2);
  });
});
