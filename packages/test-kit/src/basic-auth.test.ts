import { expect, test } from "vitest";
import { basicAuth } from "./basic-auth.js";

test.each([
  ["Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="],
  ["test", "123£", "Basic dGVzdDoxMjPCow=="],
])("basicAuth encodes %s and %s as the examples of RFC 7617", (name, password, header) => {
  expect(basicAuth(name, password)).toBe(header);
});
