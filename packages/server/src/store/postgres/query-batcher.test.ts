import { engines, postgresUrl } from "@grantbook/test-kit/engines";
import { createSchema } from "@grantbook/test-kit/postgres/schema";
import { describe, expect, test } from "vitest";
import type { NewApplication } from "../../domain/store.js";
import type { Statement } from "../driver.js";
import { openPostgresStore } from "./index.js";
import { QueryBatcher } from "./query-batcher.js";

const doubled: Statement<[number: number, text: string], { result: string }> = {
  name: "doubled",
  sql: "SELECT $1 || $2 AS result",
  batchParameterTypes: ["integer", "text"],
};

/** QueryBatcher to a database that answers each with its parameters, and what it was asked. */
function questions(fail?: Error) {
  const batchParameterTypes: (readonly unknown[])[] = [];
  return {
    batchParameterTypes,
    questions: new QueryBatcher(async <Row>({ name }: { name: string }, parameters: readonly unknown[]) => {
      batchParameterTypes.push([name, ...parameters]);
      if (fail) throw fail;
      const [numbers, texts] = parameters;
      if (!Array.isArray(numbers) || !Array.isArray(texts)) return [{ result: `${numbers}${texts}` }] as Row[];
      return numbers.flatMap((number, index) =>
        number === 0 ? [] : [{ place: index + 1, result: `${number}${texts[index]}` }],
      ) as Row[];
    }),
  };
}

describe("lookups", () => {
  test("of the same turn are one query, and everybody gets what was asked for", async () => {
    const { questions: all, batchParameterTypes } = questions();
    const answers = [all.run(doubled, [1, "a"]), all.run(doubled, [0, "b"]), all.run(doubled, [1, "a"])];
    expect(await Promise.all(answers)).toMatchObject([[{ result: "1a" }], [], [{ result: "1a" }]]);
    expect(batchParameterTypes).toEqual([["doubled-together", [1, 0, 1], ["a", "b", "a"]]]);
  });

  test("take lists of parameters in one query, texts compared as the columns are", async () => {
    const statements: string[] = [];
    const batcher = new QueryBatcher(async ({ sql }) => {
      statements.push(sql.replaceAll(/\s+/g, " "));
      return [];
    });
    await Promise.all([batcher.run(doubled, [1, "a"]), batcher.run(doubled, [2, "b"])]);
    expect(statements).toEqual([
      "SELECT wanted.place, found.* FROM unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS wanted (p1, p2, place) " +
        'CROSS JOIN LATERAL (SELECT wanted.p1 || (wanted.p2 COLLATE "C") AS result) AS found',
    ]);
  });

  test("are asked one by one when they are alone", async () => {
    const { questions: all, batchParameterTypes } = questions();
    expect(await all.run(doubled, [1, "a"])).toEqual([{ result: "1a" }]);
    expect(await all.run(doubled, [2, "b"])).toEqual([{ result: "2b" }]);
    expect(batchParameterTypes).toEqual([
      ["doubled", 1, "a"],
      ["doubled", 2, "b"],
    ]);
  });

  test("that fail, fail for everybody, and the next ones are asked again", async () => {
    const reason = new Error("no");
    const { questions: all, batchParameterTypes } = questions(reason);
    const answers = await Promise.allSettled([all.run(doubled, [1, "a"]), all.run(doubled, [2, "b"])]);
    expect(answers).toEqual([
      { status: "rejected", reason },
      { status: "rejected", reason },
    ]);
    await expect(all.run(doubled, [3, "c"])).rejects.toBe(reason);
    expect(batchParameterTypes).toHaveLength(2);
  });
});

const missing = !engines.some(({ isShared, missing }) => isShared && !missing);
test.skipIf(missing)("PostgreSQL answers many at once as it answers each", async () => {
  const schema = await createSchema(postgresUrl());
  const store = await openPostgresStore(schema.url);
  const ids = ["a", "B", "b", "\u00e9", "'", "$1"];
  for (const clientId of ids) {
    const application: NewApplication = {
      clientId,
      secretHash: clientId,
      name: clientId,
      url: "https://a.example",
      type: "oauth",
      expireUserTokens: false,
      createdAt: new Date(0),
    };
    await store.insertApplication(application);
  }
  const wanted = [...ids, "A", "e\u0301", "", ...ids];
  const each = [];
  for (const id of wanted) each.push(await store.application(id));
  expect(await Promise.all(wanted.map((id) => store.application(id)))).toEqual(each);
  expect(each.filter(Boolean)).toHaveLength(2 * ids.length);
  await store.close();
  await schema.close();
});
