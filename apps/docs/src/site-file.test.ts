import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { acceptedCoding, SiteFile } from "./site-file.js";

test.each([
  [null, "identity"],
  ["", "identity"],
  ["identity", "identity"],
  ["gzip", "gzip"],
  ["br", "br"],
  ["deflate , GZIP ; q=0.5", "gzip"],
  ["gzip, br;q=0.1", "br"],
  ["br;q=0, gzip", "gzip"],
  ["br; q=0.000, gzip;q=0.0", "identity"],
  ["br;q=0.05", "br"],
  ["br;q=0;x", "br"],
  ["xbr, gzipx", "identity"],
])("of %j, %s is the best", (header, coding) => {
  expect(acceptedCoding(header)).toBe(coding);
});

test("a file is compressed once for each coding", () => {
  const file = new SiteFile("text");
  const [br, gzip, identity] = (["br", "gzip", "identity"] as const).map((coding) => file.represent(coding));
  expect([br?.coding, gzip?.coding, identity?.coding]).toEqual(["br", "gzip", "identity"]);
  expect(brotliDecompressSync(br?.content ?? "").toString()).toBe("text");
  expect(gunzipSync(gzip?.content ?? "").toString()).toBe("text");
  expect(Buffer.from(identity?.content ?? []).toString()).toBe("text");
  expect(file.represent("br")).toBe(br);
  // The digest of "text", from sha256sum.
  expect(identity?.etag).toBe('"mC2ePrmW9VnmM_TRlN7zdh2Qn1o7ZH0ahR_q1nwyydE"');
  expect(new Set([br?.etag, gzip?.etag, identity?.etag]).size).toBe(3);
});

test("a file is filled as it was written, and compressed again only when that gives something else", () => {
  const file = new SiteFile("a");
  const textOf = () => Buffer.from(file.represent("identity").content).toString();
  file.fill((source) => `${source}b`);
  const filled = file.represent("identity");
  expect(textOf()).toBe("ab");
  file.fill((source) => `${source}b`);
  expect(file.represent("identity")).toBe(filled);
  file.fill((source) => `${source}c`);
  expect(textOf()).toBe("ac");
});
