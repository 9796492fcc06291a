import { type DeclaredResponse, resolveRef } from "@grantbook/contract";
import { describe, expect, test } from "vitest";
import { entriesOf, parametersOf } from "../description.js";
import { file, sources } from "./site-fixture.js";

const { description } = sources;
const reference = file("index.html");
const rendered = (text: string) => text.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ");
const sectionOf = (page: string, id: string) => page.split(`<section id="${id}">`)[1]?.split("</section>")[0] ?? "";

/** Names in the lists of headers of a part, and what is in front of them. */
function namesIn(part: string, title: string): string[] {
  const lists = part.match(new RegExp(`<p class="headers">${title}: .*?</p>`, "gs")) ?? [];
  return lists.flatMap((list) => [...list.matchAll(/<code>(.*?)<\/code>/g)].map(([, name = ""]) => name));
}

describe.each(entriesOf(description).map((entry) => [entry.operation.operationId, entry] as const))(
  "%s",
  (id, entry) => {
    const section = sectionOf(reference, id);
    const every = namesIn(section, "Headers of every response");
    const everyError = namesIn(section, "Headers of every error");

    test.each(Object.keys(entry.operation.responses))("names all headers of its %s, and no others", (status) => {
      const response = resolveRef<DeclaredResponse>(description, entry.operation.responses[status] as DeclaredResponse);
      const [, row = ""] = section.split(`<span class="status-${status[0]}">${status}</span>`);
      const own = namesIn(row.split("</tr>")[0] ?? "", "Headers");
      const named = [...own, ...every, ...(Number(status) >= 400 ? everyError : [])];
      expect(named.toSorted()).toEqual(Object.keys(response.headers ?? {}).toSorted());
    });

    test("names the headers of its requests", () => {
      const headers = parametersOf(description, entry).filter((parameter) => parameter.in === "header");
      expect(namesIn(section.split("Responses</h4>")[0] ?? "", "Headers")).toEqual(headers.map(({ name }) => name));
    });
  },
);

test("the meaning of each header is in the reference once", () => {
  const headers = description.components.headers as Record<string, { description: string }>;
  for (const name of Object.keys(headers)) expect(reference.split(`id="header/${name}"`), name).toHaveLength(2);
  const list = rendered(reference.split('<section id="headers"')[1] ?? "");
  expect(list).toContain("X-GitHub-Request-IdIdentifies this request in the server&#39;s log.");
  expect(list).toContain("Retry-AfterSeconds to wait before the next attempt (RFC 9110, section 10.2.3).");
  const requests = rendered(reference.split('<section id="request-headers"')[1]?.split("<section")[0] ?? "");
  expect(requests).toMatch(/X-GitHub-OTP string\s*One-time code of a user with two-factor authentication: six digits/);
});

test("the reference is at most 620 kB of HTML", () => {
  const bytes = Buffer.byteLength(reference);
  console.log(`reference: ${bytes} bytes of HTML`);
  expect(bytes).toBeLessThanOrEqual(620_000);
});
