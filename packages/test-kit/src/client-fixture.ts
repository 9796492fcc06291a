import { type Client, type ClientOptions, type Credentials, createClient, type FetchInit } from "@grantbook/client";

export const baseUrl = "https://hub.example/api/v3";
export const octocat = { login: "octocat", password: "octocat's password" };
export const gemUpdater = { clientId: "abcde12345fghij67890", clientSecret: "3ef4".repeat(10) };

/** Function that responds to a request; requests are counted from 0. */
export type Responder = (request: Request, count: number) => Response | Promise<Response>;

/** Creates a JSON response. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
}

/** Creates a response without a body. */
export function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

/** Uses each responder once, in order, then the last one. */
export function inTurn(...responders: readonly Responder[]): Responder {
  return (request, count) => (responders[count] ?? (responders.at(-1) as Responder))(request, count);
}

/** Never responds; rejects when the request is aborted. */
export function never({ signal }: Request): Promise<Response> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

/** Creates a client whose requests go to a function, and are collected in `requests`. */
export function clientOf<C extends Credentials>(
  auth: C,
  respond: Responder,
  options: Partial<ClientOptions<C>> = {},
): { readonly client: Client<C>; readonly requests: Request[] } {
  const requests: Request[] = [];
  const fetch = async (url: string, init: FetchInit) => {
    const request = new Request(url, init);
    requests.push(request.clone());
    return respond(request, requests.length - 1);
  };
  return { client: createClient({ baseUrl, auth, fetch, ...options }), requests };
}

type Listener = Parameters<AbortSignal["addEventListener"]>[1];

/** Returns the listeners that a signal has from now on; the list changes with them. */
export function listenersOf(signal: AbortSignal): readonly { readonly type: string; readonly listener: unknown }[] {
  const listeners: { type: string; listener: unknown }[] = [];
  const indexOf = (type: string, listener: unknown) =>
    listeners.findIndex((one) => one.type === type && one.listener === listener);
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (type: string, listener: Listener) => {
    if (indexOf(type, listener) < 0) listeners.push({ type, listener });
    add(type, listener);
  };
  signal.removeEventListener = (type: string, listener: Listener) => {
    const index = indexOf(type, listener);
    if (index >= 0) listeners.splice(index, 1);
    remove(type, listener);
  };
  return listeners;
}
