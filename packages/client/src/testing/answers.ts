import { type Client, createClient } from "../create-client.js";
import type { Credentials } from "../credentials.js";
import type { ClientOptions } from "../options.js";
import type { FetchInit } from "../request.js";

export const baseUrl = "https://hub.example/api/v3";
export const octocat = { login: "octocat", password: "octocat's password" };
export const gemUpdater = { clientId: "abcde12345fghij67890", clientSecret: "3ef4".repeat(10) };

/** Answers a request; requests are counted from 0. */
export type Answer = (request: Request, count: number) => Response | Promise<Response>;

/** An answer in JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
}

/** An answer without a body. */
export function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

/** Each answer in its turn, and the last one from then on. */
export function inTurn(...answers: readonly Answer[]): Answer {
  return (request, count) => (answers[count] ?? (answers.at(-1) as Answer))(request, count);
}

/** Never answers, until it is told to stop. */
export function never({ signal }: Request): Promise<Response> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

/** A client whose requests are answered by a function; they are kept in `requests`. */
export function clientOf<C extends Credentials>(
  auth: C,
  answer: Answer,
  options: Partial<ClientOptions<C>> = {},
): { readonly client: Client<C>; readonly requests: Request[] } {
  const requests: Request[] = [];
  const fetch = async (url: string, init: FetchInit) => {
    const request = new Request(url, init);
    requests.push(request.clone());
    return answer(request, requests.length - 1);
  };
  return { client: createClient({ baseUrl, auth, fetch, onDeprecated: () => undefined, ...options }), requests };
}
