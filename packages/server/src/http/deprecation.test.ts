import { describe, expect, test } from "vitest";
import { deprecationHeaders, gitHubTimeline, sunsetState } from "./deprecation.js";

const at = (time: string) => new Date(`2020-${time}Z`);

describe("operations are", () => {
  const brownouts = [
    [at("09-30T07:00:00"), at("09-30T10:00:00")],
    [at("10-28T16:00:00"), at("10-28T19:00:00")],
  ] as const;
  const removal = at("11-13T16:00:00");

  test.each([
    ["available", "09-30T06:59:59.999"],
    ["brownout", "09-30T07:00:00"],
    ["brownout", "09-30T09:59:59.999"],
    ["available", "09-30T10:00:00"],
    ["brownout", "10-28T18:00:00"],
    ["available", "11-13T15:59:59.999"],
    ["removed", "11-13T16:00:00"],
    ["removed", "12-01T00:00:00"],
  ])("%s at %s", (state, time) => {
    expect(sunsetState({ brownouts, removal }, at(time))).toBe(state);
    expect(sunsetState({ state: "available", brownouts, removal }, at(time))).toBe(state);
  });

  test.each(["brownout", "removed"] as const)("%s at all times when that is their state", (state) => {
    expect(sunsetState({ state, brownouts, removal }, at("01-01T00:00:00"))).toBe(state);
  });

  test("available for ever when no times are given", () => {
    expect(sunsetState({}, at("12-01T00:00:00"))).toBe("available");
    expect(sunsetState({ removal }, at("09-30T08:00:00"))).toBe("available");
  });
});

test("the timeline is that of github.com", () => {
  expect(gitHubTimeline).toEqual({
    brownouts: [
      [at("09-30T07:00:00"), at("09-30T10:00:00")],
      [at("09-30T16:00:00"), at("09-30T19:00:00")],
      [at("10-28T07:00:00"), at("10-28T10:00:00")],
      [at("10-28T16:00:00"), at("10-28T19:00:00")],
    ],
    removal: at("11-13T16:00:00"),
  });
});

describe("the headers of a deprecated operation", () => {
  test("for users have the dates and pages of the authorizations API", () => {
    const { Link, ...dates } = deprecationHeaders("oauth-authorizations/list-grants");
    expect(dates).toEqual({ Deprecation: "@1581638400", Sunset: "Fri, 13 Nov 2020 16:00:00 GMT" });
    expect(Link).toMatch(
      /^<https:\/\/developer\.github\.com\/changes\/2020-02-14-deprecating-oauth-auth-endpoint\/>; rel="deprecation"; type="text\/html", <https:[^>]+\/authorizing-oauth-apps>; rel="alternate"$/,
    );
  });

  test("for applications have those of the tokens in paths", () => {
    const { Link, ...dates } = deprecationHeaders("apps/check-authorization");
    expect(dates).toEqual({ Deprecation: "@1581638400", Sunset: "Wed, 05 May 2021 16:00:00 GMT" });
    expect(Link).toMatch(/^<https:\/\/developer\.github\.com\/changes\/2020-02-14-deprecating-oauth-app-endpoint\/>;/);
  });

  test("are none for a current one", () => {
    expect(deprecationHeaders("apps/check-token")).toEqual({});
  });
});
