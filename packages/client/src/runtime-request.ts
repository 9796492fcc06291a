import { type ApiRequest, headersOf } from "./request.js";

/** Takes a request of the runtime apart. Its body is read: it may be sent more than once. */
export async function toApiRequest(request: Request, template: string, path?: object): Promise<ApiRequest> {
  const { url, method, redirect, signal } = request;
  const headers = headersOf(request.headers);
  const body = request.body === null ? undefined : await request.text();
  const sent = /json/.test(headers["content-type"] ?? "") && body ? JSON.parse(body) : undefined;
  const name = `${method} ${template}`;
  return { name, url, method, headers, body, redirect, signal, template, secrets: [headers, path, sent] };
}
