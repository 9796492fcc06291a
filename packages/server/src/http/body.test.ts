import { description } from "@grantbook/contract/description";
import { describe, expect, test } from "vitest";
import { readJsonObject } from "./body.js";

const limit = description["x-body-limit"];

function requestWith(body: string | Uint8Array | null, headers: Record<string, string> = {}): Request {
  return new Request("https://a.example", { method: "POST", body, headers });
}

/** A body in pieces, of which nobody knows the length beforehand. */
function stream(pieces: Iterable<string>): Request {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Request("https://a.example", { method: "POST", body, duplex: "half" });
}

const refused = (code: string) => ({ name: "Refusal", reason: { code } });

describe("a JSON object", () => {
  test("is read, whatever the content type", async () => {
    const request = requestWith('{"note":"zoë 😀"}', { "content-type": "application/x-www-form-urlencoded" });
    await expect(readJsonObject(request)).resolves.toEqual({ note: "zoë 😀" });
  });

  test("is read from pieces that cut a character in two", async () => {
    const bytes = Buffer.from('{"note":"é"}');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.subarray(0, 10));
        controller.enqueue(bytes.subarray(10));
        controller.close();
      },
    });
    const request = new Request("https://a.example", { method: "POST", body, duplex: "half" });
    await expect(readJsonObject(request)).resolves.toEqual({ note: "é" });
  });

  test.each([
    ["no body", null],
    ["an empty body", ""],
  ])("without keys is what %s counts as", async (_, body) => {
    await expect(readJsonObject(requestWith(body))).resolves.toEqual({});
  });

  test("with the key __proto__ changes no other object", async () => {
    const value = await readJsonObject(requestWith('{"__proto__":{"polluted":true},"note":"a"}'));
    expect(Object.keys(value)).toEqual(["__proto__", "note"]);
    expect("polluted" in {}).toBe(false);
    expect("polluted" in value).toBe(false);
  });
});

test.each(["[]", '[{"note":"a"}]', '"text"', "1", "true", "null"])("%s is refused as no object", async (body) => {
  await expect(readJsonObject(requestWith(body))).rejects.toMatchObject(refused("body-not-an-object"));
});

test.each([
  ["broken JSON", '{"note":'],
  ["two values", "{} {}"],
  ["a comment", "{} // none"],
  ["a space", " "],
  ["an unknown word", "NaN"],
  ["bytes that are not UTF-8", new Uint8Array([...Buffer.from('{"note":"'), 0xe9, ...Buffer.from('"}')])],
  ["UTF-8 that is cut off", new Uint8Array([0xc3])],
])("%s cannot be read as JSON", async (_, body) => {
  await expect(readJsonObject(requestWith(body))).rejects.toMatchObject(refused("json-unreadable"));
  await expect(readJsonObject(requestWith("{}"))).resolves.toEqual({});
});

test("a body that breaks off cannot be read", async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from('{"note":')),
    pull: (controller) => controller.error(new Error("aborted")),
  });
  const request = new Request("https://a.example", { method: "POST", body, duplex: "half" });
  await expect(readJsonObject(request)).rejects.toMatchObject(refused("json-unreadable"));
});

