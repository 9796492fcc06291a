import type {
  BodyOf,
  Caller,
  MethodsFor,
  OperationId,
  PathOf,
  QueryOf,
  RequestOf,
  ResponseOf,
} from "@grantbook/contract";
import type { CallOptions } from "./options.js";

/** Settings of one call of a method; also headers, like `if-match`. */
export type MethodOptions<Id extends OperationId> = CallOptions & Pick<RequestOf<Id>, "headers">;

type OrUnknown<T> = [T] extends [never] ? unknown : T;

/** Path parameters; an application's client id is known from its credentials. */
type PathFor<Id extends OperationId, C extends Caller> = C extends "application"
  ? Omit<PathOf<Id>, "client_id"> & { readonly client_id?: string }
  : PathOf<Id>;

/** Object type with its fields in one place, so that editors show them. */
type Expand<T> = T extends infer Whole ? { [Key in keyof Whole]: Whole[Key] } : never;

/** Parameters of the path and the query, and fields of the body, in one object. */
export type MethodParameters<Id extends OperationId, C extends Caller> = Expand<
  OrUnknown<PathFor<Id, C>> & OrUnknown<QueryOf<Id>> & OrUnknown<BodyOf<Id>>
>;

/** Body of an operation's success; `undefined` for a 204. */
export type SuccessBody<Id extends OperationId> =
  ResponseOf<Id> extends infer Response
    ? Response extends { status: 200 | 201; body: infer Body }
      ? Body
      : Response extends { status: 204 }
        ? undefined
        : never
    : never;

/** Calls an operation and gives the body of its success. Throws an `ApiError` for any other response. */
export type Method<Id extends OperationId, C extends Caller> =
  Record<never, never> extends MethodParameters<Id, C>
    ? (request?: MethodParameters<Id, C>, options?: MethodOptions<Id>) => Promise<SuccessBody<Id>>
    : (request: MethodParameters<Id, C>, options?: MethodOptions<Id>) => Promise<SuccessBody<Id>>;

type Resource<Names, C extends Caller> = {
  readonly [Name in keyof Names]: Names[Name] extends OperationId ? Method<Names[Name], C> : never;
} & (Names extends { list: infer Id extends OperationId } ? Paginator<Id> : unknown);

type MethodsOf<C extends Caller> = {
  readonly [Name in keyof MethodsFor[C]]: Resource<MethodsFor[C][Name], C>;
};

type UnionToIntersection<Union> = (Union extends unknown ? (union: Union) => void : never) extends (
  both: infer Both,
) => void
  ? Both
  : never;

/** Methods for callers of these kinds, by resource. */
export type Methods<C extends Caller> = UnionToIntersection<C extends Caller ? MethodsOf<C> : never>;

/** Page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Counted from 1. */
  readonly number: number;
}

/** Settings of one list. */
export type ListOptions<Id extends OperationId> = MethodOptions<Id> & {
  /** Maximum number of pages; 1000 by default. A longer list throws a `ClientError`: nothing is left out in silence. */
  readonly maxPages?: number | undefined;
};

type ItemOf<Id extends OperationId> = SuccessBody<Id> extends readonly (infer Item)[] ? Item : never;

/** Follows a list from page to page. Throws what `list` throws, and a `ClientError` where the pages do not lead on. */
export interface Paginator<Id extends OperationId> {
  /** The items, one after the other; a page is requested when its first item is wanted. */
  iterate(query?: QueryOf<Id>, options?: ListOptions<Id>): AsyncGenerator<ItemOf<Id>, void, undefined>;
  /** The pages. */
  pages(query?: QueryOf<Id>, options?: ListOptions<Id>): AsyncGenerator<Page<ItemOf<Id>>, void, undefined>;
}
