import { expect, test } from "vitest";
import {
  type ApplicationSeed,
  parseApplication,
  parseSeed,
  parseUser,
  serializeSeedResult,
  type UserSeed,
} from "./format.js";

test.each<[UserSeed, object]>([
  [{ login: "mona" }, { login: "mona" }],
  [
    {
      ...{ login: "mona", password: "p", name: "Mona", email: "a@a.example", site_admin: true },
      ...{ otp_secret: "GEZDGNBVGY3TQOJQ", recovery_codes: ["abcd-efgh-jkmn"] },
    },
    {
      ...{ login: "mona", password: "p", name: "Mona", email: "a@a.example", siteAdmin: true },
      ...{ otpSecret: "GEZDGNBVGY3TQOJQ", recoveryCodes: ["abcd-efgh-jkmn"] },
    },
  ],
  [
    { login: "mona", emails: [] },
    { login: "mona", emails: [] },
  ],
])("the user %j is %j", (seed, details) => {
  expect(JSON.parse(JSON.stringify(parseUser(seed)))).toEqual(details);
});

test.each([
  ["the first, where none says so", [undefined, undefined], [true, false]],
  ["the one that says so", [undefined, true], [false, true]],
  ["the first, where the others say no", [undefined, false], [true, false]],
  ["the first, even where it says no", [false, false], [true, false]],
])("the primary address is %s", (_, marks, primary) => {
  const emails = marks.map((mark, index) => ({
    email: `${index}@a.example`,
    ...(mark === undefined ? {} : { primary: mark }),
  }));
  expect(parseUser({ login: "mona", emails }).emails?.map((email) => email.primary)).toEqual(primary);
});

test("an address is verified, and the primary one private, unless they say otherwise", () => {
  const emails = [
    { email: "a@a.example", primary: true, visibility: "public" as const },
    { email: "b@a.example", verified: false },
  ];
  expect(parseUser({ login: "mona", emails }).emails).toEqual([
    { email: "a@a.example", primary: true, verified: true, visibility: "public" },
    { email: "b@a.example", primary: false, verified: false, visibility: null },
  ]);
  expect(parseUser({ login: "mona", emails: [{ email: "a@a.example" }] }).emails).toEqual([
    { email: "a@a.example", primary: true, verified: true, visibility: "private" },
  ]);
});

const url = "https://a.example";

test.each<[ApplicationSeed, object]>([
  [
    { name: "A", url },
    { name: "A", url, callbackUrls: [] },
  ],
  [
    { name: "A", url, callback_url: "https://a.example/back" },
    { name: "A", url, callbackUrls: ["https://a.example/back"] },
  ],
  [
    {
      ...{ name: "A", url, callback_urls: ["https://a.example/1", "https://a.example/2"], client_id: "id" },
      ...{ client_secret: "secret", type: "github", device_flow: true, expire_user_tokens: false },
      ...{ consent: "always", owner: "mona" },
    },
    {
      ...{ name: "A", url, callbackUrls: ["https://a.example/1", "https://a.example/2"], clientId: "id" },
      ...{ clientSecret: "secret", type: "github", deviceFlow: true, expireUserTokens: false },
      ...{ consent: "always", owner: "mona" },
    },
  ],
])("the application %j is %j", (seed, details) => {
  expect(JSON.parse(JSON.stringify(parseApplication(seed)))).toEqual(details);
});

test("a seed may be empty", () => {
  expect(parseSeed({})).toEqual({ users: [], applications: [] });
  expect(parseSeed({ users: [{ login: "mona" }], applications: [{ name: "A", url }] })).toMatchObject({
    users: [{ login: "mona" }],
    applications: [{ name: "A" }],
  });
});

test("what was generated has the names of a seed, and no client secret that was given", () => {
  const passwords = [{ login: "mona", password: "p" }];
  const applications = [
    { name: "A", clientId: "a" },
    { name: "B", clientId: "b", clientSecret: "s" },
  ];
  const result = serializeSeedResult({ passwords, applications });
  expect(result).toStrictEqual({
    passwords,
    applications: [
      { name: "A", client_id: "a" },
      { name: "B", client_id: "b", client_secret: "s" },
    ],
  });
});
