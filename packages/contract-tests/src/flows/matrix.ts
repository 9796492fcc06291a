// Every status that the description of the flows declares: a hole does not compile.
import type { FlowOperations } from "@grantbook/contract";
import { type Store, StoreUnavailableError } from "@grantbook/server";
import { type TestFlows, webApp } from "@grantbook/test-kit/flow-fixture";

/** A request for every status that the description declares. */
type Matrix = {
  readonly [Id in keyof FlowOperations]: {
    readonly [Status in keyof FlowOperations[Id]["responses"]]: (flows: TestFlows, path: string) => Promise<Response>;
  };
};

const client = { client_id: webApp.clientId, client_secret: webApp.clientSecret };

const send = (flows: TestFlows, path: string, init: RequestInit, store?: Store) => {
  const headers = { accept: "application/json", ...(init.headers as Record<string, string>) };
  const request = new Request(`https://ghe.example${path}`, { method: "POST", ...init, headers });
  return store ? flows.server({ store, onError: () => undefined }).fetch(request) : flows.fetch(request);
};
const form = (fields: Readonly<Record<string, string>>) => ({ body: new URLSearchParams(fields) });

/** Store whose lookup of applications fails. */
const failing = ({ domain }: TestFlows, error: Error): Store =>
  Object.assign(Object.create(domain.store), { registeredApplication: () => Promise.reject(error) });

const common = {
  404: (flows: TestFlows, path: string) => send(flows, path, form({ client_id: "unknown" })),
  413: (flows: TestFlows, path: string) => send(flows, path, { body: "x".repeat(65_537) }),
  415: (flows: TestFlows, path: string) => send(flows, path, { body: "{}", headers: { "content-encoding": "gzip" } }),
  422: (flows: TestFlows, path: string) => send(flows, `${path}?client_id=a`, form({ client_id: "b" })),
  500: (flows: TestFlows, path: string) =>
    send(flows, path, form(client), failing(flows, new Error("a private detail"))),
  503: (flows: TestFlows, path: string) =>
    send(flows, path, form(client), failing(flows, new StoreUnavailableError(new Error("a private detail")))),
};

/** Request for each status of each operation of the flows, as a call of a server. */
export const flowMatrix: Matrix = {
  "oauth/create-device-code": {
    ...common,
    200: (flows, path) => send(flows, path, form({ ...client, scope: "repo" })),
    400: (flows, path) => send(flows, path, form({ client_id: "11111111111111111111" })),
  },
  "oauth/create-access-token": {
    ...common,
    200: async (flows, path) => send(flows, path, form({ ...client, code: await flows.code(await flows.signedIn()) })),
    400: (flows, path) => send(flows, path, { body: '{"code":' }),
  },
  "graphql/query": {
    200: (flows) => query(flows, viewer),
    400: (flows) => query(flows, { body: "{" }),
    401: (flows) => query(flows, { ...viewer, headers: { authorization: "Bearer unknown" } }),
    async 403(flows) {
      const headers = { authorization: `Bearer ${await tokenOf(flows)}` };
      await flows.domain.store.setSuspended(flows.domain.octocat.id, flows.domain.now());
      return send(flows, "/api/graphql", { ...viewer, headers });
    },
    413: (flows) => query(flows, { body: "x".repeat(65_537) }),
    415: (flows) => query(flows, { body: "{}", headers: { "content-encoding": "gzip" } }),
    422: (flows) => query(flows, { body: '{"variables":[]}' }),
    500: (flows) => query(flows, viewer, failingTokens(flows, new Error("a private detail"))),
    503: (flows) =>
      query(flows, viewer, failingTokens(flows, new StoreUnavailableError(new Error("a private detail")))),
  },
};

/** Token of a user. */
const tokenOf = async (flows: TestFlows) =>
  String((await flows.exchange(await flows.code(await flows.signedIn()))).access_token);
const query = async (flows: TestFlows, init: RequestInit, store?: Store) => {
  const headers = { authorization: `token ${await tokenOf(flows)}`, ...(init.headers as Record<string, string>) };
  return send(flows, "/api/graphql", { ...init, headers }, store);
};
const viewer = { body: JSON.stringify({ query: "query UserCurrent{viewer{login}}" }) };

/** Store whose lookup of tokens fails. */
const failingTokens = ({ domain }: TestFlows, error: Error): Store =>
  Object.assign(Object.create(domain.store), { findToken: () => Promise.reject(error) });

/** Path of each operation. */
export const flowPaths = {
  "graphql/query": "/api/graphql",
  "oauth/create-device-code": "/login/device/code",
  "oauth/create-access-token": "/login/oauth/access_token",
};
