import { buildSchema, execute, type GraphQLError, parse, validate } from "graphql";
import type { User } from "../domain/model.js";
import type { BaseUrls } from "./handler.js";

/** The part of GitHub's schema that this server has data for. */
const schema = buildSchema(`
  type Query {
    "The currently authenticated user."
    viewer: User!
  }
  type User {
    id: ID!
    databaseId: Int
    login: String!
    name: String
    email: String!
    isSiteAdmin: Boolean!
    isViewer: Boolean!
    url: String!
    avatarUrl: String!
    resourcePath: String!
  }
`);

/** Tokens of a query; a body of the allowed size has room for far more. */
const maxTokens = 1000;

/** Request of a client. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

/** Data, or what is wrong with the query, with the messages of the library. */
export interface GraphQLResponse {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly ErrorFields[];
}

/** Error of a query, as far as it is sent. */
interface ErrorFields {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
}

/** Runs a query for a user. */
export async function runQuery(request: GraphQLRequest, user: User, { site }: BaseUrls): Promise<GraphQLResponse> {
  let document: ReturnType<typeof parse>;
  try {
    document = parse(request.query, { maxTokens });
  } catch (error) {
    return { errors: [toJson(error as GraphQLError)] };
  }
  const errors = validate(schema, document, undefined, { maxErrors: 5 });
  if (errors.length > 0) return { errors: errors.map(toJson) };
  const result = await execute({
    schema,
    document,
    rootValue: { viewer: () => toViewer(user, site) },
    variableValues: request.variables ?? {},
    operationName: request.operationName ?? null,
  });
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors && { errors: result.errors.map(toJson) }),
  };
}

function toViewer({ id, login, name, email, siteAdmin }: User, site: string) {
  return {
    id: Buffer.from(`04:User${id}`).toString("base64"),
    databaseId: id,
    login,
    name,
    email: email ?? "",
    isSiteAdmin: siteAdmin,
    isViewer: true,
    url: `${site}/${login}`,
    avatarUrl: "",
    resourcePath: `/${login}`,
  };
}

/** Places in the query are left out: they would repeat parts of it. */
function toJson({ message, path }: ErrorFields): ErrorFields {
  return path === undefined ? { message } : { message, path };
}
