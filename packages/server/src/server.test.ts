import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { clients, passwords, useDomain } from "@grantbook/test-kit/domain-fixture";
import { describe, expect, test, vi } from "vitest";
import { keyLength } from "./auth/encryption.js";
import { Refusal } from "./domain/refusal.js";
import { type Store, StoreUnavailableError } from "./domain/store.js";
import { createServer, type ServerOptions } from "./server.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  const site = "https://git.example";
  const api = `${site}/api/v3`;
  const authorization = basicAuth("octocat", passwords.octocat);

  function fetchFrom(options: Partial<ServerOptions>, url: string, init: RequestInit = {}): Promise<Response> {
    const server = createServer({ store: book.store, key: book.key, now: book.now, publicUrl: site, ...options });
    return server.fetch(new Request(url, { ...init, headers: { authorization, ...init.headers } }));
  }

  /** The store, with the first lookup of a user's authorization failing. */
  function failing(error: unknown): Store {
    return { ...book.store, authorization: () => Promise.reject(error) };
  }

  describe("createServer", () => {
    test.each([0, keyLength - 1, keyLength + 1])("refuses a key of %i bytes", (length) => {
      const options = { store: book.store, publicUrl: site, key: Buffer.alloc(length) };
      expect(() => createServer(options)).toThrow(`The key has ${length} bytes`);
    });

    test.each(["https://git.example", "https://git.example/", "https://git.example//"])(
      "builds addresses from %s, whatever the request says",
      async (publicUrl) => {
        const response = await fetchFrom({ publicUrl }, "http://evil.example/api/v3/authorizations", {
          method: "POST",
          body: '{"note":"a"}',
          headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
        });
        const { id, url } = (await response.json()) as { id: number; url: string };
        expect(url).toBe(`${api}/authorizations/${id}`);
        expect(response.headers.get("location")).toBe(url);
      },
    );
  });

  describe("an address without an operation", () => {
    test.each([
      ["GET", "/api/v3/authorizations/"],
      ["GET", "/api/v3//authorizations"],
      ["GET", "/api/v3/unknown"],
      ["GET", "/authorizations"],
      ["PUT", "/"],
      ["GET", "/unknown"],
      ["PUT", "/api/v3/authorizations"],
    ])("is not found: %s %s", async (method, path) => {
      const response = await fetchFrom({}, site + path, { method });
      expect(response.status).toBe(404);
      expect(response.headers.get("x-github-request-id")).toMatch(/^[0-9A-F:]+$/);
      await expect(response.json()).resolves.toMatchObject({ message: "Not Found", status: "404" });
    });
  });

  describe("a URL that cannot be parsed", () => {
    /** A request as a listener makes it of any Host header, without a look at it. */
    function requestTo(url: string, init: RequestInit = {}): Request {
      const request = new Request(site, { ...init, headers: { authorization } });
      return Object.defineProperty(request, "url", { value: url });
    }

    const hosts = ["x.1", "1.2.3.256", "4294967296", "xn--a", "a b", "[::g]", "a:99999", "a:b:c", "%", "..", "a|b"];
    test.each(hosts)("is answered as any other: http://%s", async (host) => {
      const onError = vi.fn();
      const server = createServer({ store: book.store, key: book.key, now: book.now, publicUrl: site, onError });
      const statuses = [
        ["GET", "/api/v3/authorizations?per_page=1&page=2"],
        ["GET", "/api/v3/applications/grants?client_id=unknown"],
        ["GET", "/api/v3/meta"],
        ["GET", "/api/v3/authorizations/1?a=b"],
        ["GET", "/nowhere?a=b"],
        ["GET", "/?a=b"],
        ["OPTIONS", "/api/v3/authorizations"],
      ].map(async ([method = "", path]) => {
        const { status } = await server.fetch(requestTo(`http://${host}${path}`, { method }));
        return status;
      });
      expect(await Promise.all(statuses)).toEqual([200, 404, 200, 404, 404, 302, 204]);
      expect(onError).not.toHaveBeenCalled();
    });
  });

  describe("percent-encoding that stands for nothing", () => {
    const client = `${api}/authorizations/clients/${clients.editor.clientId}`;
    const request = { method: "PUT", body: JSON.stringify({ client_secret: clients.editor.clientSecret }) };

    test.each(["%ff", "%", "%4", "%zz", "a%C0%AF", "%ED%A0%80"])("is not found in a path: %s", async (text) => {
      expect((await fetchFrom({}, `${client}/${text}`, request)).status).toBe(404);
      // The name it would be mistaken for.
      const { status } = await fetchFrom({}, `${client}/${encodeURIComponent(text)}`, request);
      expect(status).toBe(201);
    });

    test.each(["%ff", "%", "%zz"])("is refused in a query that is read: %s", async (text) => {
      expect((await fetchFrom({}, `${api}/authorizations?client_id=${text}`)).status).toBe(422);
      expect((await fetchFrom({}, `${api}/meta?a=${text}`)).status).toBe(200);
    });
  });

  test("a compressed body is refused before it is read", async () => {
    const init = { method: "POST", body: '{"note":"a"}', headers: { "content-encoding": "gzip" } };
    const response = await fetchFrom({}, `${api}/authorizations`, init);
    expect(response.status).toBe(415);
    expect(response.headers.get("accept-encoding")).toBe("identity");
    await expect(response.json()).resolves.toMatchObject({ status: "415" });
    await expect((await fetchFrom({}, `${api}/authorizations`)).json()).resolves.toEqual([]);
  });

  test("a byte order mark before a login is not dropped", async () => {
    const marked = basicAuth("\ufeffoctocat", passwords.octocat);
    const response = await fetchFrom({}, `${api}/authorizations`, { headers: { authorization: marked } });
    expect(response.status).toBe(401);
  });

  test("a lock-out says when to try again", async () => {
    const store = {
      ...book.store,
      credentials: () => Promise.reject(new Refusal({ code: "too-many-attempts", retryAfter: 42 })),
    };
    const response = await fetchFrom({ store }, `${api}/authorizations`);
    expect([response.status, response.headers.get("retry-after")]).toEqual([403, "42"]);
  });

  test("a dead token in place of a password is looked up once", async () => {
    const lookups: (string | symbol)[] = [];
    const dead = `Basic ${Buffer.from(`octocat:${"0".repeat(40)}`).toString("base64")}`;
    const store = new Proxy(book.store, {
      get(target, name) {
        lookups.push(name);
        return Reflect.get(target, name);
      },
    });
    const response = await fetchFrom({ store }, `${api}/user`, { headers: { authorization: dead } });
    expect(response.status).toBe(401);
    expect(lookups.filter((name) => /token/i.test(String(name)))).toHaveLength(1);
  });

  describe("HEAD", () => {
    test.each(["/authorizations", "/authorizations/1000"])("is answered like GET without a body: %s", async (path) => {
      const [get, head] = [await fetchFrom({}, api + path), await fetchFrom({}, api + path, { method: "HEAD" })];
      const headersOf = ({ headers }: Response) =>
        Object.fromEntries([...headers].filter(([name]) => name !== "x-github-request-id"));
      expect(head.status).toBe(get.status);
      const length = String(Buffer.byteLength(await get.text()));
      expect(headersOf(head)).toEqual({ ...headersOf(get), "content-length": length });
      await expect(head.text()).resolves.toBe("");
    });

    test("is not found where there is no GET", async () => {
      const response = await fetchFrom({}, `${api}/applications/x/token`, { method: "HEAD" });
      expect(response.status).toBe(404);
    });
  });

  describe("a failure of the server", () => {
    test.each([
      ["an error", new Error("SELECT hunter2 FROM secrets")],
      ["something that is no error", "hunter2"],
    ])("is answered with 500 without details, and told once: %s", async (_, error) => {
      const onError = vi.fn();
      const response = await fetchFrom({ store: failing(error), onError }, `${api}/authorizations/1`);
      expect(response.status).toBe(500);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ message: "Server Error", status: "500" });
      expect(text + JSON.stringify([...response.headers])).not.toContain("hunter2");
      const request = {
        requestId: response.headers.get("x-github-request-id"),
        operationId: "oauth-authorizations/get-authorization",
      };
      expect(onError.mock.calls).toEqual([[error, request]]);
    });

    test("is what an answer is that the description does not declare", async () => {
      const onError = vi.fn();
      const store = failing(new Refusal({ code: "application-unknown" }));
      const response = await fetchFrom({ store, onError }, `${api}/authorizations/1`);
      expect(response.status).toBe(500);
      expect(onError.mock.calls).toMatchObject([[{ name: "UndeclaredResponseError" }, {}]]);
    });
  });

  describe("a store that is not available", () => {
    test("is answered with 503 and when to try again, and its reason is reported", async () => {
      const onError = vi.fn();
      const cause = new Error("disk full");
      const store = failing(new StoreUnavailableError(cause));
      const response = await fetchFrom({ store, onError }, `${api}/authorizations/1`);
      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toBe("1");
      await expect(response.text()).resolves.not.toContain("disk full");
      expect(onError.mock.calls).toMatchObject([[cause, {}]]);
    });
  });

  test("a refusal is no failure and is not reported", async () => {
    const onError = vi.fn();
    const response = await fetchFrom({ onError }, `${api}/authorizations/1000`);
    expect(response.status).toBe(404);
    expect(onError).not.toHaveBeenCalled();
  });
});