describe("a body", () => {
  const ofLength = (length: number) => `{"note":"${"x".repeat(length - 11)}"}`;

  test("of exactly the limit is read", async () => {
    await expect(readJsonObject(requestWith(ofLength(limit)))).resolves.toHaveProperty("note");
    await expect(readJsonObject(stream([ofLength(limit)]))).resolves.toHaveProperty("note");
    const declared = requestWith(ofLength(limit), { "content-length": String(limit) });
    await expect(readJsonObject(declared)).resolves.toHaveProperty("note");
  });

  test("of one byte more is refused", async () => {
    await expect(readJsonObject(stream([ofLength(limit + 1)]))).rejects.toMatchObject(refused("content-too-large"));
  });

  test("is measured in bytes, not in characters", async () => {
    const body = `{"note":"${"é".repeat(limit / 2)}"}`;
    await expect(readJsonObject(stream([body]))).rejects.toMatchObject(refused("content-too-large"));
  });

  test("that says it is longer than the limit is refused without reading it", async () => {
    const request = requestWith("{}", { "content-length": String(limit + 1) });
    await expect(readJsonObject(request)).rejects.toMatchObject(refused("content-too-large"));
    expect(request.bodyUsed).toBe(false);
  });

  test("that says it is shorter than it is is refused", async () => {
    const request = requestWith(ofLength(limit + 1), { "content-length": "2" });
    await expect(readJsonObject(request)).rejects.toMatchObject(refused("content-too-large"));
  });

  test("that never ends is read up to the limit and no further", async () => {
    let sent = 0;
    // Nearly never: without a limit it would take all memory there is.
    function* endless() {
      while (sent < 2 * limit) {
        sent += 1024;
        yield "x".repeat(1024);
      }
    }
    await expect(readJsonObject(stream(endless()))).rejects.toMatchObject(refused("content-too-large"));
    expect(sent).toBeLessThan(limit + 10 * 1024);
  });
});

describe("text that a database would not give back", () => {
  test.each([
    ["U+0000 in a value", '{"note":"a\\u0000b"}', "properties/note"],
    ["half of a surrogate pair in a value", '{"note":"\\ud83d"}', "properties/note"],
    ["the other half", '{"note":"\\ude00"}', "properties/note"],
    ["a pair the wrong way round", '{"note":"\\ude00\\ud83d"}', "properties/note"],
    ["U+0000 in a list", '{"scopes":["gist","\\u0000"]}', "properties/scopes/1"],
    ["U+0000 in a list of lists", '{"scopes":[["\\u0000"]]}', "properties/scopes/0/0"],
    ["U+0000 in a key", '{"no\\u0000te":"a"}', "properties"],
    ["half of a surrogate pair in a key further in", '{"app":{"\\ud83d":1}}', "properties/app"],
    ["U+0000 after a null", '{"app":null,"note":"\\u0000"}', "properties/note"],
    ["U+0000 four levels in", '{"a":{"b":{"c":{"d":"\\u0000"}}}}', "properties/a/b/c/d"],
    ["U+0000 behind a long key", `{"${"k".repeat(200)}":"\\u0000"}`, `properties/${"k".repeat(99)}`],
    ["a secret with U+0000", '{"client_secret":"hunter2\\u0000"}', "properties/client_secret"],
  ])("is refused, saying where and not what: %s", async (_, body, place) => {
    await expect(readJsonObject(requestWith(body))).rejects.toMatchObject({
      reason: {
        code: "shape-refused",
        problems: [`For '${place}', U+0000 and unpaired surrogates are not allowed.`],
      },
    });
  });

  test("is not looked for where no text of the description is", async () => {
    await expect(readJsonObject(requestWith('{"a":{"b":{"c":{"d":{"e":"\\u0000"}}}}}'))).resolves.toHaveProperty("a");
  });

  test("does not mean a whole surrogate pair", async () => {
    await expect(readJsonObject(requestWith('{"note":"\\ud83d\\ude00"}'))).resolves.toEqual({ note: "😀" });
  });
});

describe("a content coding", () => {
  test.each(["gzip", "br", "GZIP", "x-gzip", "identity, gzip", "aws-chunked", "none"])(
    "is refused: %s",
    async (coding) => {
      const request = requestWith("{}", { "content-encoding": coding });
      await expect(readJsonObject(request)).rejects.toMatchObject(refused("content-encoded"));
    },
  );

  test.each(["identity", "Identity", "", " , identity"])("is no coding: %j", async (coding) => {
    const request = requestWith('{"note":"a"}', { "content-encoding": coding });
    await expect(readJsonObject(request)).resolves.toEqual({ note: "a" });
  });
});
