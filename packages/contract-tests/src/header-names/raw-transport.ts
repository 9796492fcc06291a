import { once } from "node:events";
import { createServer as createHttpServer, type IncomingMessage, request as startRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { restoreRuntimeClasses } from "@grantbook/test-kit/runtime-classes";
import type { Connection, Transport } from "@grantbook/test-kit/transports";
import { getRequestListener } from "@hono/node-server";

/**
 * Transport over a port whose client keeps the names of response headers as they were sent: `fetch` has them in lower
 * case. `names` gets those of each response, under its request id.
 */
export function rawTransport(names: Map<string, readonly string[]>): Transport {
  return {
    name: "over HTTP, with the names of headers",
    async connect(create) {
      let server: Pick<Connection, "fetch"> | undefined;
      // As in the executable, this replaces Response by a class that keeps the spelling.
      const listener = createHttpServer(getRequestListener((request) => server?.fetch(request) ?? Response.error()));
      await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
      const publicUrl = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
      server = create(publicUrl);
      return {
        publicUrl,
        fetch: async (request) => {
          const { response, body } = await exchange(request);
          names.set(
            String(response.headers["x-github-request-id"]),
            response.rawHeaders.filter((_, index) => index % 2 === 0),
          );
          return toResponse(response, body);
        },
        async close() {
          listener.close();
          listener.closeAllConnections();
          await once(listener, "close");
          restoreRuntimeClasses();
        },
      };
    },
  };
}

async function exchange(request: Request): Promise<{ response: IncomingMessage; body: Buffer }> {
  const content = Buffer.from(await request.arrayBuffer());
  // Node frames the content of DELETE by this alone.
  const headers = { ...Object.fromEntries(request.headers), "content-length": content.length };
  const sent = startRequest(request.url, { method: request.method, headers }).end(content);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { response, body: Buffer.concat(chunks) };
}

function toResponse({ statusCode = 0, headersDistinct }: IncomingMessage, body: Buffer): Response {
  const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value) => [name, value]),
  );
  const hasBody = ![204, 304].includes(statusCode);
  return new Response(hasBody ? new Uint8Array(body) : null, {
    status: statusCode,
    headers: headers as [string, string][],
  });
}
