import { describe, expect, test } from "vitest";
import { ExpiryField, parseExpiry } from "./expiry-field.js";

const now = new Date("2026-11-27T12:00:00Z");
const parse = (form: Record<string, string>) => parseExpiry(new Map(Object.entries(form)), now);
const onDay = (day: string) => parse({ expiration: "custom", custom_expires_at: day });

describe("a token expires", () => {
  test.each([
    ["in thirty days where nothing is chosen", {}, "2026-12-27T12:00:00.000Z"],
    ["in a week", { expiration: "7" }, "2026-12-04T12:00:00.000Z"],
    ["in ninety days", { expiration: "90" }, "2027-02-25T12:00:00.000Z"],
    ["at the end of a day", { expiration: "custom", custom_expires_at: "2026-12-01" }, "2026-12-01T23:59:59.000Z"],
    ["today", { expiration: "custom", custom_expires_at: "2026-11-27" }, "2026-11-27T23:59:59.000Z"],
  ])("%s", (_, form, expected) => {
    expect(parse(form as Record<string, string>)?.toISOString()).toBe(expected);
  });

  test("never", () => {
    expect(parse({ expiration: "none", custom_expires_at: "2026-12-01" })).toBeNull();
  });

  test.each(["", "2026-11-26", "2026-12-32", "tomorrow", "2026-12-1", "+02026-12-01", "2026-12-01T00:00:00Z"])(
    "on no such day: %j",
    (day) => {
      expect(onDay(day)).toBeUndefined();
    },
  );

  test("not after a time that nobody offers, nor on a day that was not chosen", () => {
    for (const expiration of ["8", "0", "-30", ""]) {
      expect([expiration, parse({ expiration, custom_expires_at: "2026-12-01" })]).toEqual([expiration, undefined]);
    }
  });

  test("not at this second", () => {
    const end = new Date("2026-12-01T23:59:59Z");
    const form = new Map([
      ["expiration", "custom"],
      ["custom_expires_at", "2026-12-01"],
    ]);
    expect(parseExpiry(form, end)).toBeUndefined();
    expect(parseExpiry(form, new Date(+end - 1))).toEqual(end);
  });
});

describe("the field", () => {
  const show = (form: Record<string, string>) => String(ExpiryField({ form: new Map(Object.entries(form)), now }));
  const options = (html: string) =>
    [...html.matchAll(/<option value="(\w+)"( selected="")?>([^<]+)</g)].map((match) => match.slice(1));

  test("offers four lifetimes, a day and none, of which thirty days are chosen", () => {
    expect(options(show({}))).toEqual([
      ["7", undefined, "7 days"],
      ["30", ' selected=""', "30 days"],
      ["60", undefined, "60 days"],
      ["90", undefined, "90 days"],
      ["custom", undefined, "On the day below"],
      ["none", undefined, "No expiration"],
    ]);
  });

  test("keeps what was chosen, and takes no day before today", () => {
    const html = show({ expiration: "custom", custom_expires_at: "2026-12-01" });
    const chosen = options(html).filter(([, isChosen]) => isChosen);
    expect(chosen).toEqual([["custom", ' selected=""', "On the day below"]]);
    expect(html).toContain('name="custom_expires_at" value="2026-12-01" min="2026-11-27"');
  });
});
