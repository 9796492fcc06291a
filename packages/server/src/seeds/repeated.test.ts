import { describe, expect, test } from "vitest";
import { requireSeed } from "./seed.js";

const application = (name: string, id?: string) => ({
  ...{ name, url: "https://a.example" },
  ...(id === undefined ? {} : { client_id: id }),
});

describe("a seed", () => {
  test.each([
    ["nothing", {}],
    ["users with different logins", { users: [{ login: "a" }, { login: "b" }, { login: "ab" }] }],
    ["applications with different names", { applications: [application("a"), application("b")] }],
    ["one name with different client ids", { applications: [application("a", "1"), application("a", "2")] }],
    [
      "one name three times with different client ids",
      { applications: [application("a", "1"), application("a", "2"), application("a", "3")] },
    ],
    ["names in another case", { applications: [application("a"), application("A")] }],
  ])("may have %s", (_, seed) => {
    expect(requireSeed(seed)).toBe(seed);
  });

  test.each([
    [{ users: [{ login: "b" }, { login: "a" }, { login: "A" }] }, "users[2].login is the same as users[1].login"],
    [
      { applications: [application("a", "1"), application("b", "2"), application("c", "2")] },
      "applications[2].client_id is the same as applications[1].client_id",
    ],
    [
      { applications: [application("a"), application("a")] },
      "applications[1].name is the same as applications[0].name; give each of them a client_id",
    ],
    [
      { applications: [application("a"), application("a", "1")] },
      "applications[1].name is the same as applications[0].name; give each of them a client_id",
    ],
    [
      { applications: [application("a", "1"), application("a")] },
      "applications[1].name is the same as applications[0].name; give each of them a client_id",
    ],
    [
      { applications: [application("a", "1"), application("a", "2"), application("a")] },
      "applications[2].name is the same as applications[1].name; give each of them a client_id",
    ],
    [null, "the seed must be an object"],
  ])("is refused: %j", (seed, message) => {
    expect(() => requireSeed(seed)).toThrow(expect.objectContaining({ name: "SeedError", message }));
  });
});
