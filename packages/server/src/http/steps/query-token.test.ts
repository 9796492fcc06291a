import type { OperationId } from "@grantbook/contract";
import { createContext } from "@grantbook/test-kit/request-context";
import { expect, test } from "vitest";
import { refuseQueryToken } from "./query-token.js";

const refuse = (id: OperationId, path: string) => () => refuseQueryToken(id)(createContext({ path }));

test.each(["/meta?access_token=t", "/meta?a=1&access_token=", "/meta?access%5Ftoken=t"])(
  "a token in the query is refused: %s",
  (path) => {
    expect(refuse("meta/get", path)).toThrow(expect.objectContaining({ reason: { code: "token-in-query" } }));
  },
);

test.each(["/meta", "/meta?", "/meta?a=access_token", "/access_token=t", "/meta#access_token=t"])(
  "what is no token in the query is let through: %s",
  (path) => {
    expect(refuse("meta/get", path)).not.toThrow();
  },
);

test("applications may send what they like", () => {
  expect(refuse("apps/check-token", "/?access_token=t")).not.toThrow();
});
