// oidc-provider, which introspects an access token (RFC 7662). Its store is in memory.
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { fixtures } from "../src/fixtures.js";
import { report } from "../src/servers/report.js";

const { client_id, client_secret } = fixtures.application;
const provider = new Provider("http://127.0.0.1", {
  clients: [{ client_id, client_secret, grant_types: ["client_credentials"], redirect_uris: [], response_types: [] }],
  features: {
    introspection: { enabled: true },
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
  },
  scopes: ["repo"],
});
const client = await provider.Client.find(client_id);
const token = await new provider.ClientCredentials({ client, scope: "repo" }).save();
report(createServer(provider.callback()), { token });
