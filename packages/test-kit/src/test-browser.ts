/** Response to a browser: the page, its forms, and where it leads. */
export interface BrowserResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Location of a redirect, or an empty string. */
  readonly location: string;
  readonly forms: readonly BrowserForm[];
}

/** Form of a page: where it goes, and the fields that have a value. */
export interface BrowserForm {
  readonly method: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Names of all fields and buttons. */
  readonly names: readonly string[];
}

/** Browser without scripts, as far as forms need one. It keeps cookies, and follows no redirect by itself. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  /** Last page that was not a redirect. */
  page: BrowserResponse | undefined;
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly #origin: string;

  constructor(fetch: (request: Request) => Promise<Response>, origin: string) {
    this.#fetch = fetch;
    this.#origin = origin;
  }

  /** Opens a path or an address of the site. */
  get(path: string, init: RequestInit = {}): Promise<BrowserResponse> {
    return this.#send(path, init);
  }

  /** Opens a path, and follows redirects for as long as they stay on the site. */
  async open(path: string): Promise<BrowserResponse> {
    return this.follow(await this.get(path));
  }

  /** Follows the redirects of a response for as long as they stay on the site. */
  async follow(response: BrowserResponse): Promise<BrowserResponse> {
    let current = response;
    for (let count = 0; current.location !== "" && this.#isLocal(current.location); count += 1) {
      if (count === 10) throw new Error(`Too many redirects, the last one to ${current.location}`);
      current = await this.get(current.location);
    }
    return current;
  }

  /** Sends a form of the last page, with these fields over its own. `name` is that of a field or a button in it. */
  submit(name: string, fields: Readonly<Record<string, string>> = {}): Promise<BrowserResponse> {
    const form = this.page?.forms.find(({ names }) => names.includes(name));
    if (!form) throw new Error(`There is no form with ${name} on the page: ${/<h1>.*$/s.exec(this.page?.text ?? "")}`);
    return this.post(form.action, { ...form.fields, ...fields });
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<BrowserResponse> {
    return this.#send(path, { method: "POST", body: new URLSearchParams(fields) });
  }

  #isLocal(location: string): boolean {
    return new URL(location, this.#origin).origin === this.#origin;
  }

  async #send(path: string, init: RequestInit): Promise<BrowserResponse> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) headers.set("cookie", [...this.cookies].map((pair) => pair.join("=")).join("; "));
    const url = new URL(path, this.#origin);
    const response = await this.#fetch(new Request(url, { ...init, headers, redirect: "manual" }));
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    const location = response.headers.get("location") ?? "";
    const result = { status: response.status, headers: response.headers, text, location, forms: formsOf(text) };
    if (location === "") this.page = result;
    return result;
  }
}

function formsOf(html: string): BrowserForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = "", content = ""]) => {
    const elements = [...content.matchAll(/<(input|button|select|textarea)\b([^>]*)>/g)].map(([, tag, text = ""]) => ({
      tag,
      name: attribute(text, "name"),
      value: attribute(text, "value"),
      isChosen: !/type="(?:checkbox|radio)"/.test(text) || /\bchecked\b/.test(text),
    }));
    const filled = elements.filter(({ tag, name, isChosen }) => tag !== "button" && name !== "" && isChosen);
    return {
      method: attribute(attributes, "method") || "get",
      action: attribute(attributes, "action"),
      fields: Object.fromEntries(filled.map(({ name, value }) => [name, value])),
      names: elements.map(({ name }) => name).filter(Boolean),
    };
  });
}

function attribute(text: string, name: string): string {
  const [, value = ""] = new RegExp(`\\b${name}="([^"]*)"`).exec(text) ?? [];
  const entities: Record<string, string> = { "&quot;": '"', "&#39;": "'", "&lt;": "<", "&gt;": ">", "&amp;": "&" };
  return value.replaceAll(/&(?:quot|#39|lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}
