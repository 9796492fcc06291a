import { type ClientOptions, createClient } from "@grantbook/client";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { describe, expect, test } from "vitest";
import { octocat } from "./contract.js";
import { listen } from "./hostile-server.js";

const json = { "content-type": "application/json" };
const clientOf = (baseUrl: string, options: Partial<ClientOptions> = {}) =>
  createClient({ baseUrl, auth: octocat, ...options });

/** A server that would take whatever comes to it. */
const stranger = () => listen((_, response) => response.writeHead(200, json).end("[]"));

describe.each([301, 302, 303, 307, 308])("a redirect with %i", (status) => {
  test("to another site is an error, and nothing is sent there: no password, no one-time code", async () => {
    const other = await stranger();
    const { baseUrl, requests } = await listen(({ headers, url }, response) => {
      if (!headers["x-github-otp"]) response.writeHead(401, { ...json, "x-github-otp": "required; app" }).end("{}");
      else response.writeHead(status, { location: `${other.baseUrl}${url}` }).end();
    });
    const client = clientOf(baseUrl, { otp: () => "123456" });
    for (const call of [() => client.grants.list(), () => client.authorizations.create({ note: "n" })]) {
      expect(await failureOf(call())).toMatchObject({ name: "ClientError", code: "redirect", status });
    }
    expect(requests).toHaveLength(4);
    expect(other.requests).toHaveLength(0);
  });

  test("to the same site is an error, and not followed either", async () => {
    const { baseUrl, requests } = await listen((_, response, count) => {
      if (count === 0) response.writeHead(status, { location: "/api/v3/meta" }).end();
      else response.writeHead(200, json).end("[]");
    });
    expect(await failureOf(clientOf(baseUrl).grants.list())).toMatchObject({ code: "redirect", status });
    expect(requests).toHaveLength(1);
  });
});

describe("a list", () => {
  test("that leads to another site goes on at this one, and nothing is sent there", async () => {
    const other = await stranger();
    const next = `<${other.baseUrl}/applications/grants?page=2>; rel="next"`;
    const { baseUrl, requests } = await listen((_, response, count) =>
      response.writeHead(200, { ...json, ...(count === 0 && { link: next }) }).end('[{"id":1}]'),
    );
    const ids: number[] = [];
    const follow = async () => {
      for await (const { id } of clientOf(baseUrl).grants.iterate()) ids.push(id);
    };
    await follow();
    expect([ids, requests.length, other.requests.length]).toEqual([[1, 1], 2, 0]);
  });

  test("without end is given up after the most pages", async () => {
    const { baseUrl, requests } = await listen(({ headers, url }, response, count) => {
      const next = `<http://${headers.host}${url?.split("?")[0]}?page=${count + 2}>; rel="next"`;
      response.writeHead(200, { ...json, link: next }).end('[{"id":1}]');
    });
    const follow = async () => {
      for await (const _ of clientOf(baseUrl).authorizations.pages({}, { maxPages: 20 }));
    };
    expect(await failureOf(follow())).toMatchObject({ code: "pagination" });
    expect(requests.map(({ url }) => url)).toEqual([
      "/api/v3/authorizations",
      ...Array.from({ length: 19 }, (_, index) => `/api/v3/authorizations?page=${index + 2}`),
    ]);
  });
});
