import { readFileSync } from "node:fs";
import type { ConnectionOptions } from "node:tls";
import type pg from "pg";

/** Parameters of an address that are passed on to pg as they are. */
const passedOn = new Set(["application_name", "fallback_application_name", "options", "sslnegotiation"]);
/** Parameters that say the same as a part of the address. */
const parts: Readonly<Record<string, string>> = {
  host: "host",
  port: "port",
  user: "user",
  password: "password",
  dbname: "database",
};
const tlsParameters = ["sslmode", "sslrootcert", "sslcert", "sslkey"] as const;
type TlsParameters = { readonly [Name in (typeof tlsParameters)[number]]?: string | undefined };

const form =
  /^postgres(?:ql)?:\/\/(?:([^:@/?#]*)(?::([^@/?#]*))?@)?(\[[^\]]*\]|[^:/?#@[\]]*)(?::(\d*))?(?:\/([^?#/]*))?(?:\?([^#]*))?$/i;

/**
 * Parses the address of a database as psql does; parts that are missing come from PGHOST, PGUSER and so on. Throws an
 * error with the name of a parameter that is not supported, and never with the address.
 * @see https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
 */
export function parseAddress(address: string, environment: NodeJS.ProcessEnv = process.env): pg.ClientConfig {
  requireOneHost(address);
  const [, user, password, host, port, database, query = ""] = form.exec(address) ?? [];
  // An address that is taken for another would tell parts of its password in messages.
  if (host === undefined || query.includes("@")) {
    throw new Error("the address is not understood; in a password write / as %2F, # as %23 and ? as %3F");
  }
  const parameters = parametersOf(query);
  const given = { ...decodeAll({ user, password, host, port, database }), ...parameters.parts };
  const { port: portText, host: place, ...rest } = given;
  if (portText !== undefined && !(Number(portText) <= 65_535)) throw new Error("the port of the address is no port");
  return {
    ...rest,
    ...(place === undefined ? {} : { host: place.replace(/^\[(.*)\]$/, "$1") }),
    ...(portText === undefined ? {} : { port: Number(portText) }),
    ssl: tlsOf({ ...tlsOfEnvironment(environment), ...parameters.tls }),
  };
}

function requireOneHost(address: string): void {
  const [, authority = ""] = /^[^/]*\/\/(?:[^?#]*@)?([^?#/]*)/.exec(address) ?? [];
  if (authority.includes(",")) throw new Error("the address has several hosts; name one, or a proxy in front of them");
}

/** Sorts parameters by what they are for. Throws for an unknown one. */
function parametersOf(query: string): { readonly parts: Record<string, string>; readonly tls: TlsParameters } {
  const known: Record<string, string | undefined> = {};
  const tls: Record<string, string> = {};
  for (const [name, value] of query.split("&").filter(Boolean).map(toPair)) {
    const part = parts[name];
    if (part !== undefined) known[part] = value;
    // As programs write a space; psql itself takes %20 only.
    else if (passedOn.has(name)) known[name] = value.replaceAll("+", " ");
    else if (name === "ssl" && value === "true") tls.sslmode ??= "require";
    else if (tlsParameters.some((parameter) => parameter === name)) tls[name] = decode(value);
    else throw unsupported(name);
  }
  return { parts: decodeAll(known), tls };
}

/** Decodes values, and leaves out empty ones. */
function decodeAll(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, decode(value)]] : [])));
}

function toPair(text: string): [name: string, value: string] {
  const [name = "", ...value] = text.split("=");
  return [decode(name), value.join("=")];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error("the address has a % that is not the beginning of an escape; write % as %25");
  }
}

function unsupported(name: string): Error {
  if (name === "schema" || name === "currentSchema") {
    return new Error(`the address has the parameter ${name}; name a schema with options=-c%20search_path%3DSCHEMA`);
  }
  const known = [...Object.keys(parts), ...passedOn, ...tlsParameters];
  // A part of a password would not be such a word.
  const shown = /^[a-z_]{1,40}$/i.test(name) ? ` ${name}` : "";
  return new Error(`the address has the parameter${shown}, which is not supported; there are ${known.join(", ")}`);
}

function tlsOfEnvironment(environment: NodeJS.ProcessEnv): TlsParameters {
  return Object.fromEntries(
    tlsParameters.flatMap((name) => {
      const value = environment[`PG${name.toUpperCase()}`];
      return value ? [[name, value]] : [];
    }),
  );
}

/**
 * Returns the TLS options for libpq's parameters, `false` without TLS. `require` encrypts and does not verify, as with
 * psql; `verify-full` trusts the authorities that Node knows when it names no `sslrootcert`.
 */
function tlsOf({ sslmode: mode = "disable", sslrootcert, sslcert, sslkey }: TlsParameters): ConnectionOptions | false {
  if (mode === "disable") return false;
  if (mode === "allow" || mode === "prefer") {
    throw new Error(`sslmode=${mode} may send everything unencrypted; use disable, require or verify-full`);
  }
  if (!["require", "verify-ca", "verify-full"].includes(mode)) {
    throw new Error("sslmode must be disable, require, verify-ca or verify-full");
  }
  const hasAuthority = sslrootcert !== undefined && sslrootcert !== "system";
  if (mode === "verify-ca" && !hasAuthority) throw new Error("sslmode=verify-ca needs sslrootcert=FILE");
  const isVerified = mode !== "require" || sslrootcert !== undefined;
  return {
    rejectUnauthorized: isVerified,
    ...(hasAuthority ? { ca: read("sslrootcert", sslrootcert) } : {}),
    ...(sslcert === undefined ? {} : { cert: read("sslcert", sslcert) }),
    ...(sslkey === undefined ? {} : { key: read("sslkey", sslkey) }),
    // The name of the server counts with verify-full only.
    ...(isVerified && mode !== "verify-full" && hasAuthority ? { checkServerIdentity: () => undefined } : {}),
  };
}

function read(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`cannot read the file of ${name}: ${(error as Error).message}`);
  }
}
