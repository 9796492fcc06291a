import { operationTable } from "@grantbook/contract";
import { describe, expect, test } from "vitest";
import { baseUrl, clientFor, ids, parameterNames } from "./contract.js";

const answer = (status: number, body: unknown) =>
  new Response([204, 205, 304].includes(status) ? null : JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json" },
  });

/** A path as a template, after every name was filled in with itself. */
const filledIn = (template: string) => template.replace(/\{(\w+)\}/g, "$1");

describe("what a client has at run time", () => {
  test("is a method under the described name for each operation, and nothing else but lists and calls", () => {
    for (const caller of ["user", "application", "token"] as const) {
      const [id] = ids.filter((id) => operationTable[id].caller === caller);
      const { call, GET, PUT, POST, DELETE, PATCH, use, eject, ...resources } = clientFor(id ?? "meta/get", async () =>
        answer(200, {}),
      );
      const names = Object.entries(resources).flatMap(([resource, methods]) =>
        Object.keys(methods).map((method) => `${resource}.${method}`),
      );
      const described = ids.map((id) => operationTable[id].clientMethod);
      const followed = described.filter((name) => name.endsWith(".list")).map((name) => name.replace(".list", ""));
      const lists = followed.flatMap((resource) => [`${resource}.iterate`, `${resource}.pages`]);
      expect(names.toSorted()).toEqual([...described, ...lists].toSorted());
      expect(call).toBeInstanceOf(Function);
    }
  });

  test.each(ids)("%s is asked for by its method and by its id with the described method and path", async (id) => {
    const sent: string[] = [];
    const client = clientFor(id, async ({ method, url }) => {
      sent.push(`${method} ${url.replace(baseUrl, "")}`);
      return answer(Math.min(...operationTable[id].statuses), {});
    });
    const path = Object.fromEntries(parameterNames(id).path.map((name) => [name, name]));
    const [resource = "", method = ""] = operationTable[id].clientMethod.split(".");
    await client[resource]?.[method]?.(path);
    await client.call(id, { path });
    expect(sent).toEqual(Array(2).fill(`${operationTable[id].method} ${filledIn(operationTable[id].path)}`));
  });

  const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
  // Redirects have an error of their own.
  const statuses = [...from(200, 208), 226, 300, 304, ...from(400, 431), 451, 499, ...from(500, 511), 599];
  test.each(ids)("%s gives what the description declares, and throws anything else", async (id) => {
    const path = Object.fromEntries(parameterNames(id).path.map((name) => [name, "1"]));
    const [resource = "", method = ""] = operationTable[id].clientMethod.split(".");
    const given: number[] = [];
    const good: number[] = [];
    for (const status of statuses) {
      const client = clientFor(id, async () => answer(status, {}));
      await client.call(id, { path }).then(
        (result) => given.push(result.status),
        (error: unknown) => expect(error).toMatchObject({ name: "ApiError", status, operationId: id }),
      );
      await client[resource]?.[method]?.(path).then(
        () => good.push(status),
        (error: unknown) => expect(error).toMatchObject({ name: "ApiError", status, operationId: id }),
      );
    }
    expect(given).toEqual(operationTable[id].statuses);
    expect(good).toEqual(operationTable[id].statuses.filter((status) => status < 300));
  });

  test.each(ids)("%s gives undefined for a 204, and the body for anything else", async (id) => {
    const status = Math.min(...operationTable[id].statuses);
    const client = clientFor(id, async () => answer(status, { id: 1 }));
    const path = Object.fromEntries(parameterNames(id).path.map((name) => [name, "1"]));
    const [resource = "", method = ""] = operationTable[id].clientMethod.split(".");
    expect(await client[resource]?.[method]?.(path)).toEqual(status === 204 ? undefined : { id: 1 });
  });
});
