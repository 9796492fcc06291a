import {
  type DeclaredResponse,
  type OperationId,
  operationTable,
  type Reference,
  resolveRef,
} from "@grantbook/contract";
import { describeOperation, flowDescription } from "@grantbook/contract/description";
import { describe, expect, test } from "vitest";
import { flowTable } from "./flow-table.js";
import type { HeaderName } from "./sources.js";
import { always, table } from "./table.js";

/** Headers that the description leaves to HTTP, to CORS and to the security of browsers. */
const undeclared: readonly HeaderName[] = [
  ...([
    "Cache-Control",
    "Connection",
    "Content-Length",
    "Content-Type",
    "Date",
    "Keep-Alive",
    "Status",
    "Vary",
  ] as const),
  ...(["Access-Control-Allow-Origin", "Access-Control-Expose-Headers"] as const),
  ...(["Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options"] as const),
  "X-XSS-Protection",
];

/** Declared headers that the request of a scenario does not bring about, each with what does. */
const conditional: Partial<Record<HeaderName, string>> = {
  Link: "a list of more than one page",
  Location: "GitHub: its documentation has the header for 200 too",
  "Retry-After": "too many failed logins, or a busy server",
  "X-Accepted-OAuth-Scopes": "a token",
  "X-GitHub-Api-Version-Selected": "a failure after the version was read",
  "X-GitHub-OTP": "a user with two-factor authentication",
  "X-OAuth-Client-Id": "a token of an application",
  "X-OAuth-Scopes": "a token",
  "X-RateLimit-Limit": "a rate limit",
  "X-RateLimit-Remaining": "a rate limit",
  "X-RateLimit-Reset": "a rate limit",
  "X-RateLimit-Resource": "a rate limit",
  "X-RateLimit-Used": "a rate limit",
};

const operationIds = Object.keys(operationTable) as OperationId[];

/** Declared by the responses that all operations share, and sent by deprecated ones only. */
const ofDeprecated: readonly HeaderName[] = ["Deprecation", "Link", "Sunset"];

const responses = operationIds.flatMap((id) => {
  const { responses: described, removal } = describeOperation(id);
  const rows: Readonly<Record<number, readonly HeaderName[]>> = table[id];
  return [...described.values()]
    .filter(({ unreachable }) => unreachable === undefined)
    .map(({ status, component, headers }) => ({
      name: `${id} ${status}`,
      sent: [...always, ...(rows[status] ?? [])].filter((name) => !undeclared.includes(name)),
      declared: (Object.keys(headers) as HeaderName[]).filter(
        (name) => component === undefined || removal !== null || !ofDeprecated.includes(name),
      ),
    }));
});

// The tests of header-names.test.ts compare the same table with what the server sends.
describe("each header of a response", () => {
  test("that is sent is declared", () => {
    const missing = responses.flatMap(({ name, sent, declared }) =>
      sent.filter((one) => !declared.includes(one)).map((one) => `${name}: ${one}`),
    );
    expect(missing).toEqual([]);
  });

  test("that is declared is sent, or has a condition", () => {
    const unsent = responses.flatMap(({ name, sent, declared }) =>
      declared.filter((one) => !sent.includes(one) && !Object.hasOwn(conditional, one)).map((one) => `${name}: ${one}`),
    );
    expect(unsent).toEqual([]);
  });
});

const flowResponses = Object.values(flowDescription.paths)
  .flatMap((item) => Object.values(item))
  .flatMap(({ operationId, responses: declared }) => {
    const rows: Readonly<Record<string, readonly HeaderName[]>> = flowTable[operationId as keyof typeof flowTable];
    return Object.entries(declared).map(([status, node]) => ({
      name: `${operationId} ${status}`,
      // A shared response has the headers of all operations.
      group: (node as Partial<Reference>).$ref ?? `${operationId} ${status}`,
      sent: (rows[status] ?? []).filter((name) => !undeclared.includes(name)),
      declared: Object.keys(resolveRef<DeclaredResponse>(flowDescription, node).headers ?? {}),
    }));
  });

// The tests of flow-names.test.ts compare the same table with what the server sends.
describe("each header of a response of the sign-in flows", () => {
  test("that is sent is declared", () => {
    const missing = flowResponses.flatMap(({ name, sent, declared }) =>
      sent.filter((one) => !declared.includes(one)).map((one) => `${name}: ${one}`),
    );
    expect(missing).toEqual([]);
  });

  test("that is declared is sent by an operation that has the response", () => {
    const unsent = flowResponses.flatMap(({ name, group, declared }) => {
      const sent = new Set<string>(flowResponses.flatMap((one) => (one.group === group ? one.sent : [])));
      return declared.filter((one) => !sent.has(one)).map((one) => `${name}: ${one}`);
    });
    expect(unsent).toEqual([]);
  });
});
