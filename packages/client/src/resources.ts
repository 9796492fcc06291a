import type { components } from "@grantbook/contract";

type Schemas = components["schemas"];

/**
 * Authorization: the record of one token. `token` is empty but in the response that creates or resets it, and in that
 * of a check.
 */
export type Authorization = Schemas["authorization"];

/** Grant: the access that a user gave to an application, with the scopes of all its tokens. */
export type Grant = Schemas["application-grant"];

/** Application that a token was issued for. */
export type Application = Schemas["application"];

/** User as other users see it. */
export type User = Schemas["simple-user"];

export type { Scope } from "@grantbook/contract";
