import { expect, test } from "vitest";
import type { Authorization, User } from "../domain/model.js";
import { serializeAuthorization, serializeUser } from "./serializers.js";

const baseUrls = { site: "https://git.example", api: "https://git.example/api/v3" };
const octocat = { id: 1, login: "octocat", siteAdmin: true, name: null, email: null, suspendedAt: null } as User;

test("a user has the links and the node id of GitHub's documentation", () => {
  expect(serializeUser(baseUrls, octocat)).toMatchObject({
    login: "octocat",
    id: 1,
    node_id: "MDQ6VXNlcjE=",
    gravatar_id: "",
    url: "https://git.example/api/v3/users/octocat",
    html_url: "https://git.example/octocat",
    followers_url: "https://git.example/api/v3/users/octocat/followers",
    following_url: "https://git.example/api/v3/users/octocat/following{/other_user}",
    gists_url: "https://git.example/api/v3/users/octocat/gists{/gist_id}",
    starred_url: "https://git.example/api/v3/users/octocat/starred{/owner}{/repo}",
    subscriptions_url: "https://git.example/api/v3/users/octocat/subscriptions",
    organizations_url: "https://git.example/api/v3/users/octocat/orgs",
    repos_url: "https://git.example/api/v3/users/octocat/repos",
    events_url: "https://git.example/api/v3/users/octocat/events{/privacy}",
    received_events_url: "https://git.example/api/v3/users/octocat/received_events",
    type: "User",
    site_admin: true,
  });
});

// The length of the id takes part: the digits are base64 of "04:User" and the id.
test.each([
  [2, "MDQ6VXNlcjI="],
  [42, "MDQ6VXNlcjQy"],
  [583_231, "MDQ6VXNlcjU4MzIzMQ=="],
])("the node id of user %d is %s, whatever the login", (id, nodeId) => {
  expect(serializeUser(baseUrls, { ...octocat, id }).node_id).toBe(nodeId);
});

const personal = {
  id: 7,
  userId: 1,
  application: null,
  tokenHash: "ab",
  tokenLastEight: "12345678",
  note: "my note",
  noteUrl: null,
  scopes: ["repo"],
  fingerprint: null,
  createdAt: new Date("2011-09-06T17:26:27.999Z"),
  updatedAt: new Date("2011-09-06T20:39:23Z"),
  expiresAt: null,
} as unknown as Authorization;

test("a personal token has its note as the application, with twenty zeros, and no token unless it is given", () => {
  expect(serializeAuthorization(baseUrls, personal)).toMatchObject({
    id: 7,
    url: "https://git.example/api/v3/authorizations/7",
    app: { name: "my note", client_id: "00000000000000000000" },
    token: "",
    hashed_token: "ab",
    token_last_eight: "12345678",
    note: "my note",
    note_url: null,
    created_at: "2011-09-06T17:26:27Z",
    updated_at: "2011-09-06T20:39:23Z",
    scopes: ["repo"],
    fingerprint: null,
    expires_at: null,
  });
  expect(serializeAuthorization(baseUrls, personal, "ghp_1").token).toBe("ghp_1");
});

test("the application of a token has its name, address and client id", () => {
  const application = { id: 1, clientId: "Iv1.8a61f9b3a7aba766", name: "Gems", url: "https://gems.example/" };
  const { app, expires_at: expiry } = serializeAuthorization(baseUrls, {
    ...personal,
    application,
    expiresAt: new Date("2011-10-06T17:26:27Z"),
  } as Authorization);
  expect(app).toEqual({ name: "Gems", url: "https://gems.example/", client_id: "Iv1.8a61f9b3a7aba766" });
  expect(expiry).toBe("2011-10-06T17:26:27Z");
});
