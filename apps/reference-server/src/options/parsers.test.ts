import { describe, expect, test } from "vitest";
import {
  readCount,
  readHostAndPort,
  readNetwork,
  readOneOf,
  readPeriod,
  readPort,
  readPositive,
  readSwitch,
  readText,
  readTime,
  readUrl,
} from "./parsers.js";

type Row = readonly [read: (text: string) => unknown, text: string, value: unknown];

test.each<Row>([
  [readPort, "0", 0],
  [readPort, "65535", 65_535],
  [readText, " ", " "],
  [readHostAndPort, "127.0.0.1:9090", { host: "127.0.0.1", port: 9090 }],
  [readHostAndPort, "[::1]:0", { host: "::1", port: 0 }],
  [readNetwork, "10.0.0.0/8", { address: "10.0.0.0", prefix: 8, family: "ipv4" }],
  [readNetwork, "10.0.0.1", { address: "10.0.0.1", prefix: 32, family: "ipv4" }],
  [readNetwork, "10.0.0.1/32", { address: "10.0.0.1", prefix: 32, family: "ipv4" }],
  [readNetwork, "0.0.0.0/0", { address: "0.0.0.0", prefix: 0, family: "ipv4" }],
  [readNetwork, "::1", { address: "::1", prefix: 128, family: "ipv6" }],
  [readNetwork, "fd00::/128", { address: "fd00::", prefix: 128, family: "ipv6" }],
  [readUrl, "https://git.example/", "https://git.example"],
  [readUrl, "http://git.example/a//", "http://git.example/a"],
  [readTime, "2026-12-01T07:00Z", new Date("2026-12-01T07:00:00Z")],
  [readTime, "2026-12-01T07:00+02:00", new Date("2026-12-01T05:00:00Z")],
  [
    readPeriod,
    "2026-12-01T07:00Z/2026-12-01T07:01Z",
    [new Date("2026-12-01T07:00:00Z"), new Date("2026-12-01T07:01:00Z")],
  ],
  [readCount, "0", 0],
  [readCount, "999999999", 999_999_999],
  [readPositive, "1", 1],
  ...["true", "1", "YES", "on"].map((text): Row => [readSwitch, text, true]),
  ...["false", "0", "No", "off"].map((text): Row => [readSwitch, text, false]),
  [readOneOf("a", "b"), "b", "b"],
])("%o reads %j", (read, text, value) => {
  expect(read(text)).toEqual(value);
});

describe("what cannot be read is refused with the reason", () => {
  test.each<readonly [(text: string) => unknown, string, string]>([
    [readPort, "65536", "65536 is not a port; use a number from 0 to 65535"],
    [readPort, "-1", "-1 is not a port; use a number from 0 to 65535"],
    [readPort, "", " is not a port; use a number from 0 to 65535"],
    [readPort, "1e3", "1e3 is not a port; use a number from 0 to 65535"],
    [readText, "", "it is empty"],
    [readHostAndPort, "127.0.0.1", "127.0.0.1 is not an address with a port; write it like 127.0.0.1:9090"],
    [readHostAndPort, "::1:9090", "::1:9090 is not an address with a port; write it like 127.0.0.1:9090"],
    [readHostAndPort, "h:65536", "65536 is not a port; use a number from 0 to 65535"],
    ...["10.0.0.0/33", "::1/129", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0.0/a", "host/8", ""].map(
      (text) => [readNetwork, text, `${text} is not a network; write it like 10.0.0.0/8`] as const,
    ),
    ...["git.example", "ftp://git.example", "https://a@b", "https://:p@b", "https://b/?q=1", "https://b/#a"].map(
      (text) => [readUrl, text, "the address must be http or https, without a user, a query or a fragment"] as const,
    ),
    [readTime, "2026-12-01T07:00", "2026-12-01T07:00 is not a time; write it like 2026-12-01T07:00Z"],
    [readTime, "2026-13-01T07:00Z", "2026-13-01T07:00Z is not a time; write it like 2026-12-01T07:00Z"],
    ...[
      "2026-12-01T07:00Z/2026-12-01T07:00Z",
      "2026-12-01T08:00Z/2026-12-01T07:00Z",
      "2026-12-01T07:00Z",
      "2026-12-01T07:00Z/2026-12-01T08:00Z/2026-12-01T09:00Z",
    ].map(
      (text) =>
        [readPeriod, text, `${text} is not a period; write it like 2026-12-01T07:00Z/2026-12-01T10:00Z`] as const,
    ),
    ...["", "1.5", "-1", "1000000000"].map((text) => [readCount, text, `${text} is not a whole number`] as const),
    [readPositive, "0", "it must be at least 1"],
    [readSwitch, "maybe", "maybe is neither true nor false"],
    [readSwitch, "truest", "truest is neither true nor false"],
    [readOneOf("a", "b", "c"), "d", "d is not known; use a, b or c"],
  ])("%o %j", (read, text, message) => {
    expect(() => read(text)).toThrow(new Error(message));
  });
});
