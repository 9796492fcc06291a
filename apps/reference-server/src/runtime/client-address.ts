import { BlockList, isIP } from "node:net";
import type { Network } from "../options/parsers.js";

/**
 * Creates a function that returns the address of a client from the address of its peer and from X-Forwarded-For. The
 * header is read from the right, as far as trusted proxies wrote it; a client may forge the rest. Without a trusted
 * proxy it is ignored.
 */
export function clientAddressResolver(
  trusted: readonly Network[],
): (peer: string | undefined, forwardedFor: string | null) => string | undefined {
  const proxies = new BlockList();
  for (const { address, prefix, family } of trusted) proxies.addSubnet(address, prefix, family);
  const isTrusted = (address: string) => proxies.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");

  return (peer, forwardedFor) => {
    let address = peer && toIpv4(peer);
    if (trusted.length === 0 || forwardedFor === null) return address;
    for (const hop of forwardedFor.split(",").reverse()) {
      if (address === undefined || !isTrusted(address)) break;
      const before = toIpv4(hop.trim());
      if (isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
}

/** Converts an IPv4-mapped IPv6 address, as dual-stack sockets show it, to IPv4. */
function toIpv4(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}
