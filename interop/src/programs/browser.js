// A user at a browser, as far as signing in to an application needs one: forms, cookies and redirects, no scripts.
import { settings } from "./check.js";
import { cookieFetch } from "./cookie-fetch.js";

/** Signs the user in where that is asked for, decides on the consent page, and returns where the last form leads. */
export async function authorize(address, { decision = "authorize", fields = {} } = {}) {
  const { site, login, password } = settings;
  const request = cookieFetch();
  let page = await open(new URL(address, site));
  if (page.has("password")) page = await page.submit("password", { login, password });
  for (const [name, value] of Object.entries(fields)) page = await page.submit(name, { [name]: value });
  return page.has("authorize") ? page.submit("authorize", { authorize: decision === "authorize" ? "1" : "0" }) : page;

  async function open(url, body) {
    const response = await request(url, { method: body ? "POST" : "GET", body });
    const location = response.headers.get("location");
    if (location !== null) {
      const next = new URL(location, url);
      // The callback of the application has no server: its address is the result.
      return next.origin === site ? open(next) : { url: next, status: response.status, has: () => false };
    }
    return toPage(url, response.status, await response.text());
  }

  function toPage(url, status, text) {
    const forms = [...text.matchAll(/<form\b[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(
      ([, action, content]) => ({
        action: new URL(unescaped(action), url),
        inputs: [...content.matchAll(/<(input|button)\b([^>]*)>/g)].map(([, tag, attributes]) => ({
          tag,
          name: attribute(attributes, "name"),
          value: attribute(attributes, "value"),
        })),
      }),
    );
    const formWith = (name) => forms.find(({ inputs }) => inputs.some((input) => input.name === name));
    return {
      url,
      status,
      text,
      has: (name) => formWith(name) !== undefined,
      submit(name, values) {
        const { action, inputs } = formWith(name) ?? fail(`no form with ${name} at ${url}: ${text.slice(0, 200)}`);
        const own = inputs
          .filter((input) => input.tag === "input" && input.name)
          .map(({ name, value }) => [name, value]);
        return open(action, new URLSearchParams({ ...Object.fromEntries(own), ...values }));
      },
    };
  }
}

function attribute(text, name) {
  return unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? "");
}

function unescaped(text) {
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

function fail(message) {
  throw new Error(message);
}
