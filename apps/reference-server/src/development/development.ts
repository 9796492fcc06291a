import { description } from "@grantbook/contract/description";
import type { Intercept, RequestReport, SeedResult, Server } from "@grantbook/server";
import type { RoutedConnection } from "../runtime/router.js";
import { Clock } from "./clock.js";
import { Faults } from "./faults.js";
import { indexPage } from "./page.js";
import { Problem } from "./problem.js";
import { RecentRequests, readAhead } from "./requests.js";

/** What is no part of the API is below this. */
export const prefix = "/_grantbook";

const noStore = { "cache-control": "no-store" };

type Answerer = (request: Request) => unknown | Promise<unknown>;

/** What a page of another site must not be able to do through a browser: only pages of the server itself may send. */
function requireSameSite(request: Request): void {
  const { host, hostname } = new URL(`http://${hostOf(request)}`);
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site") ?? "none";
  const isForeign = (origin !== null && origin !== `http://${host}`) || !["none", "same-origin"].includes(site);
  if (isForeign) throw new Problem(403, "pages of other sites may not use this");
  // A name that leads here, but is not ours, is how a page gets around that.
  if (!/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) {
    throw new Problem(403, `${hostname} is not a name of this machine; use localhost`);
  }
}

/** The host by which the client reaches the server. The listener has checked that it can be one. */
function hostOf(request: Request): string {
  return request.headers.get("host") ?? new URL(request.url).host;
}

/** What `--demo` has beside the API, for tests of clients: reset, recent requests, the clock, and faults. */
export class Development {
  readonly #clock = new Clock();
  readonly #requests = new RecentRequests();
  readonly #faults = new Faults();
  readonly #reports = new Map<string, RequestReport>();
  readonly #cut = new WeakSet<object>();
  readonly #routes: { readonly [path: string]: { readonly [method: string]: Answerer } };

  /**
   * `reset` brings users and applications back to the seed, and gives what it generated for them; or nothing when the
   * database has more than that.
   */
  constructor(reset: () => Promise<readonly SeedResult[] | undefined>) {
    const clock = this.#clock;
    const requests = this.#requests;
    const faults = this.#faults;
    this.#routes = {
      "/reset": {
        POST: async () => {
          const generated = await reset();
          if (!generated) throw new Problem(409, "the database was in use before --demo was; it is not emptied");
          clock.reset();
          faults.clear();
          requests.clear();
          return { generated };
        },
      },
      "/requests": { GET: () => requests.list, DELETE: () => requests.clear() },
      "/clock": {
        GET: () => clock.state,
        PUT: async (request) => {
          clock.set(await objectOf(request));
          return clock.state;
        },
        DELETE: () => clock.reset(),
      },
      "/faults": {
        GET: () => faults.list,
        PUT: async (request) => {
          faults.set(await objectOf(request));
          return faults.list;
        },
        DELETE: () => faults.clear(),
      },
    };
  }

  get now(): () => Date {
    return this.#clock.now;
  }

  /** To be told of every request to the API. */
  readonly onAnswer = (report: RequestReport): void => {
    this.#reports.set(report.requestId, report);
  };

  readonly intercept: Intercept = async (operationId, connection) => {
    const ordered = await this.#faults.take(operationId);
    if (ordered?.cut) this.#cut.add(connection);
    return ordered?.answer;
  };

  /** Sends a request to the API, remembers it, and cuts the connection where that was ordered. */
  async serve(sent: Request, connection: RoutedConnection, api: Server): Promise<Response> {
    const { request, text } = await readAhead(sent);
    const response = await api.fetch(request, connection);
    const id = response.headers.get("x-github-request-id") ?? "";
    const report = this.#reports.get(id);
    this.#reports.delete(id);
    if (report) this.#requests.add(this.now(), sent, text, report);
    if (this.#cut.has(connection)) connection.bindings.incoming.socket.destroy();
    return response;
  }

  /** Answers a request below the prefix, and says under which name it goes; nothing for any other. */
  async answer(request: Request, pathname: string): Promise<readonly [route: string, answer: Response] | undefined> {
    if (pathname !== prefix && !pathname.startsWith(`${prefix}/`)) return undefined;
    try {
      requireSameSite(request);
      const path = pathname.slice(prefix.length);
      if (path === "" || path === "/") return [`${prefix}/`, indexPage(hostOf(request))];
      const methods = this.#routes[path];
      if (!methods) throw new Problem(404, `there is no ${prefix} page of this name; see ${prefix}/`);
      const answerer = methods[request.method === "HEAD" ? "GET" : request.method];
      if (!answerer) {
        const allow = Object.keys(methods).join(", ");
        throw new Problem(405, `${prefix}${path} is used with ${allow}`, { allow });
      }
      const result = await answerer(request);
      if (result === undefined) return [prefix + path, new Response(null, { status: 204, headers: noStore })];
      return [prefix + path, Response.json(result, { headers: noStore })];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { message, status, headers } = error;
      return [`${prefix}/`, Response.json({ message }, { status, headers: { ...noStore, ...headers } })];
    }
  }
}

/** The JSON of a body, an object or a list. Throws a {@link Problem}. */
async function objectOf(request: Request): Promise<unknown> {
  const { text } = await readAhead(request);
  if (text === "") throw new Problem(413, `the body must have 1 to ${description["x-body-limit"]} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem(400, "the body is no JSON");
  }
  if (typeof value !== "object" || value === null) throw new Problem(422, "the body must be an object or a list");
  return value;
}
