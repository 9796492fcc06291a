import { type OperationId, routes } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { Hono } from "hono";
import { operationsById } from "./description-index.js";
import { defaultPasswordLimits, type PasswordLimits, Passwords } from "./domain/passwords.js";
import { keyLength } from "./domain/seal.js";
import type { Store } from "./domain/store.js";
import { newRequestId, render } from "./http/answer.js";
import { type Endpoint, endpoint, type Services } from "./http/operation.js";
import { refusalAnswer } from "./http/refusals.js";
import type { Handler } from "./operations/handler.js";
import { handlers } from "./operations/index.js";

/** Path of the API below the public address, as Enterprise Server has it. */
export const basePath = "/api/v3";

export interface ServerOptions {
  readonly store: Store;
  /** Address by which users reach the server, without the `/api/v3`. All addresses in answers are built from it. */
  readonly publicUrl: string;
  /** 32 bytes: the key that the seeds of one-time codes are encrypted with. The same one for the life of a store. */
  readonly key: Buffer;
  /** The clock. The system's by default. */
  readonly now?: () => Date;
  readonly passwordLimits?: PasswordLimits;
  /** Is told of every failure of the server itself. By default it is written to standard error. */
  readonly onError?: Services["onError"];
}

/** The API as a function from request to answer. It does not listen, and it does not own the store. */
export interface Server {
  fetch(request: Request): Promise<Response>;
}

/** Makes a server. Throws when the description cannot be served, or when the key has another length. */
export function createServer(options: ServerOptions): Server {
  const { store, publicUrl, key, now = () => new Date(), passwordLimits = defaultPasswordLimits } = options;
  if (key.length !== keyLength) throw new Error(`The key has ${key.length} bytes; it must have ${keyLength}.`);
  const site = publicUrl.replace(/\/+$/, "");
  const services: Services = {
    store,
    now,
    key,
    passwords: new Passwords(now, passwordLimits),
    addresses: { site, api: site + basePath },
    onError: options.onError ?? ((error, request) => console.error(request, error)),
  };
  requireHandlers();

  const app = new Hono();
  for (const [id, { method, path }] of Object.entries(routes)) {
    const serve: Endpoint = endpoint(id as OperationId, handlers[id as OperationId] as Handler<OperationId>, services);
    app.on(method, basePath + path.replaceAll("{", ":").replaceAll("}", ""), (context) =>
      serve(context.req.raw, context.req.param()),
    );
  }
  app.notFound(() => render(refusalAnswer({ code: "not-found" }, description.externalDocs.url), newRequestId(now())));
  return { fetch: async (request) => app.fetch(request) };
}

/** The types say so already; this says it of the description that is loaded. */
function requireHandlers(): void {
  const missing = [...operationsById.keys()].filter((id) => !(id in handlers));
  if (missing.length > 0) throw new Error(`The description has operations without a handler: ${missing.join(", ")}.`);
}
