import type {
  BodyOf,
  Caller,
  CallerOf,
  DefaultsOf,
  OperationId,
  PathOf,
  QueryOf,
  SentResponseOf,
} from "@grantbook/contract";
import type { DomainContext } from "../domain/context.js";
import type { Application, User } from "../domain/model.js";

/** Base addresses of the URLs in responses, from the configuration and never from a request. */
export interface BaseUrls {
  /** The server itself, without a slash at the end. */
  readonly site: string;
  /** The API on it. */
  readonly api: string;
}

/** User who signed in with a token, or with a password and then without scopes. */
export interface TokenUser {
  readonly user: User;
  readonly scopes: readonly string[] | undefined;
}

/** Caller of an operation, by the kind of its callers. */
export interface Callers {
  readonly user: User;
  readonly application: Application;
  readonly token: TokenUser;
  readonly anyone: TokenUser | undefined;
}

/** Requests of a caller in this hour. */
export interface RateLimitStatus {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

/** Context of a handler: the caller, and what the domain needs. */
export interface HandlerContext<C extends Caller = Caller> {
  readonly caller: Callers[C];
  /** The selected version of the API. */
  readonly version: string;
  readonly enterpriseVersion: string;
  readonly domain: DomainContext;
  readonly baseUrls: BaseUrls;
  /** The rate limit of the caller. Refuses the request where requests are not limited. */
  readonly rateLimit: RateLimitStatus;
  /** Refuses the request when it has a precondition that an object, as it is serialized now, does not meet. */
  checkPreconditions(current: object): void;
}

/** A request that was found valid; parameters with a default have a value. */
export interface ValidRequest<Id extends OperationId> {
  readonly path: PathOf<Id>;
  readonly query: Omit<QueryOf<Id>, keyof DefaultsOf<Id>> & DefaultsOf<Id>;
  /** The query as it was sent, undeclared parameters included. None for an operation without query parameters. */
  readonly sentQuery?: URLSearchParams | undefined;
  readonly body: BodyOf<Id>;
}

/** Answers one operation. Throws a `Refusal` where the rules say no. */
export type Handler<Id extends OperationId> = (
  request: ValidRequest<Id>,
  context: HandlerContext<CallerOf<Id>>,
) => Promise<SentResponseOf<Id>>;

/** A handler for every operation of the description: one that is missing does not compile. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };
