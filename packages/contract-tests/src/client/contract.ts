import { type ApplicationCredentials, type Credentials, createClient, type UserCredentials } from "@grantbook/client";
import { type Caller, type OperationId, operationTable } from "@grantbook/contract";

export const baseUrl = "https://hub.example/prefix/api/v3";
export const octocat: UserCredentials = { login: "octocat", password: "octocat's password" };
export const gemUpdater: ApplicationCredentials = { clientId: "abcde12345fghij67890", clientSecret: "3ef4".repeat(10) };

/** Credentials of every kind of caller. Anyone may sign in, too. */
const credentials: Record<Caller, Credentials> = {
  user: octocat,
  application: gemUpdater,
  token: { token: "ghp_1" },
  anyone: octocat,
};

/** A method of a client, as far as all are alike. */
export type AnyMethod = (request?: object, options?: object) => Promise<unknown>;

/** A client whose methods are looked up by name. */
export type AnyClient = Readonly<Record<string, Readonly<Record<string, AnyMethod>>>> & {
  call(id: string, request?: object): Promise<{ readonly status: number }>;
};

/** A client of the caller that an operation is for. */
export function clientFor(id: OperationId, fetch: (request: Request) => Promise<Response>): AnyClient {
  const auth = credentials[operationTable[id].caller];
  const client: unknown = createClient({
    baseUrl,
    auth,
    fetch: (url, init) => fetch(new Request(url, init)),
    retry: false,
  });
  return client as AnyClient;
}

/** Names of an operation's parameters: in its path, in its query and in its body. */
export function parameterNames(id: OperationId): Readonly<Record<"path" | "query" | "body", readonly string[]>> {
  const { parameters, body } = operationTable[id];
  return { path: parameters.path, query: parameters.query, body: body ?? [] };
}

/** Every operation. */
export const ids = Object.keys(operationTable) as OperationId[];
