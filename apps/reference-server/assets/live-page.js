// The live page of the test helpers. It asks only the server that it came from.
(() => {
  /** Milliseconds between looks for new requests. */
  const intervalMs = 1000;

  /** @param {string} id @returns {any} the element, which the page has */
  const element = (id) => document.getElementById(id);

  /** Makes an element with texts and other elements; texts are never read as HTML.
   * @param {string} name @param {(Node | string)[]} content */
  const make = (name, ...content) => {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  };

  /** Says what was done, or why not. @param {string} text @param {boolean} isFailure */
  const say = (text, isFailure = false) => {
    element("message").textContent = text;
    element("message").classList.toggle("failed", isFailure);
  };

  /** Sends a request to a helper. @param {string} path @param {string} method @param {object} [body] */
  const send = async (path, method = "GET", body) => {
    const response = await fetch(path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await response.text();
    const result = text === "" ? undefined : JSON.parse(text);
    if (!response.ok) throw new Error(result?.message ?? `status ${response.status}`);
    return result;
  };

  /** Shows rows in a table, or that there are none. @param {string} id @param {HTMLElement[]} rows */
  const fill = (id, rows) => {
    element(id).replaceChildren(...rows);
    element(`${id}-none`).hidden = rows.length > 0;
  };

  /** Id of the newest request that was shown. @type {string | undefined} */
  let newest;
  /** @param {any} request */
  const toRequestRow = ({ time, status, method, path, operation, duration, reason, headers, query, body }) => {
    const state = make("td", String(status));
    state.className = `status-${Math.floor(status / 100)}`;
    const details = make("details", make("summary", `${method} ${path}`));
    const facts = { operation, reason, duration: `${duration} ms`, query, headers, body };
    details.append(make("pre", make("code", JSON.stringify(facts, null, 2))));
    return make("tr", make("td", time.slice(11, 19)), state, make("td", details), make("td", reason ?? ""));
  };

  /** @param {any[]} requests */
  const showRequests = (requests) => {
    if (requests[0]?.request_id === newest) return;
    newest = requests[0]?.request_id;
    fill("requests", requests.map(toRequestRow));
  };
  /** @param {{ now: string, stopped: boolean }} clock */
  const showClock = ({ now, stopped }) => {
    element("clock-now").textContent = `${now.replace("T", " ").slice(0, 19)} UTC${stopped ? ", stopped" : ""}`;
    element("clock-toggle").textContent = stopped ? "Let it run" : "Stop it";
    element("clock-toggle").dataset.stopped = String(stopped);
  };
  /** Faults that are set. @type {any[]} */
  let faults = [];
  const showFaults = () => {
    fill(
      "faults",
      faults.map(({ operation, status, delay, cut, count }) => {
        const effects = [status && `status ${status}`, delay && `${delay} ms later`, cut && `cut ${cut} the operation`];
        const often = count === undefined ? "every time" : `${count} times more`;
        return make("tr", make("td", operation), make("td", effects.filter(Boolean).join(", ")), make("td", often));
      }),
    );
  };
  /** @param {any[]} tokens */
  const showTokens = (tokens) => {
    fill(
      "tokens",
      tokens.map((token) =>
        make(
          "tr",
          make("td", token.login),
          make("td", token.application ?? "personal"),
          make("td", token.note ?? ""),
          make("td", token.scopes.join(" ") || "none"),
          make("td", make("code", `…${token.token_last_eight ?? ""}`)),
          make("td", token.expires_at?.replace("T", " ").slice(0, 19) ?? "never"),
        ),
      ),
    );
  };
  const showAll = async () => {
    const { requests, clock, tokens, ...state } = await send("state");
    faults = state.faults;
    showRequests(requests);
    showClock(clock);
    showFaults();
    showTokens(tokens);
  };

  /** Does something on a click or a submitted form, and shows what is then. @param {() => Promise<string>} work */
  const act = (work) => (/** @type {Event} */ event) => {
    event.preventDefault();
    work()
      .then(async (done) => {
        await showAll();
        say(done);
      })
      .catch((error) => say(error.message, true));
  };

  element("reset").addEventListener(
    "click",
    act(async () => {
      await send("reset", "POST");
      return "Everything is as it was at the start.";
    }),
  );
  element("clear-requests").addEventListener(
    "click",
    act(async () => {
      await send("requests", "DELETE");
      return "The list is empty.";
    }),
  );
  element("clock-move").addEventListener(
    "submit",
    act(async () => {
      const hours = Number(element("clock-hours").value);
      await send("clock", "PUT", { move: hours * 3600 });
      return `The clock has moved by ${hours} hours.`;
    }),
  );
  element("clock-toggle").addEventListener(
    "click",
    act(async () => {
      const stopped = element("clock-toggle").dataset.stopped !== "true";
      await send("clock", "PUT", { stopped });
      return stopped ? "The clock is stopped." : "The clock runs.";
    }),
  );
  element("clock-system").addEventListener(
    "click",
    act(async () => {
      await send("clock", "DELETE");
      return "The clock shows the time of the system.";
    }),
  );
  element("fault").addEventListener(
    "submit",
    act(async () => {
      const [kind, value] = element("fault-effect").value.split(" ");
      const count = element("fault-count").value;
      const fault = {
        operation: element("fault-operation").value,
        [kind]: kind === "cut" ? value : Number(value),
        ...(count === "" ? {} : { count: Number(count) }),
      };
      await send("faults", "PUT", /** @type {any} */ ([...faults, fault]));
      return "The fault is set.";
    }),
  );
  element("clear-faults").addEventListener(
    "click",
    act(async () => {
      await send("faults", "DELETE");
      return "There are no faults.";
    }),
  );

  const update = async () => {
    try {
      await showAll();
      element("live").textContent = "Live";
    } catch {
      element("live").textContent = "The server does not answer";
    }
    setTimeout(update, intervalMs);
  };
  update();
})();
