import { expect, test } from "vitest";
import { issuerOf } from "./extensions.js";

test.each([
  ["https://github.com", "https://github.com/login/oauth"],
  ["https://proxy.example/below", "https://proxy.example/below/login/oauth"],
])("the issuer of %s is %s, as clients of GitHub expect it", (site, issuer) => {
  expect(issuerOf(site)).toBe(issuer);
});
