import { isIPv6 } from "node:net";

/**
 * Network that an address is counted under: an IPv4 address itself, and the first 64 bits of an IPv6 address, because
 * one subscriber has that many addresses to choose from (RFC 6177). An IPv4 address written as IPv6 is that IPv4
 * address. Anything else is given back as it is.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped) return mapped;
  const [head = "", tail] = address.replace(/%.*$/, "").split("::");
  const groups = head === "" ? [] : head.split(":");
  const zeros = tail === undefined ? 0 : 8 - groups.length - groupsIn(tail);
  const all = [...groups, ...Array<string>(zeros).fill("0"), ...(tail ? tail.split(":") : [])];
  return `${all.slice(0, 4).map(normalized).join(":")}::/64`;
}

/** An IPv4 address at the end stands for two groups. */
function groupsIn(tail: string): number {
  return tail === "" ? 0 : tail.split(":").length + (tail.includes(".") ? 1 : 0);
}

function normalized(group: string): string {
  return Number.parseInt(group, 16).toString(16);
}
