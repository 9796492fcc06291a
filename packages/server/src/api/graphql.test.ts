import { expect, test } from "vitest";
import { runQuery } from "./graphql.js";

const user = { id: 1, login: "octocat", name: "The Octocat", email: null, siteAdmin: true };
const urls = { site: "https://ghe.example", api: "https://ghe.example/api/v3" };
const run = (query: string, rest: object = {}) => runQuery({ query, ...rest }, user, urls);

test("gh asks for the login of the user", async () => {
  expect(await run("query UserCurrent{viewer{login}}", { variables: null })).toEqual({
    data: { viewer: { login: "octocat" } },
  });
});

test("a client asks for more of the user, with variables and names", async () => {
  const query =
    "query A { viewer { __typename } } query B($all: Boolean!) { viewer { name databaseId email @include(if: $all) url } }";
  expect(await run(query, { variables: { all: true }, operationName: "B" })).toEqual({
    data: { viewer: { name: "The Octocat", databaseId: 1, email: "", url: "https://ghe.example/octocat" } },
  });
});

test("what the schema does not have is an error, without places in the query", async () => {
  expect(await run("{ viewer { repositories { nodes { name } } } }")).toEqual({
    errors: [{ message: 'Cannot query field "repositories" on type "User".' }],
  });
  expect(await run("{ viewer { ")).toEqual({ errors: [{ message: "Syntax Error: Expected Name, found <EOF>." }] });
  expect((await run("mutation { x }")).errors).toHaveLength(1);
});

test("a query cannot be as large as a body", async () => {
  expect((await run(`{ ${"viewer { login } ".repeat(500)} }`)).errors).toMatchObject([
    { message: expect.stringContaining("1000 tokens") },
  ]);
});

test("a user has all fields of the schema, as GitHub has them", async () => {
  const fields = "id databaseId login name email isSiteAdmin isViewer url avatarUrl resourcePath";
  expect(await runQuery({ query: `{ viewer { ${fields} } }` }, { ...user, email: "a@b.example" }, urls)).toEqual({
    data: {
      viewer: {
        id: "MDQ6VXNlcjE=",
        databaseId: 1,
        login: "octocat",
        name: "The Octocat",
        email: "a@b.example",
        isSiteAdmin: true,
        isViewer: true,
        url: "https://ghe.example/octocat",
        avatarUrl: "",
        resourcePath: "/octocat",
      },
    },
  });
});

test("a query that is valid can fail all the same: it has no data, or the place where it failed", async () => {
  const named = "query A { viewer { login } } query B { viewer { login } }";
  expect(await run(named)).toEqual({
    errors: [{ message: "Must provide operation name if query contains multiple operations." }],
  });
  const { data, errors } = await runQuery({ query: "{ viewer { login } }" }, { ...user, login: null as never }, urls);
  expect(data).toBeNull();
  expect(errors).toEqual([
    { message: "Cannot return null for non-nullable field User.login.", path: ["viewer", "login"] },
  ]);
});

test("of a query five mistakes are named, and then no more", async () => {
  const { errors } = await run("{ a b c d e f }");
  expect(errors).toHaveLength(6);
  expect(errors?.at(-1)?.message).toBe("Too many validation errors, error limit reached. Validation aborted.");
});
