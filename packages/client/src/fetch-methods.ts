import type { paths } from "@grantbook/contract";
import type { Client, ClientPathsWithMethod, FetchResponse, MaybeOptionalInit } from "openapi-fetch";

type Verb = "get" | "put" | "post" | "delete" | "patch" | "head" | "options" | "trace";

/** Parameters of openapi-fetch; they may be left out when none is required. */
type Init<Given> =
  Record<never, never> extends Given
    ? [init?: Given & Record<string, unknown>]
    : [init: Given & Record<string, unknown>];

/** Method of openapi-fetch's client; its result has the status, too. */
type FetchMethod<V extends Verb> = <
  Path extends ClientPathsWithMethod<Client<paths>, V>,
  Given extends MaybeOptionalInit<paths[Path & keyof paths], V & keyof paths[Path & keyof paths]>,
>(
  path: Path,
  ...init: Init<Given>
) => Promise<
  FetchResponse<
    paths[Path & keyof paths][V & keyof paths[Path & keyof paths]] & Record<string | number, unknown>,
    Given,
    `${string}/${string}`
  > & { readonly status: number }
>;

/**
 * Methods of openapi-fetch's client, by path: the result has `data` or `error`, the `status` and the `response`. They
 * throw a `ClientError` when there is no response.
 */
export interface FetchMethods {
  /** Calls a GET operation by its path. */
  readonly GET: FetchMethod<"get">;
  /** Calls a PUT operation by its path. */
  readonly PUT: FetchMethod<"put">;
  /** Calls a POST operation by its path. */
  readonly POST: FetchMethod<"post">;
  /** Calls a DELETE operation by its path. */
  readonly DELETE: FetchMethod<"delete">;
  /** Calls a PATCH operation by its path. */
  readonly PATCH: FetchMethod<"patch">;
}
