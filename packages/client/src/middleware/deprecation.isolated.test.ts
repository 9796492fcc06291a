import { baseUrl, clientOf, empty, json, octocat, type Responder } from "@grantbook/test-kit/client-fixture";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createClient } from "../create-client.js";
import type { DeprecationNotice } from "./deprecation.js";
import { deprecation } from "./index.js";

const page = "https://docs.example/deprecated";
const notice = {
  deprecation: "@1581638400",
  sunset: "Fri, 13 Nov 2020 16:00:00 GMT",
  link: `<${baseUrl}/authorizations?page=2>; rel="next", <${page}>; rel="deprecation"; type="text/html"`,
};
const deprecated: Responder = ({ method }) => {
  if (method === "DELETE") return empty(204, notice);
  return json(method === "POST" ? 201 : 200, [], notice);
};

describe("a client", () => {
  test("is notified once of each deprecated operation that it calls", async () => {
    const onDeprecated = vi.fn<(notice: DeprecationNotice) => void>();
    const { client } = clientOf(octocat, deprecated, { middleware: [deprecation(onDeprecated)] });
    for (let round = 0; round < 3; round += 1) {
      await client.authorizations.create({ note: "n" });
      await client.call("oauth-authorizations/list-authorizations");
      await client.authorizations.delete({ authorization_id: 1 });
    }
    const told = { sunset: new Date("2020-11-13T16:00:00Z"), link: page };
    expect(onDeprecated.mock.calls).toEqual([
      [{ operationId: "oauth-authorizations/create-authorization", ...told }],
      [{ operationId: "oauth-authorizations/list-authorizations", ...told }],
      [{ operationId: "oauth-authorizations/delete-authorization", ...told }],
    ]);
  });

  test("is notified of what another one was notified of, and of a refusal as well", async () => {
    const onDeprecated = vi.fn<(notice: DeprecationNotice) => void>();
    const refused: Responder = () => json(404, {}, notice);
    for (const answer of [deprecated, refused]) {
      const { client } = clientOf(octocat, answer, { middleware: [deprecation(onDeprecated)] });
      await client.grants.list().catch(() => undefined);
    }
    expect(onDeprecated).toHaveBeenCalledTimes(2);
  });

  test("is not notified of an operation that is current, or that did not answer", async () => {
    const onDeprecated = vi.fn<(notice: DeprecationNotice) => void>();
    const current: Responder = () => json(200, {}, { link: notice.link });
    await clientOf(octocat, current, { middleware: [deprecation(onDeprecated)] }).client.meta.get();
    const lost: Responder = () => Promise.reject(new TypeError("fetch failed"));
    await failureOf(
      clientOf(octocat, lost, { middleware: [deprecation(onDeprecated)], retry: false }).client.grants.list(),
    );
    expect(onDeprecated).not.toHaveBeenCalled();
  });

  test("is notified of what there is when the server leaves out the rest", async () => {
    const onDeprecated = vi.fn<(notice: DeprecationNotice) => void>();
    await clientOf(octocat, () => json(200, [], { deprecation: "true" }), {
      middleware: [deprecation(onDeprecated)],
    }).client.grants.list();
    const [told] = onDeprecated.mock.calls[0] ?? [];
    expect(told).toMatchObject({ operationId: "oauth-authorizations/list-grants", link: undefined });
    expect(told?.sunset.getTime()).toBeNaN();
  });
});

test.each([
  [`<${page}>; rel="deprecation"`, page],
  [`<${page}>; rel=deprecation`, page],
  [`<${page}>; type="text/html"; rel="deprecation"; title="x"`, page],
  [`<https://other.example>; rel="deprecations"`, undefined],
  [`<https://other.example>; rel="deprecationish", <${page}>; rel="deprecation"`, page],
  [`<https://other.example>; rel="not-deprecation"`, undefined],
  [`<https://other.example>; norel="deprecation"`, undefined],
  ["", undefined],
])("the page of %s is %s", async (link, expected) => {
  const onDeprecated = vi.fn<(notice: DeprecationNotice) => void>();
  const answer: Responder = () => json(200, [], { deprecation: notice.deprecation, ...(link && { link }) });
  await clientOf(octocat, answer, { middleware: [deprecation(onDeprecated)] }).client.grants.list();
  expect(onDeprecated.mock.calls[0]?.[0].link).toBe(expected);
});

describe("without a listener, the console", () => {
  const warn = vi.spyOn(console, "warn");

  beforeEach(() => {
    vi.resetModules();
    warn.mockReset().mockImplementation(() => undefined);
  });

  afterEach(() => warn.mockReset());

  test("is warned once a process, with the date and the page", async () => {
    const { deprecation } = await import("./index.js");
    const fetch = async (url: string) => deprecated(new Request(url), 0);
    for (let count = 0; count < 2; count += 1) {
      const client = createClient({ baseUrl, auth: octocat, fetch, middleware: [deprecation()] });
      await client.grants.list();
      await client.authorizations.list();
    }
    expect(warn.mock.calls).toEqual([
      [`oauth-authorizations/list-grants is deprecated; its sunset is Fri, 13 Nov 2020 16:00:00 GMT. See ${page}`],
    ]);
  });

  test("is not warned about operations that are current", async () => {
    const { deprecation } = await import("./index.js");
    const fetch = async () => json(200, {});
    await createClient({ baseUrl, auth: octocat, fetch, middleware: [deprecation()] }).meta.get();
    expect(warn).not.toHaveBeenCalled();
  });

  test("is shown no secret that the server puts into the address of the page", async () => {
    const { deprecation } = await import("./index.js");
    const link = `<${page}?password=${encodeURIComponent(octocat.password)}>; rel="deprecation"`;
    const fetch = async () => json(200, [], { ...notice, link });
    await createClient({ baseUrl, auth: octocat, fetch, middleware: [deprecation()] }).grants.list();
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/password=\[REDACTED\]$/));
  });
});
