import { isIP } from "node:net";

// Each parses the value of an option, and throws an error whose message is the reason.

export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^[0-9]+$/.test(text) || port > 65_535) throw new Error(`${text} is not a port; use a number from 0 to 65535`);
  return port;
}

export function parseText(text: string): string {
  if (text === "") throw new Error("it is empty");
  return text;
}

/** Parses an address to listen on: `127.0.0.1:9090`, or `[::1]:9090`. */
export function parseHostAndPort(text: string): { readonly host: string; readonly port: number } {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:[\]]+)):([0-9]+)$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || port === undefined) {
    throw new Error(`${text} is not an address with a port; write it like 127.0.0.1:9090`);
  }
  return { host, port: parsePort(port) };
}

/** Parses a host name or an IPv4 address, without a port. */
export function parseHostName(text: string): string {
  if (!/^[\w.-]{1,253}$/.test(text)) throw new Error(`${text} is not a host name; write it without a port`);
  return text.toLowerCase();
}

/** Network in CIDR notation; an address without a prefix length is a network of one. */
export interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: "ipv4" | "ipv6";
}

export function parseNetwork(text: string): Network {
  const [address = "", length, ...rest] = text.split("/");
  const version = isIP(address);
  const maxPrefix = version === 4 ? 32 : 128;
  const prefix = length === undefined ? maxPrefix : Number(length);
  if (version === 0 || rest.length > 0 || !/^[0-9]*$/.test(length ?? "") || length === "" || prefix > maxPrefix) {
    throw new Error(`${text} is not a network; write it like 10.0.0.0/8`);
  }
  return { address, prefix, family: version === 4 ? "ipv4" : "ipv6" };
}

export function parseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
    throw new Error("the address must be http or https, without a user, a query or a fragment");
  }
  return url.href.replace(/\/+$/, "");
}

/** Creates a parser that accepts only these words. */
export function parseOneOf<const Word extends string>(...words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const found = words.find((word) => word === text);
    if (found === undefined) {
      throw new Error(`${text} is not known; use ${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);
    }
    return found;
  };
}

export function parseTime(text: string): Date {
  const time = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(time.getTime())) {
    throw new Error(`${text} is not a time; write it like 2026-12-01T07:00Z`);
  }
  return time;
}

export function parsePeriod(text: string): readonly [Date, Date] {
  const [from, until, ...rest] = text.split("/").map(parseTime);
  if (!from || !until || rest.length > 0 || from >= until) {
    throw new Error(`${text} is not a period; write it like 2026-12-01T07:00Z/2026-12-01T10:00Z`);
  }
  return [from, until];
}

export function parseCount(text: string): number {
  if (!/^[0-9]+$/.test(text)) throw new Error(`${text} is not a whole number`);
  if (text.length > 9) throw new Error("it must be at most 999999999");
  return Number(text);
}

export function parsePositive(text: string): number {
  const count = parseCount(text);
  if (count === 0) throw new Error("it must be at least 1");
  return count;
}

export function parseBoolean(text: string): boolean {
  if (/^(true|1|yes|on)$/i.test(text)) return true;
  if (/^(false|0|no|off)$/i.test(text)) return false;
  throw new Error(`${text} is neither true nor false`);
}
