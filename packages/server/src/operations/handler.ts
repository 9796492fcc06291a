import type {
  BodyOf,
  Caller,
  CallerOf,
  DefaultsOf,
  OperationId,
  PathOf,
  QueryOf,
  ResponseOf,
} from "@grantbook/contract";
import type { Book } from "../domain/authorizations.js";
import type { Application, User } from "../domain/model.js";

/** Where things are found. Built from the configuration, never from a request. */
export interface Addresses {
  /** The server itself, without a slash at the end. */
  readonly site: string;
  /** The API on it. */
  readonly api: string;
}

/** Somebody who signed in with a token, or with a password: then there is no token. */
export interface Bearer {
  readonly user: User;
  readonly scopes: readonly string[] | undefined;
}

/** Who calls an operation of a kind; where anyone may, perhaps nobody in particular. */
export interface Callers {
  readonly user: User;
  readonly application: Application;
  readonly token: Bearer;
  readonly anyone: Bearer | undefined;
}

/** What a handler works with: who calls, and the rules' own needs. */
export interface Context<C extends Caller = Caller> {
  readonly caller: Callers[C];
  /** The selected version of the API. */
  readonly version: string;
  readonly enterpriseVersion: string;
  readonly book: Book;
  readonly addresses: Addresses;
  /** Refuses when the request has a condition that an object, as it is shown now, does not meet. */
  readonly precondition: (current: object) => void;
}

/** A request that was found valid; parameters with a default have a value. */
export interface ValidRequest<Id extends OperationId> {
  readonly path: PathOf<Id>;
  readonly query: Omit<QueryOf<Id>, keyof DefaultsOf<Id>> & DefaultsOf<Id>;
  readonly body: BodyOf<Id>;
}

/** Answers one operation. Throws a `Refusal` where the rules say no. */
export type Handler<Id extends OperationId> = (
  request: ValidRequest<Id>,
  context: Context<CallerOf<Id>>,
) => Promise<ResponseOf<Id>>;

/** A handler for every operation of the description: one that is missing does not compile. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };
