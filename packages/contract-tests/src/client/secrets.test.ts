import { inspect } from "node:util";
import { createClient, type DeprecationNotice } from "@grantbook/client";
import { deprecation } from "@grantbook/client/middleware";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { describe, expect, test } from "vitest";
import { baseUrl } from "./contract.js";

/** Every secret has one of these in it. They look the same in JSON, in an address and in what `inspect` prints. */
const canaries = ["PASSWORDx7Qm", "SECRETx9Rk", "ACCESSx5Tj", "CLIENTx8Bv", "TOKENx2Wn", "987654", "OWNx4Hd"];
/** Text around a canary, of characters that some encoding changes. */
const around = (canary = "") => `é"${canary}' \\/?#[]&%+=<>\u2028`;
const password = around(canaries[0]);
const clientSecret = around(canaries[1]);
const accessToken = around(canaries[2]);
const clientSecretInBody = around(canaries[3]);
const tokenInHeader = `${canaries[4]}"/+%`;
const otp = ` ${canaries[5]} `;
const ownOtp = `${canaries[6]}`;

/** A canary in base64, from each of the three places where it can begin in a group of bytes. */
function inBase64(canary: string): string[] {
  return [0, 1, 2].map((before) => {
    const digits = Buffer.from("~".repeat(before) + canary).toString("base64url");
    // The first and the last digits depend on the neighbours of the canary.
    return digits.slice(before && before + 1, -4);
  });
}

const needles = canaries.flatMap((canary) => [canary, ...inBase64(canary)]);

/** Everything that anybody prints of an error or of anything else. */
function printed(thing: unknown): string {
  const { message, stack, toJSON } = Object(thing);
  return [
    message,
    stack,
    String(thing),
    JSON.stringify(thing),
    toJSON && JSON.stringify(toJSON.call(thing)),
    inspect(thing),
    inspect(thing, { depth: 10, showHidden: true }),
  ].join("\n");
}

function expectNoSecret(thing: unknown): void {
  const text = printed(thing).replaceAll("+", "-").replaceAll("/", "_");
  expect(needles.filter((needle) => text.includes(needle))).toEqual([]);
}

/** Parts of a request, as a careless server would log them. */
function toldBy({ url, headers }: Request, body: string): string[] {
  const authorization = headers.get("authorization") ?? "";
  const pair = Buffer.from(authorization.split(" ")[1] ?? "", "base64").toString();
  const values = Object.values<string>(body ? JSON.parse(body) : {});
  return [authorization, pair, url, decodeURIComponent(url), headers.get("x-github-otp") ?? "", body, ...values];
}

/** The same as a header can have it. */
function inHeader(pieces: readonly string[]): string {
  const isWhole = (piece: string) => /^[!-~ ]*$/.test(piece);
  return pieces.map((piece) => (isWhole(piece) ? piece : encodeURIComponent(piece))).join(" ");
}

type Careless = (told: string, header: string) => Response;

const careless: Record<string, Careless> = {
  "a message": (told) => Response.json({ message: told }, { status: 422 }),
  fields: (told) =>
    Response.json(
      { message: "No", errors: [{ resource: told, field: told, code: told, message: told, value: told }] },
      { status: 422 },
    ),
  "texts for fields": (told) => Response.json({ message: "No", errors: [told, [told]] }, { status: 400 }),
  "the page about it": (told) =>
    Response.json({ message: "No", documentation_url: `https://docs.example/?${told}` }, { status: 404 }),
  headers: (_, header) => {
    const link = `<https://x.example/${header}>; rel="deprecation"`;
    const headers = { "x-github-request-id": header, "www-authenticate": header, deprecation: "@1", link };
    return Response.json({ message: "No" }, { status: 403, headers });
  },
  "a demand for a one-time code": (told) =>
    Response.json({ message: told }, { status: 401, headers: { "x-github-otp": "required; app" } }),
  "a status that is not declared": (told) => Response.json({ message: told }, { status: 418 }),
  "a failure": (told) => Response.json({ message: told }, { status: 500 }),
  "a redirect": (told) =>
    new Response(told, { status: 302, headers: { location: `https://x.example/?${encodeURIComponent(told)}` } }),
  "a page": (told) => new Response(`<h1>${told}</h1>`, { status: 502, headers: { "content-type": "text/html" } }),
  "JSON that is cut off": (told) =>
    new Response(JSON.stringify({ told }).slice(0, -1), { headers: { "content-type": "application/json" } }),
  "the reason of a lost connection": (told) => {
    const cause = Object.assign(new Error(told), { code: told, told });
    throw Object.assign(new TypeError(`fetch failed: ${told}`, { cause }), { told });
  },
  "the reason of a lost connection, which is all there is": (told) => {
    throw new Error(told);
  },
};

