import { BlockList, isIP } from "node:net";
import type { Network } from "../settings/readers.js";

/**
 * Finds the address of the client behind proxies. X-Forwarded-For is read from the right, as far as it was written by
 * a proxy that is trusted: what stands further left could be anybody's. Without a trusted proxy it is not looked at.
 */
export function clientAddressResolver(
  trusted: readonly Network[],
): (peer: string | undefined, forwardedFor: string | null) => string | undefined {
  const proxies = new BlockList();
  for (const { address, prefix, family } of trusted) proxies.addSubnet(address, prefix, family);
  const isTrusted = (address: string) => proxies.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");

  return (peer, forwardedFor) => {
    let address = peer && plain(peer);
    if (trusted.length === 0 || forwardedFor === null) return address;
    for (const hop of forwardedFor.split(",").reverse()) {
      if (address === undefined || !isTrusted(address)) break;
      const before = plain(hop.trim());
      if (isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
}

/** An IPv4 address that a socket for both shows as IPv6 is the same address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}
