import { createContext } from "@grantbook/test-kit/request-context";
import { expect, test } from "vitest";
import { selectApiVersion } from "./api-version.js";

const select = (version?: string) => {
  const context = createContext({
    init: { headers: version === undefined ? {} : { "X-GitHub-Api-Version": version } },
  });
  selectApiVersion(context);
  return context.version;
};

test("a request gets the version that it asks for, else that of 2022", () => {
  expect(select()).toBe("2022-11-28");
  expect(select("2022-11-28")).toBe("2022-11-28");
  expect(select("2026-03-10")).toBe("2026-03-10");
});

test.each(["", "2026-03-11", "2026", "v3"])(
  "a version that there is not is refused, with those that there are: %j",
  (version) => {
    const context = createContext({ init: { headers: { "x-github-api-version": version } } });
    expect(() => selectApiVersion(context)).toThrow(
      expect.objectContaining({
        reason: { code: "version-unsupported", version, supported: ["2022-11-28", "2026-03-10"] },
      }),
    );
    expect(context.version).toBe("");
  },
);
