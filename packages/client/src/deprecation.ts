import type { OperationId } from "@grantbook/contract";

/** What a server says about an operation that is to go. */
export interface DeprecationNotice {
  readonly operationId: OperationId;
  /** When it is to stop working (RFC 8594); an invalid date when the server does not say. */
  readonly sunset: Date;
  /** The page about it. */
  readonly link: string | undefined;
}

let warned = false;

/** Warns on the console, once a process. */
export function warnOnce({ operationId, sunset, link }: DeprecationNotice): void {
  if (warned) return;
  warned = true;
  console.warn(`${operationId} is deprecated; its sunset is ${sunset.toUTCString()}. See ${link}`);
}

/** The target of a relation in a Link header (RFC 8288). */
export function linkTo(relation: string, link: string | null | undefined): string | undefined {
  return RegExp(`<([^<>]*)>\\s*;[^<]*\\brel="?${relation}\\b`).exec(link ?? "")?.[1];
}
