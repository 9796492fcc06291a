// The search. The sections and their index are loaded when the search is opened for the first time.
(() => {
  /**
   * @typedef {{ id: string, title: string, page: string }} Found
   * @typedef {(words: string) => Found[]} Search
   */
  const root = document.body.dataset.root ?? "";
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("search"));
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  const list = /** @type {HTMLElement} */ (dialog.querySelector("ol"));

  /** @type {Promise<Search> | undefined} */
  let loading;

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
    await Promise.all(["minisearch.js", "search-ranking.js", "search-index.js"].map(script));
    const { MiniSearch, createSearch, searchSections } = /** @type {any} */ (globalThis);
    return createSearch(MiniSearch, searchSections);
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
      loading ??= load();
      const found = (await loading)(words);
      if (words === input.value) show(words, found);
    } catch {
      loading = undefined;
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
  function item(found) {
    const { id, title, page } = found;
    const link = document.createElement("a");
    link.href = root + id;
    const excerpt = document.createElement("span");
    for (const { text, marked } of /** @type {any} */ (globalThis).excerptOf(found)) {
      excerpt.append(marked ? element("mark", text) : text);
    }
    link.append(element("strong", title), element("small", page === title ? "" : page), excerpt);
    // A result on this page does not load a new one.
    link.addEventListener("click", () => dialog.close());
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  }

  /** @param {string} tag @param {string} text */
  function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
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
