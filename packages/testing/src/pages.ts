/** Page of the server, or the address that it sent the browser to. */
interface Page {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  readonly forms: readonly Form[];
}

interface Form {
  readonly action: string;
  /** Names of all fields and buttons. */
  readonly names: readonly string[];
  /** Fields that have a value already. */
  readonly values: Readonly<Record<string, string>>;
}

/** Fields to fill in, by the name of one that tells the form apart. */
export type Answers = Readonly<Record<string, () => Readonly<Record<string, string>>>>;

/** Browser of one user: cookies, redirects and forms, without scripts. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #origin: string;
  readonly #send: (request: Request) => Promise<Response>;

  constructor(origin: string, send: (request: Request) => Promise<Response>) {
    this.#origin = origin;
    this.#send = send;
  }

  /**
   * Opens an address, and fills in the forms that there are answers for, each once, until there is none. Returns the
   * address where this ends: on the site, or of another one, which is not opened. Throws for a page with an error.
   */
  async walk(address: string, answers: Answers): Promise<URL> {
    const left = new Map(Object.entries(answers));
    for (let page = await this.#open(new URL(address, this.#origin)); ; ) {
      if (page.status >= 400) throw new Error(`${page.url.pathname}: ${page.status} ${messageOf(page.text)}`);
      const [name, form] = findForm(page, left.keys());
      if (!form) return page.url;
      const fields = { ...form.values, ...left.get(name)?.() };
      left.delete(name);
      page = await this.#open(new URL(form.action, page.url), new URLSearchParams(fields));
    }
  }

  async #open(url: URL, body?: URLSearchParams): Promise<Page> {
    const cookie = [...this.#cookies].map((pair) => pair.join("=")).join("; ");
    const init = body ? { method: "POST", body } : {};
    const response = await this.#send(new Request(url, { ...init, headers: { cookie } }));
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=;]*)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    const location = response.headers.get("location");
    const next = location === null ? undefined : new URL(location, url);
    if (next?.origin === this.#origin) return this.#open(next);
    const text = await response.text();
    return { url: next ?? url, status: response.status, text, forms: next ? [] : formsOf(text) };
  }
}

function findForm({ forms }: Page, names: Iterable<string>): [name: string, form: Form | undefined] {
  for (const name of names) {
    const form = forms.find((one) => one.names.includes(name));
    if (form) return [name, form];
  }
  return ["", undefined];
}

function formsOf(html: string): Form[] {
  return Array.from(html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs), ([, attributes = "", content = ""]) => {
    const fields = Array.from(content.matchAll(/<(input|button)\b([^>]*)>/g), ([, tag, text = ""]) => ({
      tag,
      name: attribute(text, "name"),
      value: attribute(text, "value"),
    }));
    const filled = fields.filter(({ tag, name }) => tag === "input" && name !== "");
    return {
      action: attribute(attributes, "action"),
      names: fields.map(({ name }) => name),
      values: Object.fromEntries(filled.map(({ name, value }) => [name, value])),
    };
  });
}

function attribute(text: string, name: string): string {
  return unescapeHtml(new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? "");
}

/** Text of a page, without its head and its forms. */
function messageOf(html: string): string {
  const [, main = html] = /<main\b[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  const text = main.replaceAll(/<form\b.*?<\/form>/gs, " ").replaceAll(/<[^>]*>/g, " ");
  return unescapeHtml(text).replaceAll(/\s+/g, " ").trim();
}

function unescapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { quot: '"', "#39": "'", lt: "<", gt: ">", amp: "&" };
  return text.replaceAll(/&(quot|#39|lt|gt|amp);/g, (_, name: string) => entities[name] ?? "");
}
