// The console of an operation: sends a request to the server that this page comes from, and shows the exchange.
// Credentials are in the fields of the form alone: nothing is stored.
(() => {
  const root = document.body.dataset.root ?? "";
  const api = new URL(root + (document.body.dataset.api ?? ""), location.href).href;
  // One level below the parts of the operation, which begin with the title on its own page.
  const heading = document.querySelector("section > h1") ? "h3" : "h5";

  /** The description, loaded when a console is opened for the first time. @type {Promise<any> | undefined} */
  let description;
  const load = () => {
    description ??= fetch(`${root}openapi.json`, { credentials: "omit" }).then((response) => response.json());
    return description;
  };

  /** @param {any} document_ @param {any} node */
  function resolve(document_, node) {
    const path = node?.$ref?.slice(2).split("/") ?? [];
    return node?.$ref
      ? path.reduce(
          (/** @type {any} */ value, /** @type {string} */ key) =>
            value[key.replaceAll("~1", "/").replaceAll("~0", "~")],
          document_,
        )
      : node;
  }

  /** @param {any} document_ @param {string} id */
  function find(document_, id) {
    for (const [path, item] of Object.entries(document_.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        if (operation.operationId === id) return { path, method: method.toUpperCase(), operation };
      }
    }
    throw new Error(`The description has no operation ${id}.`);
  }

  /** @param {string} tag @param {Record<string, string>} attributes @param {...(Node | string)} children */
  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  /**
   * Value of a variable in the samples of an operation.
   * @param {HTMLElement} section
   * @param {string} id
   * @param {string} name
   */
  function sampleValue(section, id, name) {
    return section.querySelector(`data[value="${id} ${name}"]`)?.textContent ?? "";
  }

  /** @param {string} label @param {Record<string, string>} attributes */
  function field(label, attributes, tag = "input") {
    const input = /** @type {HTMLInputElement} */ (
      element(tag, { spellcheck: "false", autocomplete: "off", ...attributes })
    );
    return { input, label: element("label", {}, element("span", {}, label), input) };
  }

  /** Names of the fields of a caller, with the variables of the samples that they begin with. */
  const credentials = {
    user: [
      { label: "Login", variable: "login" },
      { label: "Password", variable: "password", type: "password" },
    ],
    application: [
      { label: "Client id", variable: "client_id" },
      { label: "Client secret", variable: "client_secret", type: "password" },
    ],
    token: [{ label: "Token", variable: "access_token", type: "password" }],
  };

  /** @param {string} text */
  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  /**
   * Builds the form of an operation.
   * @param {any} document_ @param {HTMLElement} section @param {string} id
   */
  function formOf(document_, section, id) {
    const { path, method, operation } = find(document_, id);
    const parameters = operation.parameters.map((/** @type {any} */ node) => resolve(document_, node));
    const caller = /** @type {keyof typeof credentials} */ (operation.security.flatMap(Object.keys)[0]);
    const secrets = credentials[caller].map(({ label, variable, type = "text" }) =>
      field(label, { type, value: sampleValue(section, id, variable) }),
    );
    const inPath = parameters
      .filter((/** @type {any} */ parameter) => parameter.in === "path")
      .map((/** @type {any} */ { name, example }) => ({
        name,
        ...field(name, { required: "", value: sampleValue(section, id, name) || String(example ?? "") }),
      }));
    const inQuery = parameters
      .filter((/** @type {any} */ parameter) => parameter.in === "query")
      .map((/** @type {any} */ { name }) => ({ name, ...field(name, {}) }));
    const examples = Object.values(operation.requestBody?.content["application/json"].examples ?? {});
    const body = operation.requestBody && field("Body", { rows: "8" }, "textarea");
    if (body) body.input.value = bodyText(section, id, resolve(document_, examples[0])?.value ?? {});
    const code = field("One-time code", { inputmode: "numeric" });
    code.label.hidden = true;
    const result = element("div", { class: "exchange", "aria-live": "polite" });
    const send = /** @type {HTMLButtonElement} */ (element("button", { type: "submit" }, "Send"));
    const all = [...secrets, ...inPath, ...inQuery, ...(body ? [body] : []), code];
    const form = element("form", {}, ...all.map(({ label }) => label), send, result);

    const headers = () => {
      /** @type {Record<string, string>} */
      const made = { accept: "application/vnd.github+json" };
      const [name = "", password = ""] = secrets.map(({ input }) => input.value);
      if (name !== "")
        made.authorization = caller === "token" ? `Bearer ${name}` : `Basic ${base64(`${name}:${password}`)}`;
      if (!code.label.hidden && code.input.value) made["x-github-otp"] = code.input.value.trim();
      if (body) made["content-type"] = "application/json";
      return made;
    };
    const url = () => {
      const filled = path.replaceAll(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) =>
        encodeURIComponent(inPath.find((/** @type {any} */ entry) => entry.name === name)?.input.value ?? ""),
      );
      const query = new URLSearchParams(
        inQuery
          .filter((/** @type {any} */ entry) => entry.input.value)
          .map((/** @type {any} */ { name, input }) => [name, input.value]),
      ).toString();
      return `${api}${filled}${query && `?${query}`}`;
    };

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      send.disabled = true;
      try {
        const request = { method, headers: headers(), body: body?.input.value };
        const response = await fetch(url(), { ...request, credentials: "omit", cache: "no-store", redirect: "manual" });
        result.replaceChildren(...(await exchange(url(), request, response)));
        // The server asks for a code after a correct password only.
        if (response.headers.get("x-github-otp")?.startsWith("required")) {
          code.label.hidden = false;
          code.input.value = "";
          code.input.focus();
        }
      } catch (error) {
        result.replaceChildren(
          element("p", { role: "alert" }, `There was no response: ${error instanceof Error ? error.message : error}`),
        );
      } finally {
        send.disabled = false;
      }
    });
    return form;
  }

  /**
   * Body of the first example, with the values of the samples.
   * @param {HTMLElement} section
   * @param {string} id
   * @param {object} example
   */
  function bodyText(section, id, example) {
    const filled = Object.entries(example).map(([name, value]) => [name, sampleValue(section, id, name) || value]);
    return JSON.stringify(Object.fromEntries(filled), null, 2);
  }

  /**
   * @param {string} url
   * @param {{ method: string, headers: Record<string, string> }} request
   * @param {Response} response
   */
  async function exchange(url, { method, headers }, response) {
    const sent = Object.entries(headers).map(([name, value]) =>
      // A page may be shown to others: the secret stays in its field.
      name === "authorization" ? `${name}: ${value.split(" ")[0]} …` : `${name}: ${value}`,
    );
    const received = [...response.headers].map(([name, value]) => `${name}: ${value}`);
    const text = await response.text();
    return [
      element(heading, {}, "Request"),
      block([`${method} ${url}`, ...sent].join("\n")),
      element(
        heading,
        {},
        "Response ",
        element("span", { class: `status-${String(response.status)[0]}` }, String(response.status)),
      ),
      block(received.join("\n")),
      ...(text === "" ? [element("p", {}, "No body.")] : [block(pretty(text))]),
    ];
  }

  /** @param {string} text */
  function block(text) {
    return element("pre", { tabindex: "0" }, element("code", {}, text));
  }

  /** @param {string} text */
  function pretty(text) {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  }

  /** Opens the console of an operation in an element of its section. @param {HTMLElement} place */
  async function openConsole(place) {
    const section = /** @type {HTMLElement} */ (place.closest("section"));
    try {
      place.replaceChildren(formOf(await load(), section, section.id));
      place.querySelector("input")?.focus();
    } catch (error) {
      description = undefined;
      place.replaceChildren(
        element(
          "p",
          { role: "alert" },
          `The console could not be opened: ${error instanceof Error ? error.message : error}`,
        ),
      );
    }
  }

  Object.assign(globalThis, { openConsole });
})();
