import { description } from "@grantbook/contract/description";
import type { SeedResult } from "@grantbook/server";
import { FaultError } from "@grantbook/server/development";
import type { RouteOutsideApi } from "../runtime/router.js";
import { HttpError } from "./http-error.js";
import { indexPage, pageAsset } from "./page.js";
import { requireSameSite } from "./same-site.js";
import type { TokenOfUser } from "./tokens.js";
import type { Switches } from "./with-development.js";

/** Path of the switches, which are no part of the API. */
export const switchesPath = "/_grantbook";

const noStore = { "Cache-Control": "no-store" };

type Handler = (request: Request) => unknown | Promise<unknown>;
type Methods = ReadonlyMap<string, Handler>;

/** What the switches need of the server. */
export interface SwitchTarget {
  /**
   * Restores the users and applications of the seed, and returns the values it generated for them; `undefined` for a
   * database that was in use before the demo.
   */
  readonly reset: () => Promise<SeedResult | undefined>;
  readonly tokens: () => Promise<readonly TokenOfUser[]>;
  /** Names of the server, in addition to loopback addresses. */
  readonly hosts: readonly string[];
}

/** Serves switches over HTTP, below {@link switchesPath}, and a page for them. */
export function createSwitchRoutes(switches: Switches, target: SwitchTarget): RouteOutsideApi {
  const routes = routesOf(switches, target);

  return async (request, pathname, rawHeaders) => {
    if (pathname !== switchesPath && !pathname.startsWith(`${switchesPath}/`)) return undefined;
    const path = pathname.slice(switchesPath.length);
    try {
      const host = requireSameSite(request, rawHeaders, target.hosts);
      const page = pageFor(path, host);
      if (page) return [`${switchesPath}/`, page];
      const result = await handlerOf(routes, path, request.method)(request);
      const response =
        result === undefined ? new Response(null, { status: 204, headers: noStore }) : json(result, 200, {});
      return [switchesPath + path, response];
    } catch (error) {
      const refusal = error instanceof FaultError ? new HttpError(422, error.message) : error;
      if (!(refusal instanceof HttpError)) throw refusal;
      const { message, status, headers } = refusal;
      return [`${switchesPath}/`, json({ message }, status, headers)];
    }
  };
}

/** Serves the page with its files. Its links are relative to the folder. */
function pageFor(path: string, host: string): Response | undefined {
  if (path !== "") return path === "/" ? indexPage(host) : pageAsset(path);
  return new Response(null, { status: 302, headers: { Location: `${switchesPath.slice(1)}/`, ...noStore } });
}

function routesOf(
  { clock, faults, requests }: Switches,
  { reset, tokens }: SwitchTarget,
): ReadonlyMap<string, Methods> {
  const methods = (handlers: Record<string, Handler>): Methods => new Map(Object.entries(handlers));
  return new Map([
    [
      "/reset",
      methods({
        POST: async () => {
          const generated = await reset();
          if (!generated) throw new HttpError(409, "the database was in use before --demo; it is not emptied");
          clock.reset();
          faults.clear();
          requests.clear();
          return { generated };
        },
      }),
    ],
    [
      "/state",
      methods({
        GET: async () => ({
          requests: requests.list,
          clock: clock.state,
          faults: faults.list,
          tokens: await tokens(),
        }),
      }),
    ],
    ["/tokens", methods({ GET: tokens })],
    ["/requests", methods({ GET: () => requests.list, DELETE: () => requests.clear() })],
    [
      "/clock",
      methods({
        GET: () => clock.state,
        PUT: async (request) => {
          clock.set(await readJson(request));
          return clock.state;
        },
        DELETE: () => clock.reset(),
      }),
    ],
    [
      "/faults",
      methods({
        GET: () => faults.list,
        PUT: async (request) => {
          faults.set(await readJson(request));
          return faults.list;
        },
        DELETE: () => faults.clear(),
      }),
    ],
  ]);
}

function handlerOf(routes: ReadonlyMap<string, Methods>, path: string, method: string): Handler {
  const methods = routes.get(path);
  if (!methods) throw new HttpError(404, `unknown path; see ${switchesPath}/`);
  const handler = methods.get(method === "HEAD" ? "GET" : method);
  if (handler) return handler;
  const allow = [...methods.keys()].join(", ");
  throw new HttpError(405, `${switchesPath}${path} supports ${allow}`, { Allow: allow });
}

/** Parses a JSON body, which must be an object or a list. Throws an {@link HttpError}. */
async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text === "") throw new HttpError(413, `the body must have 1 to ${description["x-body-limit"]} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpError(400, "the body is not JSON");
  }
  if (typeof value !== "object" || value === null) throw new HttpError(422, "the body must be an object or a list");
  return value;
}

/** Reads a body up to the limit of the API. Empty when it is longer, or did not arrive whole. */
async function readText(request: Request): Promise<string> {
  const maxBytes = description["x-body-limit"];
  if (Number(request.headers.get("content-length")) > maxBytes) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength;
      if (length > maxBytes) return "";
      chunks.push(chunk);
    }
  } catch {
    return "";
  }
  return Buffer.concat(chunks).toString();
}

function json(body: unknown, status: number, headers: Readonly<Record<string, string>>): Response {
  const all = { "Content-Type": "application/json", ...noStore, ...headers };
  return new Response(JSON.stringify(body), { status, headers: all });
}