type Fetch = (request: Request) => Promise<Response>;

/** Deprecations that clients were notified of. */
const notices: DeprecationNotice[] = [];
const settings = (fetch: Fetch) => ({
  baseUrl,
  fetch: (url: string, init: RequestInit) => fetch(new Request(url, init)),
  retry: false as const,
  otp: () => otp,
  middleware: [deprecation((notice) => notices.push(notice))],
});
const user = (fetch: Fetch) =>
  createClient({ ...settings(fetch), auth: { login: "octocat", password: `${password}\n` } });
const application = (fetch: Fetch) => createClient({ ...settings(fetch), auth: { clientId: "a", clientSecret } });
const bearer = (fetch: Fetch) => createClient({ ...settings(fetch), auth: { token: `${tokenInHeader}\n` } });

/** Calls with a secret in every place that takes one. */
const calls: Record<string, (fetch: Fetch) => Promise<unknown>> = {
  "a password, a client secret in the body and a one-time code": (fetch) =>
    user(fetch).authorizations.create({ note: "n", client_id: "a", client_secret: clientSecretInBody }),
  "a password and a one-time code of the call's own": (fetch) =>
    user(fetch).grants.list({}, { headers: { "x-github-otp": ownOtp } }),
  "a client secret and a token in the body": (fetch) => application(fetch).tokens.check({ access_token: accessToken }),
  "a client secret and a token in the path": (fetch) =>
    application(fetch).tokens.checkInPath({ access_token: accessToken }),
  "a token": (fetch) => bearer(fetch).users.getAuthenticated(),
};

describe.each(Object.entries(calls))("%s", (_, call) => {
  test.each(Object.entries(careless))("cannot be read after %s that repeats everything", async (_, answer) => {
    let told = "";
    const error = await call(async (request) => {
      const pieces = toldBy(request, await request.text());
      told = pieces.join(" ");
      // Nobody writes JSON into a header.
      return answer(told, inHeader(pieces.filter((piece) => !piece.startsWith("{"))));
    }).catch((reason: unknown) => reason);
    // The server knew what must not be shown.
    expect(canaries.some((canary) => told.includes(canary))).toBe(true);
    expect(error).toMatchObject({ name: expect.stringMatching(/^(Api|Client)Error$/) });
    expectNoSecret(error);
    expectNoSecret(notices.splice(0));
  });
});

describe("a secret", () => {
  const fetch: Fetch = async ({ url }) => Response.json({ message: url }, { status: 404 });

  test("is not in a client, however it is printed", () => {
    for (const client of [user(fetch), application(fetch), bearer(fetch)]) expectNoSecret(client);
  });

  test("is not in the error for what cannot be sent", async () => {
    const colon = { login: "a:b", password };
    expect(() => createClient({ baseUrl, auth: colon })).toThrow(/colon$/);
    for (const token of [accessToken, `${canaries[4]}\n${canaries[4]}`]) {
      const error = await failureOf(createClient({ baseUrl, auth: { token } }).users.getAuthenticated());
      expect(error).toMatchObject({ code: "invalid-request" });
      expectNoSecret(error);
    }
  });

  test("that begins like another one takes nothing of it away that would be shown then", async () => {
    const repeat: Fetch = async (request) => Response.json({ message: await request.text() }, { status: 422 });
    const client = createClient({ ...settings(repeat), auth: { login: "octocat", password: "short" } });
    const error = await failureOf(client.authorizations.create({ client_secret: `short-${canaries[3]}` }));
    expect(error).toMatchObject({ message: expect.stringMatching(/422 \{"client_secret":"\[REDACTED\]"\}$/) });
  });

  test("that is in the base URL is not used, and not shown", async () => {
    const url = baseUrl.replace("//", `//octocat:${canaries[0]}@`);
    const client = createClient({ ...settings(fetch), baseUrl: url, auth: { token: "ghp_1" } });
    const error = await failureOf(client.users.getAuthenticated());
    expect(error).toMatchObject({ message: `users/get-authenticated: 404 ${baseUrl}/user` });
    expectNoSecret(client);
  });

  test.each([
    ["as it is", password],
    ["in an address", encodeURIComponent(password)],
    ["in JSON", JSON.stringify(password)],
    ["in base64", btoa(`octocat:${canaries[0]}`)],
    ["in base64, one byte on", btoa(`-octocat:${canaries[0]}`)],
    ["in base64, two bytes on", btoa(`--octocat:${canaries[0]}`)],
  ])("would be found here %s", (_, secret) => {
    expect(() => expectNoSecret(new Error(`no: ${secret}`))).toThrow();
    expect(() => expectNoSecret({ a: [{ b: { c: { secret } } }] })).toThrow();
  });
});
