// The constant response of the baselines: what Grantbook sends for a checked token, with made-up values.
const site = "https://github.example.com";
const api = `${site}/api/v3`;
const user = `${api}/users/octocat`;

export const response = {
  id: 1,
  url: `${api}/authorizations/1`,
  app: { name: "Editor", url: "https://editor.example", client_id: "0123456789abcdef0123" },
  token: "gho_16C7e42F292c6912E7710c838347Ae178B4a",
  hashed_token: "bc3ae723f57c6b9e3fd80b699fcc420f6074b0b1718039669d22631d508ac0a7",
  token_last_eight: "7Ae178B4",
  note: null,
  note_url: null,
  created_at: "2026-01-02T03:04:05Z",
  updated_at: "2026-01-02T03:04:05Z",
  scopes: ["repo"],
  fingerprint: null,
  expires_at: null,
  user: {
    login: "octocat",
    id: 1,
    node_id: "MDQ6VXNlcjE=",
    avatar_url: `${site}/avatars/u/1`,
    gravatar_id: "",
    url: user,
    html_url: `${site}/octocat`,
    followers_url: `${user}/followers`,
    following_url: `${user}/following{/other_user}`,
    gists_url: `${user}/gists{/gist_id}`,
    starred_url: `${user}/starred{/owner}{/repo}`,
    subscriptions_url: `${user}/subscriptions`,
    organizations_url: `${user}/orgs`,
    repos_url: `${user}/repos`,
    events_url: `${user}/events{/privacy}`,
    received_events_url: `${user}/received_events`,
    type: "User",
    site_admin: false,
  },
};
