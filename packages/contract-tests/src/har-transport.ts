import type { Transport } from "@grantbook/test-kit/transports";

/** Origin of the recorded server. With http, the credentials of every request would be a finding. */
export const recordedSite = "https://grantbook.test";

interface NameAndValue {
  readonly name: string;
  readonly value: string;
}

/**
 * One request and its answer, as far as HAR 1.2 asks for it. Credentials and tokens are in it as they were sent.
 * @see http://www.softwareishard.com/blog/har-12-spec/#entries
 */
export interface Entry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly [];
    readonly headers: readonly NameAndValue[];
    readonly queryString: readonly NameAndValue[];
    readonly postData?: { readonly mimeType: string; readonly text: string };
    readonly headersSize: number;
    readonly bodySize: number;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly [];
    readonly headers: readonly NameAndValue[];
    readonly content: { readonly size: number; readonly mimeType: string; readonly text: string };
    readonly redirectURL: string;
    readonly headersSize: number;
    readonly bodySize: number;
  };
  readonly cache: Record<never, never>;
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
}

/** A transport that writes down what passes through another. */
export function harTransport(through: Transport, entries: Entry[]): Transport {
  return {
    name: `${through.name}, recorded`,
    async connect(create) {
      const { fetch, close } = await through.connect(() => create(recordedSite));
      return {
        publicUrl: recordedSite,
        async fetch(request) {
          const sent = await request.clone().text();
          const response = await fetch(request);
          entries.push(toEntry(request, sent, response, await response.clone().text()));
          return response;
        },
        close,
      };
    },
  };
}

/** A HAR file. */
export function har(entries: readonly Entry[]): string {
  return JSON.stringify({ log: { version: "1.2", creator: { name: "grantbook", version: "0.1.0" }, entries } });
}

function toEntry(request: Request, sent: string, response: Response, received: string): Entry {
  const unknown = { httpVersion: "HTTP/1.1", cookies: [], headersSize: -1 } as const;
  return {
    startedDateTime: "2026-11-20T12:00:00.000Z",
    time: 0,
    request: {
      ...unknown,
      method: request.method,
      url: request.url,
      headers: pairs(request.headers),
      queryString: pairs(new URL(request.url).searchParams),
      ...(sent === "" ? {} : { postData: { mimeType: mediaType(request), text: sent } }),
      bodySize: Buffer.byteLength(sent),
    },
    response: {
      ...unknown,
      status: response.status,
      statusText: response.statusText,
      headers: pairs(response.headers),
      content: { size: Buffer.byteLength(received), mimeType: mediaType(response), text: received },
      redirectURL: "",
      bodySize: Buffer.byteLength(received),
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
}

function mediaType({ headers }: Request | Response): string {
  return headers.get("content-type") ?? "";
}

function pairs(all: Headers | URLSearchParams): readonly NameAndValue[] {
  return [...all].map(([name, value]) => ({ name, value }));
}
