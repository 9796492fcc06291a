import { describe, expect, test } from "vitest";
import { parseNetwork } from "../options/parsers.js";
import { clientAddressResolver } from "./client-address.js";

const behind = (...networks: string[]) => clientAddressResolver(networks.map(parseNetwork));

describe("the address of a client", () => {
  test("is that of the connection, whatever it says, without a trusted proxy", () => {
    expect(behind()("192.0.2.1", "198.51.100.7")).toBe("192.0.2.1");
    expect(behind()(undefined, "198.51.100.7")).toBeUndefined();
  });

  test("is that of the connection when it comes from anybody but the proxy", () => {
    expect(behind("10.0.0.0/8")("192.0.2.1", "198.51.100.7")).toBe("192.0.2.1");
  });

  test.each([
    ["one proxy", "10.0.0.1", "198.51.100.7", "198.51.100.7"],
    ["a client that invents addresses", "10.0.0.1", "10.0.0.9, 203.0.113.5, 198.51.100.7", "198.51.100.7"],
    ["two proxies that are trusted", "10.0.0.1", "203.0.113.5, 198.51.100.7, 10.2.3.4", "198.51.100.7"],
    ["nothing in the header", "10.0.0.1", "", "10.0.0.1"],
    ["no header", "10.0.0.1", null, "10.0.0.1"],
    ["what is no address", "10.0.0.1", "198.51.100.7, unknown", "10.0.0.1"],
    ["proxies alone", "10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"],
    ["a socket for both families", "::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7"],
    ["IPv6", "2001:db8::1", "2001:db9::2", "2001:db9::2"],
  ])("is found behind proxies: %s", (_, peer, header, address) => {
    expect(behind("10.0.0.0/8", "2001:db8::/32")(peer, header)).toBe(address);
  });

  test("is found behind a single address that is trusted", () => {
    expect(behind("10.0.0.1")("10.0.0.1", "198.51.100.7")).toBe("198.51.100.7");
    expect(behind("10.0.0.1")("10.0.0.2", "198.51.100.7")).toBe("10.0.0.2");
  });
});

test.each(["", "10.0.0.0/", "10.0.0.0/33", "::/129", "10.0.0/8", "10.0.0.0/8/8", "host", "10.0.0.0/-1"])(
  "%j is no network",
  (text) => {
    expect(() => parseNetwork(text)).toThrow(/is not a network/);
  },
);
