import { expect, test } from "vitest";
import { Refusal, refuseField } from "./refusal.js";
import { StoreUnavailableError } from "./store.js";

test("a refusal has its reason, and the code of it as the message", () => {
  const refusal = new Refusal({ code: "not-found" });
  expect([refusal.name, refusal.message, refusal.reason]).toEqual(["Refusal", "not-found", { code: "not-found" }]);
});

test("a field is refused by name, with a message where there is one", () => {
  const reasonOf = (...parameters: Parameters<typeof refuseField>) => {
    try {
      return refuseField(...parameters);
    } catch (error) {
      return (error as Refusal).reason;
    }
  };
  expect(reasonOf("note", "missing_field")).toStrictEqual({
    code: "values-refused",
    errors: [{ field: "note", code: "missing_field" }],
  });
  expect(reasonOf("scopes", "custom", "are unknown")).toStrictEqual({
    code: "values-refused",
    errors: [{ field: "scopes", code: "custom", message: "are unknown" }],
  });
});

test("an unavailable store may be asked again after a second, and has the cause", () => {
  const cause = new Error("disk full");
  const error = new StoreUnavailableError(cause);
  expect(error).toBeInstanceOf(Refusal);
  expect([error.name, error.reason, error.cause]).toEqual([
    "StoreUnavailableError",
    { code: "unavailable", retryAfter: 1 },
    cause,
  ]);
});
