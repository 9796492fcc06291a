import { describe, expect, test } from "vitest";
import {
  parseBoolean,
  parseCount,
  parseHostAndPort,
  parseNetwork,
  parseOneOf,
  parsePeriod,
  parsePort,
  parsePositive,
  parseText,
  parseTime,
  parseUrl,
} from "./parsers.js";

type Row = readonly [parse: (text: string) => unknown, text: string, value: unknown];

test.each<Row>([
  [parsePort, "0", 0],
  [parsePort, "65535", 65_535],
  [parseText, " ", " "],
  [parseHostAndPort, "127.0.0.1:9090", { host: "127.0.0.1", port: 9090 }],
  [parseHostAndPort, "[::1]:0", { host: "::1", port: 0 }],
  [parseNetwork, "10.0.0.0/8", { address: "10.0.0.0", prefix: 8, family: "ipv4" }],
  [parseNetwork, "10.0.0.1", { address: "10.0.0.1", prefix: 32, family: "ipv4" }],
  [parseNetwork, "10.0.0.1/32", { address: "10.0.0.1", prefix: 32, family: "ipv4" }],
  [parseNetwork, "0.0.0.0/0", { address: "0.0.0.0", prefix: 0, family: "ipv4" }],
  [parseNetwork, "::1", { address: "::1", prefix: 128, family: "ipv6" }],
  [parseNetwork, "fd00::/128", { address: "fd00::", prefix: 128, family: "ipv6" }],
  [parseUrl, "https://git.example/", "https://git.example"],
  [parseUrl, "http://git.example/a//", "http://git.example/a"],
  [parseTime, "2026-12-01T07:00Z", new Date("2026-12-01T07:00:00Z")],
  [parseTime, "2026-12-01T07:00+02:00", new Date("2026-12-01T05:00:00Z")],
  [
    parsePeriod,
    "2026-12-01T07:00Z/2026-12-01T07:01Z",
    [new Date("2026-12-01T07:00:00Z"), new Date("2026-12-01T07:01:00Z")],
  ],
  [parseCount, "0", 0],
  [parseCount, "999999999", 999_999_999],
  [parsePositive, "1", 1],
  ...["true", "1", "YES", "on"].map((text): Row => [parseBoolean, text, true]),
  ...["false", "0", "No", "off"].map((text): Row => [parseBoolean, text, false]),
  [parseOneOf("a", "b"), "b", "b"],
])("%o parses %j", (parse, text, value) => {
  expect(parse(text)).toEqual(value);
});

describe("what cannot be read is refused with the reason", () => {
  test.each<readonly [(text: string) => unknown, string, string]>([
    [parsePort, "65536", "65536 is not a port; use a number from 0 to 65535"],
    [parsePort, "-1", "-1 is not a port; use a number from 0 to 65535"],
    [parsePort, "", " is not a port; use a number from 0 to 65535"],
    [parsePort, "1e3", "1e3 is not a port; use a number from 0 to 65535"],
    [parseText, "", "it is empty"],
    [parseHostAndPort, "127.0.0.1", "127.0.0.1 is not an address with a port; write it like 127.0.0.1:9090"],
    [parseHostAndPort, "::1:9090", "::1:9090 is not an address with a port; write it like 127.0.0.1:9090"],
    [parseHostAndPort, "h:65536", "65536 is not a port; use a number from 0 to 65535"],
    ...["10.0.0.0/33", "::1/129", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0.0/a", "host/8", ""].map(
      (text) => [parseNetwork, text, `${text} is not a network; write it like 10.0.0.0/8`] as const,
    ),
    ...["git.example", "ftp://git.example", "https://a@b", "https://:p@b", "https://b/?q=1", "https://b/#a"].map(
      (text) => [parseUrl, text, "the address must be http or https, without a user, a query or a fragment"] as const,
    ),
    [parseTime, "2026-12-01T07:00", "2026-12-01T07:00 is not a time; write it like 2026-12-01T07:00Z"],
    [parseTime, "2026-13-01T07:00Z", "2026-13-01T07:00Z is not a time; write it like 2026-12-01T07:00Z"],
    ...[
      "2026-12-01T07:00Z/2026-12-01T07:00Z",
      "2026-12-01T08:00Z/2026-12-01T07:00Z",
      "2026-12-01T07:00Z",
      "2026-12-01T07:00Z/2026-12-01T08:00Z/2026-12-01T09:00Z",
    ].map(
      (text) =>
        [parsePeriod, text, `${text} is not a period; write it like 2026-12-01T07:00Z/2026-12-01T10:00Z`] as const,
    ),
    ...["", "1.5", "-1"].map((text) => [parseCount, text, `${text} is not a whole number`] as const),
    [parseCount, "1000000000", "it must be at most 999999999"],
    [parsePositive, "0", "it must be at least 1"],
    [parseBoolean, "maybe", "maybe is neither true nor false"],
    [parseBoolean, "truest", "truest is neither true nor false"],
    [parseOneOf("a", "b", "c"), "d", "d is not known; use a, b or c"],
  ])("%o %j", (parse, text, message) => {
    expect(() => parse(text)).toThrow(new Error(message));
  });
});
