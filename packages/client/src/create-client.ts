import type { OperationId, OperationIdFor, RequestOf, ResponseOf } from "@grantbook/contract";
import type { ApplicationCredentials, Credentials, TokenCredentials } from "./credentials.js";
import { ClientError } from "./errors.js";
import { type Methods, methodsOn } from "./methods.js";
import { operations } from "./operations.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { createSend } from "./send.js";
import { type AnyRequest, readable } from "./transport.js";

/** The kinds of operation that credentials are good for. */
export type CallerWith<C extends Credentials> = C extends ApplicationCredentials
  ? "application"
  : C extends TokenCredentials
    ? "token" | "anyone"
    : "user" | "token" | "anyone";

/** An answer that the description declares, told apart by its `status`; header names are lower case. */
export type CallResult<Id extends OperationId> =
  ResponseOf<Id> extends infer Answer
    ? Answer extends { headers?: infer Headers }
      ? Omit<Answer, "headers"> & { readonly headers: NonNullable<Headers> }
      : never
    : never;

type Arguments<Request> =
  Record<never, never> extends Request
    ? [request?: Request, options?: CallOptions]
    : [request: Request, options?: CallOptions];

interface Calls<C extends Credentials> {
  /**
   * Calls an operation and gives its answer, whatever its status. Throws a `ClientError` when there is no answer, and
   * an `ApiError` for one that the description does not declare.
   */
  call<Id extends OperationIdFor<CallerWith<C>>>(id: Id, ...request: Arguments<RequestOf<Id>>): Promise<CallResult<Id>>;
}

/**
 * A client of the API for one user or one application: `call` for an answer whatever its status, and a method for each
 * operation, grouped by resource, that gives the body of a success and throws an `ApiError` for anything else.
 */
export type Client<C extends Credentials> = Calls<C> & Methods<CallerWith<C>>;

/** Makes a client. Throws a `ClientError` for credentials that cannot be sent, a `TypeError` for a base URL that is none. */
export function createClient<C extends Credentials>(options: ClientOptions<C>): Client<C> {
  const { origin, pathname } = new URL(options.baseUrl);
  const baseUrl = (origin + pathname).replace(/\/+$/, "");
  const send = createSend({ ...options, baseUrl });
  return {
    ...methodsOn(send, options.auth, baseUrl),
    call: async (id: OperationId, request: AnyRequest = {}, callOptions: CallOptions = {}) => {
      const operation = operations.find((operation) => operation.id === id);
      if (!operation) throw new ClientError("invalid-request", `There is no operation ${id}`);
      return readable(await send(operation, request, callOptions, 600));
    },
  } as unknown as Client<C>;
}
