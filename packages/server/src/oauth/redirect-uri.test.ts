import { describe, expect, test } from "vitest";
import { matchRedirectUri, parseRedirectUri, withParameters } from "./redirect-uri.js";

const registered = ["http://example.com/path"];

describe("one registered URL", () => {
  // GitHub's own table, in "Authorizing OAuth apps".
  test.each([
    ["http://example.com/path", true],
    ["http://example.com/path/subdir/other", true],
    ["http://oauth.example.com/path", true],
    ["http://oauth.example.com/path/subdir/other", true],
    ["http://example.com/bar", false],
    ["http://example.com/", false],
    ["http://example.com:8080/path", false],
    ["http://oauth.example.com:8080/path", false],
    ["http://example.org", false],
    ["https://example.com/path", false],
    ["http://example.com/pathology", false],
    ["http://notexample.com/path", false],
    ["http://example.com.evil.example/path", false],
    ["http://example.com/path?next=%2Fhome", true],
    ["http://example.com/path/../bar", false],
  ])("%s: %s", (requested, isMatch) => {
    expect(matchRedirectUri(registered, requested) !== undefined).toBe(isMatch);
  });

  test("is the default", () => {
    expect(matchRedirectUri(registered, undefined)?.href).toBe("http://example.com/path");
    expect(matchRedirectUri([], undefined)).toBeUndefined();
    expect(matchRedirectUri([], "http://example.com/path")).toBeUndefined();
  });

  test("an IP address and a loopback name have no subdomains", () => {
    expect(matchRedirectUri(["http://192.0.2.1/"], "http://evil.192.0.2.1/")).toBeUndefined();
    expect(matchRedirectUri(["http://localhost/"], "http://evil.localhost/")).toBeUndefined();
  });

  test("a scheme of the application's own is matched exactly", () => {
    expect(matchRedirectUri(["myapp://callback"], "myapp://callback")?.href).toBe("myapp://callback");
    expect(matchRedirectUri(["myapp://callback"], "myapp://callback/other")).toBeUndefined();
    expect(matchRedirectUri(["myapp://callback"], "other://callback")).toBeUndefined();
  });
});

describe("the port of a loopback address is free", () => {
  test.each([
    ["http://127.0.0.1/path", "http://127.0.0.1:1234/path", true],
    ["http://[::1]/", "http://[::1]:1234/", true],
    ["http://localhost/", "http://localhost:1234/", true],
    // git-credential-oauth sends a bare origin.
    ["http://127.0.0.1", "http://127.0.0.1:1234", true],
    ["http://127.0.0.1/path", "http://127.0.0.1:1234/other", false],
    ["http://127.0.0.1/", "http://localhost:1234/", false],
  ])("%s, %s: %s", (callback, requested, isMatch) => {
    expect(matchRedirectUri([callback], requested) !== undefined).toBe(isMatch);
  });
});

test("several registered URLs are matched exactly, but for the port of a loopback address", () => {
  const several = ["https://a.example/cb", "https://b.example/cb?x=1", "http://127.0.0.1/cb"];
  expect(matchRedirectUri(several, undefined)?.href).toBe("https://a.example/cb");
  for (const exact of ["https://a.example/cb", "https://b.example/cb?x=1", "http://127.0.0.1:9/cb"]) {
    expect(matchRedirectUri(several, exact)?.href).toBe(exact);
  }
  for (const other of ["https://a.example/cb/below", "https://x.a.example/cb", "https://b.example/cb"]) {
    expect(matchRedirectUri(several, other)).toBeUndefined();
  }
});

// CVE-2024-8883, CVE-2022-3782, CVE-2024-1132, GHSA-484q-784p-8m5h and relatives.
test.each([
  "http://localhost:80@evil.example/",
  "http://@localhost/",
  "http://user@localhost/",
  "http:\\\\localhost\\",
  "http:/localhost/",
  "http:localhost",
  "http:///localhost/",
  "http://localhost/a%2f..%2f..%2fevil",
  "http://localhost/a/%2e%2e%2fevil",
  "http://localhost/a/%252e%252e/evil",
  "http://localhost/a/%25252e%25252e/evil",
  "http://localhost/a/..;/evil",
  "http://localhost/a%5c..%5cevil",
  "http://localhost/%00",
  "http://localhost/%zz",
  "http://localhost/#fragment",
  "http://localhost/\n",
  " http://localhost/",
  "http://localhost/ä",
  "javascript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "/local",
  "//localhost/",
  "",
  "http://localhost/?code=stolen",
  "http://localhost/?state=x",
  "http://localhost/?error=x",
])("a redirect URI that programs read in different ways is refused: %j", (text) => {
  expect(parseRedirectUri(text)).toBeUndefined();
  expect(matchRedirectUri(["http://localhost/"], text)).toBeUndefined();
});

