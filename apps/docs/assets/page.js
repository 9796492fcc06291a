// Comfort of a page: theme, copy buttons, samples and outline. Every page can be read without it.
(() => {
  const page = document.documentElement;

  /** Keeps what the reader chose, where that is allowed. @param {string} name @param {string} value */
  function remember(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      // The choice then holds for this page.
    }
  }

  function theme() {
    const button = /** @type {HTMLButtonElement} */ (document.getElementById("theme"));
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (page.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      page.dataset.theme = isDark() ? "light" : "dark";
      remember("theme", page.dataset.theme);
      show();
    });
    system.addEventListener("change", show);
    show();
  }

  /** Puts text on the clipboard; where the browser does not let us, selects it. @param {HTMLElement} code */
  async function copy(code) {
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      return "Copied";
    } catch {
      getSelection()?.selectAllChildren(code);
      return "Selected";
    }
  }

  function copyButtons() {
    for (const figure of document.querySelectorAll("figure.code")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.addEventListener("click", async () => {
        button.textContent = await copy(/** @type {HTMLElement} */ (figure.querySelector("code")));
        setTimeout(() => {
          button.textContent = "Copy";
        }, 2000);
      });
      figure.append(button);
    }
  }

  /** Shows the samples of one language, on the whole page and on the next visit. theme.js has read the choice. */
  function samples() {
    const buttons = [...document.querySelectorAll(".languages")].flatMap(languageButtons);
    const show = () => {
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.name === page.dataset.samples));
    };
    for (const button of buttons) {
      button.addEventListener("click", () => {
        const before = button.getBoundingClientRect().top;
        page.dataset.samples = button.name;
        show();
        // The other samples of the page are of another length: what was pressed stays where it was.
        scrollBy({ top: button.getBoundingClientRect().top - before, behavior: "instant" });
        remember("samples", button.name);
      });
    }
    show();
  }

  /** Makes the buttons of an operation: one for each language that it has a sample in. @param {Element} group */
  function languageButtons(group) {
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Language of the samples");
    const samples = group.parentElement?.querySelectorAll("[data-sample]") ?? [];
    const buttons = [...samples].map((sample) => {
      const button = document.createElement("button");
      button.type = "button";
      button.name = sample.getAttribute("data-sample") ?? "";
      button.textContent = sample.firstElementChild?.textContent ?? "";
      return button;
    });
    group.append(...buttons);
    return buttons;
  }

  /** Marks where the reader is, in the outline or among the operations. */
  function whereabouts() {
    /** @type {Map<Element, Element>} */
    const links = new Map();
    for (const link of document.querySelectorAll("nav.outline a, nav#menu a[href^='#']")) {
      const target = document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""));
      if (target) links.set(target, link);
    }
    const targets = [...links.keys()];
    /** @type {Element | undefined} */
    let marked;
    const mark = () => {
      const current = targets.findLast((target) => target.getBoundingClientRect().top < innerHeight / 4);
      const link = current && links.get(current);
      if (link === marked) return;
      marked?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "location");
      link?.scrollIntoView({ block: "nearest" });
      marked = link;
    };
    let waiting = false;
    const later = () => {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          mark();
        });
      }
    };
    document.querySelector("nav#menu li [aria-current=page]")?.scrollIntoView({ block: "nearest" });
    addEventListener("scroll", later, { passive: true });
    mark();
  }

  /** Opens the console of an operation. Its script is loaded with the first one. */
  function consoles() {
    for (const button of document.querySelectorAll(".console > .try")) {
      button.addEventListener("click", () => {
        const open = () => /** @type {any} */ (globalThis).openConsole(button.parentElement);
        if ("openConsole" in globalThis) return open();
        const script = document.createElement("script");
        script.src = `${document.body.dataset.root}assets/console.js`;
        script.addEventListener("load", open);
        document.head.append(script);
      });
    }
  }

  /**
   * Moves the focus to what the address names, so that the next key begins there and not in the menu. The browser has
   * scrolled already.
   */
  function focusTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.matches("a, button, input")) return;
    if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
  }

  /** On a narrow page menu and outline cover the text: they go when a link in them is followed. */
  function menus() {
    for (const list of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("nav[popover]"))) {
      list.addEventListener("click", ({ target }) => {
        if (target instanceof Element && target.closest("a") && list.matches(":popover-open")) list.hidePopover();
      });
    }
  }

  theme();
  copyButtons();
  samples();
  whereabouts();
  menus();
  consoles();
  addEventListener("hashchange", focusTarget);
  focusTarget();
})();
