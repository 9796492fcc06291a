import { describe, expect, test } from "vitest";
import { clearSessionCookie, readSessionCookie, sessionCookie } from "./cookie.js";

const id = "0123456789abcdefghijABCDEFGHIJ-_0123456789a";
const [secure, plain] = ["https://ghe.example", "http://127.0.0.1:4000/below"];

describe("the cookie of a session", () => {
  test("lasts for two weeks once the user signed in, else as long as the browser runs", () => {
    expect(sessionCookie(plain, id, { lasts: true })).toBe(
      `user_session=${id}; Max-Age=1209600; Path=/; HttpOnly; SameSite=Lax`,
    );
    expect(sessionCookie(plain, id, { lasts: false })).toBe(`user_session=${id}; Path=/; HttpOnly; SameSite=Lax`);
  });

  test("is bound to the host with TLS", () => {
    expect(sessionCookie(secure, id, { lasts: false })).toBe(
      `__Host-user_session=${id}; Path=/; HttpOnly; SameSite=Lax; Secure`,
    );
  });

  test("is deleted by one that ended", () => {
    expect(clearSessionCookie(secure)).toBe("__Host-user_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure");
    expect(clearSessionCookie(plain)).toBe("user_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
  });
});

describe("an id that is read from a cookie", () => {
  test.each([
    [plain, `user_session=${id}`],
    [plain, `a=b; user_session=${id}; c=d`],
    [plain, `a=b;user_session=${id};   c=d`],
    [plain, `xuser_session=x; user_session=${id}`],
    [secure, `__Host-user_session=${id}; user_session=other`],
  ])("of %s is found in %j", (site, header) => {
    expect(readSessionCookie(site, header)).toBe(id);
  });

  test.each([
    ["no cookie", plain, null],
    ["none of the name", plain, `session=${id}`],
    ["one without the prefix of TLS", secure, `user_session=${id}`],
    ["two of the name, one from another place", plain, `user_session=${id}; user_session=${id}`],
    ["an empty one", plain, "user_session="],
    ["one too short", plain, `user_session=${id.slice(1)}`],
    ["one too long", plain, `user_session=${id}a`],
    ["one with another character", plain, `user_session=${id.slice(1)}=`],
    ["one of another case", plain, `User_Session=${id}`],
  ])("is none: %s", (_, site, header) => {
    expect(readSessionCookie(site, header)).toBeUndefined();
  });
});
