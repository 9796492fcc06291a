import type { OperationId } from "@grantbook/contract";
import type { Authorization, User } from "../../server/src/domain/model.js";
import type { TokenWithUser } from "../../server/src/domain/store.js";
import { RequestContext, type RequestTarget } from "../../server/src/http/context.js";
import type { Services } from "../../server/src/http/services.js";

/** A time, which every context without a clock of its own has. */
export const contextTime = new Date("2026-01-02T03:04:05Z");

/** Page that errors link to. */
export const errorPage = "https://docs.example/page";

interface ContextOptions {
  /** Path and query of the request, below `https://git.example`. */
  readonly path?: string | undefined;
  readonly init?: RequestInit | undefined;
  readonly address?: string | undefined;
  readonly operationId?: OperationId | undefined;
  readonly target?: Partial<RequestTarget> | undefined;
  readonly pathParams?: Record<string, string> | undefined;
  readonly services?: Partial<Services> | undefined;
}

/** Context of one request, to a server that has only the services that are given. */
export function createContext(options: ContextOptions = {}): RequestContext {
  const { path = "/", init, address, operationId, target, pathParams = {} } = options;
  const services = {
    now: () => contextTime,
    onError: () => undefined,
    extensions: new Set(),
    sunset: {},
    ...options.services,
  } as Partial<Services> as Services;
  const request = new Request(`https://git.example${path}`, init);
  const requestTarget = { operationId, documentationUrl: errorPage, ...target };
  return new RequestContext(services, requestTarget, request, { address }, pathParams);
}

/** A user. */
export const octocat: User = { id: 1, login: "octocat", name: null, email: null, siteAdmin: false };

/** A personal token of the user with scopes, or one of an application. */
export function tokenWith(scopes: readonly string[], application: Authorization["application"] = null): TokenWithUser {
  return { user: octocat, authorization: { id: 7, scopes, application } } as Partial<TokenWithUser> as TokenWithUser;
}
