import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ConnectionOptions } from "node:tls";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { describe, expect, test } from "vitest";
import { parseAddress } from "./address.js";

const parse = (address: string, environment: NodeJS.ProcessEnv = {}) => parseAddress(address, environment);
const folder = newFolder();
const authority = join(folder, "root.crt");
writeFileSync(authority, "an authority");

// The forms are those of PostgreSQL's documentation, section "Connection URIs".
describe("an address", () => {
  test.each([
    ["postgresql://", {}],
    ["postgresql://localhost", { host: "localhost" }],
    ["postgresql://localhost:5433", { host: "localhost", port: 5433 }],
    ["postgresql://localhost/mydb", { host: "localhost", database: "mydb" }],
    ["postgresql://user:secret@localhost", { user: "user", password: "secret", host: "localhost" }],
    ["postgresql:///mydb?host=localhost&port=5433", { host: "localhost", port: 5433, database: "mydb" }],
    [
      "postgresql://[2001:db8::1234]/database?application_name=myapp",
      { host: "2001:db8::1234", database: "database", application_name: "myapp" },
    ],
    ["postgresql://%2Fvar%2Flib%2Fpostgresql/dbname", { host: "/var/lib/postgresql", database: "dbname" }],
    [
      "postgresql://user@localhost:5433/mydb?options=-c%20synchronous_commit%3Doff",
      { options: "-c synchronous_commit=off" },
    ],
    ["postgres://u:pw@/db?host=/run/pg", { user: "u", password: "pw", database: "db", host: "/run/pg" }],
    ["POSTGRES://u@h/db?dbname=other&user=v", { user: "v", host: "h", database: "other" }],
    ["postgres://u:a%2Fb%40c@h", { password: "a/b@c" }],
    ["postgres://u:a,b@h/c,d?application_name=e,f", { password: "a,b", host: "h", database: "c,d" }],
    ["postgres://h:65535/db?&application_name=my+app&", { port: 65_535, application_name: "my app" }],
    ["postgres://h?options=-c%20search_path=app", { options: "-c search_path=app" }],
    ["postgres://h?fallback_application_name=a&sslnegotiation=direct", { sslnegotiation: "direct" }],
  ])("is read as psql reads it: %s", (address, expected) => {
    expect(parse(address)).toMatchObject({ ...expected, ssl: false });
  });

  test.each(["postgres://", "postgres://:@/", "postgres://:@:/?host=&port="])("has no empty part: %s", (address) => {
    expect(parse(address)).toEqual({ ssl: false });
  });

  test.each([
    ["postgres://u:secret@a:1,b:2/db", /several hosts/],
    ["postgres://a:1,b/db", /several hosts/],
    ["postgres://u:secret@h/db?user=v@secret", /the address is not understood; in a password write/],
    ["postgres://u:secret/1@h/db", /write \/ as %2F/],
    ["postgres://u:1?secret@h/db", /\? as %3F/],
    ["postgres://u:1#secret@h/db", /# as %23/],
    ["postgres://u:%secret@h/db", /write % as %25/],
    ["postgres://u:secret@h:65536/db", /the port of the address is no port/],
    ["postgres://u:secret@h/db?port=secret", /the port of the address is no port/],
    ["postgres://u:secret@h/db?%secret=1", /write % as %25/],
    ["postgres://u:secret@h/db?currentSchema=app", /the parameter currentSchema; name a schema with options=/],
    [`postgres://h/db?${"x".repeat(41)}=1`, /the parameter, which is not supported/],
    ["postgres://h/db?ssl=false", /the parameter ssl, which is not supported/],
    [
      "postgres://u:secret@h/db?schema=app",
      /the parameter schema; name a schema with options=-c%20search_path%3DSCHEMA/,
    ],
    [
      "postgres://u:secret@h/db?target_session_attrs=primary",
      /parameter target_session_attrs, which is not supported; there are host, port, user, password, dbname, application/,
    ],
    ["postgres://u@h/db?secret$1", /the parameter, which is not supported/],
    ["postgres://u:secret@h/db?sslmode=prefer", /sslmode=prefer may send everything unencrypted/],
    ["postgres://u:secret@h/db?sslmode=allow", /sslmode=allow may send everything unencrypted/],
    ["postgres://u:secret@h/db?sslmode=secret", /sslmode must be disable, require, verify-ca or verify-full/],
    ["postgres://u:secret@h/db?sslmode=verify-ca", /sslmode=verify-ca needs sslrootcert=FILE/],
    ["postgres://u:secret@h/db?sslmode=verify-ca&sslrootcert=system", /sslmode=verify-ca needs sslrootcert=FILE/],
    ["postgres://u:secret@h/db?sslmode=require&sslrootcert=/nowhere/root.crt", /the file of sslrootcert: ENOENT/],
  ])("that would be read differently is refused, without its secret: %s", (address, reason) => {
    expect(() => parse(address)).toThrow(reason);
    expect(() => parse(address)).not.toThrow(/secret/);
  });
});

describe("TLS", () => {
  const ssl = (query: string, environment?: NodeJS.ProcessEnv) => parse(`postgres://h/db?${query}`, environment).ssl;

  test("encrypts without a verification where psql does, and verifies where psql does", () => {
    expect(ssl("")).toBe(false);
    expect(ssl("sslmode=disable", { PGSSLMODE: "require" })).toBe(false);
    expect(ssl("sslmode=require")).toEqual({ rejectUnauthorized: false });
    expect(ssl("ssl=true")).toEqual({ rejectUnauthorized: false });
    expect(ssl("sslmode=verify-full&ssl=true")).toEqual({ rejectUnauthorized: true });
    expect(ssl("sslmode=require&sslrootcert=system")).toEqual({ rejectUnauthorized: true });
    expect(ssl("sslmode=verify-full")).toEqual({ rejectUnauthorized: true });
    expect(ssl("sslmode=verify-full&sslrootcert=system")).toEqual({ rejectUnauthorized: true });
    expect(ssl(`sslmode=verify-full&sslrootcert=${authority}`)).toEqual({
      rejectUnauthorized: true,
      ca: "an authority",
    });
    for (const mode of ["require", "verify-ca"]) {
      expect(ssl(`sslmode=${mode}&sslrootcert=${authority}`)).toEqual({
        rejectUnauthorized: true,
        ca: "an authority",
        checkServerIdentity: expect.any(Function),
      });
    }
  });

  test("sends a certificate of the client, and accepts any name of a server whose authority it knows", () => {
    const file = encodeURIComponent(authority);
    expect(ssl(`sslmode=require&sslcert=${file}&sslkey=${file}`)).toEqual({
      rejectUnauthorized: false,
      cert: "an authority",
      key: "an authority",
    });
    const options = ssl(`sslmode=verify-ca&sslrootcert=${file}`) as ConnectionOptions;
    expect(options.checkServerIdentity?.("other.example", {} as never)).toBeUndefined();
  });

  test.each(["sslcert", "sslkey", "sslrootcert"])("names the parameter whose file cannot be read: %s", (name) => {
    expect(() => ssl(`sslmode=require&${name}=/nowhere`)).toThrow(`cannot read the file of ${name}: ENOENT`);
  });

  test("takes the environment where the address says nothing", () => {
    const environment = { PGSSLMODE: "verify-full", PGSSLROOTCERT: authority };
    expect(ssl("", environment)).toEqual({ rejectUnauthorized: true, ca: "an authority" });
    expect(ssl("", { PGSSLMODE: "require", PGSSLROOTCERT: "", PGSSLCERT: authority, PGSSLKEY: authority })).toEqual({
      rejectUnauthorized: false,
      cert: "an authority",
      key: "an authority",
    });
    expect(ssl("", { PGSSLMODE: "" })).toBe(false);
  });
});
