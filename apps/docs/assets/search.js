// The search. Its index is loaded when the search is opened for the first time.
(() => {
  /**
   * @typedef {{ id: string, title: string, page: string, start: string }} Found
   * @typedef {{ search(words: string): Found[] }} Index
   */
  const root = document.body.dataset.root ?? "";
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("search"));
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  const list = /** @type {HTMLElement} */ (dialog.querySelector("ol"));

  /** @type {Promise<Index> | undefined} */
  let index;

  /** @param {string} name */
  function script(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = `${root}assets/${name}`;
      element.addEventListener("load", resolve);
      element.addEventListener("error", reject);
      document.head.append(element);
    });
  }

  async function load() {
    await Promise.all([script("minisearch.js"), script("search-index.js")]);
    const { MiniSearch, searchIndex } = /** @type {any} */ (globalThis);
    return MiniSearch.loadJSON(searchIndex.json, searchIndex.options);
  }

  async function open() {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    await search();
  }

  async function search() {
    const words = input.value;
    try {
      index ??= load();
      const found = (await index).search(words);
      if (words === input.value) show(words, found);
    } catch {
      index = undefined;
      status.textContent = "The index of the search could not be loaded.";
    }
  }

  /** @param {string} words @param {Found[]} found */
  function show(words, found) {
    list.replaceChildren(...found.slice(0, 20).map(item));
    if (words.trim() === "") status.textContent = "";
    else status.textContent = found.length === 1 ? "One result" : `${found.length || "No"} results`;
  }

  /** @param {Found} found */
  function item({ id, title, page, start }) {
    const link = document.createElement("a");
    link.href = root + id;
    for (const [tag, text] of /** @type {const} */ ([
      ["strong", title],
      ["small", page === title ? "" : page],
      ["span", start],
    ])) {
      const element = document.createElement(tag);
      element.textContent = text;
      link.append(element);
    }
    // A result on this page does not load a new one.
    link.addEventListener("click", () => dialog.close());
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  }

  /** Moves among the input and the results. @param {number} step */
  function move(step) {
    const places = [input, ...list.querySelectorAll("a")];
    const place = places.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
    places[(place + step + places.length) % places.length]?.focus();
  }

  document.getElementById("open-search")?.addEventListener("click", open);
  input.addEventListener("input", search);
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      list.querySelector("a")?.click();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
    const wanted = event.key === "/" || (event.key === "k" && (event.ctrlKey || event.metaKey));
    if (wanted && !typing && !event.altKey) {
      event.preventDefault();
      open();
    }
  });
})();