// What other servers sent their users to, each with the registered URL that it was taken for.
test.each([
  ["CVE-2024-8883, port as user name", "http://localhost/", "http://localhost:80@evil.example/"],
  ["CVE-2024-8883, on a loopback port", "http://127.0.0.1/cb", "http://127.0.0.1:8080@evil.example/cb"],
  ["CVE-2023-6291, host as user name", "https://app.example/cb", "https://app.example@evil.example/cb"],
  ["CVE-2023-6291, encoded at sign", "https://app.example/cb", "https://app.example%40evil.example/cb"],
  ["CVE-2023-6291, host of two readings", "https://app.example/cb", "https://evil.example\\@app.example/cb"],
  ["CVE-2022-3782, encoded twice", "https://app.example/cb", "https://app.example/cb/%252e%252e/admin"],
  ["CVE-2022-3782, slash encoded twice", "https://app.example/cb", "https://app.example/cb/..%252fadmin"],
  ["CVE-2024-1132, dot segments", "https://app.example/cb", "https://app.example/cb/../admin"],
  ["CVE-2024-1132, encoded dot segments", "https://app.example/cb", "https://app.example/cb/%2e%2e/admin"],
  ["CVE-2024-1132, encoded slash", "https://app.example/cb", "https://app.example/cb/..%2fadmin"],
  ["CVE-2026-3872, another path", "https://app.example/cb", "https://app.example/open-redirect?to=evil.example"],
  ["CVE-2026-3872, path parameters", "https://app.example/cb", "https://app.example/cb/..;/admin"],
  ["CVE-2026-3872, path of the same beginning", "https://app.example/cb", "https://app.example/cb-evil"],
  ["CVE-2026-7504, wildcard in the path", "https://app.example/*", "https://app.example/anything"],
  ["CVE-2026-7504, wildcard as host", "https://*/cb", "https://evil.example/cb"],
  ["CVE-2026-7504, wildcard at the end of the host", "https://app.example*/cb", "https://app.example.evil.example/cb"],
  ["GHSA-484q-784p-8m5h, script", "https://app.example/cb", "javascript:alert(1)//https://app.example/cb"],
  ["GHSA-484q-784p-8m5h, script in upper case", "https://app.example/cb", "JaVaScRiPt://app.example/cb%0aalert(1)"],
  ["GHSA-484q-784p-8m5h, registered script", "javascript://app.example/cb", "javascript://app.example/cb"],
  ["CVE-2020-15234, path in another case", "https://app.example/cb", "https://app.example/CB"],
  ["CVE-2020-15234, query in another case", "com.example:/cb?a=b", "com.example:/cb?a=B"],
  ["CVE-2024-52289, dot as any character", "https://app.example/cb", "https://appxexample/cb"],
  [
    "CVE-2024-52289, the URL inside another one",
    "https://app.example/cb",
    "https://evil.example/https://app.example/cb",
  ],
])("an attack of another server finds no match: %s", (_, callback, requested) => {
  expect(matchRedirectUri([callback], requested)).toBeUndefined();
  expect(matchRedirectUri([callback, "https://other.example/"], requested)).toBeUndefined();
});

test("parameters are added to the query as it was sent, in their order, and only those there are", () => {
  const url = parseRedirectUri("https://a.example/cb?next=a%20b") as URL;
  expect(withParameters(url, { code: "0a1b", state: undefined })).toBe("https://a.example/cb?next=a%20b&code=0a1b");
  const plain = parseRedirectUri("https://a.example") as URL;
  expect(withParameters(plain, { code: "0a1b", state: "a b&c" })).toBe("https://a.example/?code=0a1b&state=a%20b%26c");
});

describe("an address is read to its end", () => {
  const ofLength = (length: number) => `https://app.example/${"a".repeat(length - "https://app.example/".length)}`;

  test.each([
    ["2048 characters", ofLength(2048)],
    ["a segment that ends with dots", "https://app.example/file.."],
    ["a segment that begins with one", "https://app.example/.well-known/callback"],
    ["an encoding within another", "https://app.example/a%2520b"],
    ["three encodings within each other", "https://app.example/%252541"],
    ["a percent sign at the end", "https://app.example/100%25"],
    ["a percent sign before what is no encoding", "https://app.example/100%25off"],
    ["letters of other languages", "https://app.example/%E2%82%AC%c3%a4"],
  ])("with %s it is taken", (_, text) => {
    expect(parseRedirectUri(text)?.href).toBe(text);
  });

  test.each([
    ["2049 characters", ofLength(2049)],
    ["an encoding that stands for nothing", "https://app.example/%zz"],
    ["a percent sign that begins no encoding", "https://app.example/a%/%41"],
    ["half an encoding", "https://app.example/%2"],
    ["bytes that are no letter", "https://app.example/%c3"],
    ["bytes that are no letter, encoded twice", "https://app.example/%25c3"],
    ["a slash that is encoded twice", "https://app.example/a%252fb"],
    ["a slash that is encoded twice behind a percent sign", "https://app.example/100%25/a%252Fb"],
    ["a backslash that is encoded twice", "https://app.example/a%255Cb"],
    ["a dot segment that is encoded twice behind a percent sign", "https://app.example/100%25/%252e%252e/b"],
    ["a dot segment of which a part is encoded", "https://app.example/a/.%252e/b"],
    ["a dot segment at the end", "https://app.example/a/%252e"],
    ["four encodings within each other", "https://app.example/%2525252541"],
    ["a parameter of a path for a dot segment", "https://app.example/a/..;b/c"],
  ])("with %s it is refused", (_, text) => {
    expect(parseRedirectUri(text)).toBeUndefined();
  });

  test.each([
    ["a folder of https", ["https://app.example/cb"], "https://app.example/cb/x"],
    ["slashes at the end of the registered one", ["https://app.example/cb//"], "https://app.example/cb/x"],
    [
      "another port of a loopback among several",
      ["http://127.0.0.1/cb", "https://b.example/"],
      "http://127.0.0.1:8/cb",
    ],
  ])("%s matches", (_, registered, requested) => {
    expect(matchRedirectUri(registered, requested)?.href).toBe(requested);
  });

  test("another port does not match among several", () => {
    const registered = ["https://app.example:8443/cb", "https://b.example/"];
    expect(matchRedirectUri(registered, "https://app.example:8443/cb")?.port).toBe("8443");
    expect(matchRedirectUri(registered, "https://app.example:9443/cb")).toBeUndefined();
  });
});
