// Which sections the search finds for some words, in which order, and what it shows of them.
(() => {
  /**
   * @typedef {{ id: string, title: string, page: string, kind: string, keys: string[] }} Place
   * @typedef {Place & { text: string, code: string }} Section
   * @typedef {Section & { terms: string[] }} Found
   * @typedef {{ text: string, marked: boolean }} Part
   */

  /** How much a kind of section counts. @type {Record<string, number>} */
  const weights = { guide: 1.5, operation: 1, related: 0.6, workflow: 0.7, shared: 0.5, record: 0.2 };

  /** How much more the beginning of a page counts than a part of it. */
  const pageWeight = 1.3;

  /**
   * What readers say, and what the pages say. A phrase stands for all of its words.
   * @type {Record<string, string[]>}
   */
  const synonyms = {
    "2fa": ["two-factor", "one-time code"],
    brownout: ["brown-out"],
    change: ["update"],
    capacity: ["sizing"],
    ci: ["continuous integration"],
    circleci: ["ci job"],
    deactivate: ["delete"],
    disable: ["delete", "switch off"],
    docker: ["container"],
    e2e: ["end to end"],
    expiry: ["expire"],
    golang: ["go-github"],
    health: ["ready"],
    healthcheck: ["ready"],
    https: ["tls"],
    injection: ["fault"],
    introspect: ["check token"],
    introspection: ["check token"],
    invalidate: ["delete"],
    jenkins: ["ci job"],
    kubernetes: ["container"],
    k8s: ["container"],
    login: ["sign in", "authentication"],
    mfa: ["two-factor", "one-time code"],
    migrate: ["moving"],
    migration: ["moving"],
    otp: ["one-time code"],
    paginate: ["pagination"],
    paging: ["pagination"],
    pat: ["personal token", "new authorization"],
    performance: ["sizing"],
    playground: ["try call"],
    podman: ["container"],
    quota: ["rate limit"],
    regenerate: ["reset"],
    remove: ["delete"],
    revocation: ["delete"],
    revoke: ["delete"],
    rotate: ["reset"],
    rotation: ["rotate", "reset"],
    ruby: ["octokit rb"],
    sdk: ["client"],
    signin: ["sign in"],
    ssl: ["tls"],
    swagger: ["openapi"],
    throttle: ["rate limit"],
    throttling: ["rate limit"],
    totp: ["one-time code"],
    unauthorized: ["401"],
    validate: ["check"],
    verify: ["check"],
    whoami: ["whose"],
  };

  /** A synonym is a common word of the pages: it tells something where it is in a title. */
  const synonymOptions = { combineWith: "AND", prefix: false, fuzzy: false, boost: { title: 8, page: 1, code: 0.3 } };

  /** Words of questions that say nothing about what is looked for. */
  const fillers = new Set(
    "a all an and any are can could did do does for from get got how i if in is it me my of on or please should the there to want was we what when where which who why with you your".split(
      " ",
    ),
  );

  /** Word as it is compared: lower case, without the end of a plural or of "sharding". @param {string} word */
  function termOf(word) {
    const lower = word.toLowerCase();
    if (lower.length > 6 && lower.endsWith("ing")) return lower.slice(0, -3);
    return lower.length > 3 && /[^s]s$/.test(lower) ? lower.slice(0, -1) : lower;
  }

  /** @param {string} word */
  function synonymsOf(word) {
    return synonyms[word.toLowerCase()] ?? synonyms[termOf(word)] ?? [];
  }

  /** @param {string} words */
  function wordsOf(words) {
    const all = words.split(/[\n\r\p{Z}\p{P}+=<>|`$]+/u).filter(Boolean);
    const telling = all.filter((word) => !fillers.has(word.toLowerCase()));
    return telling.length > 0 ? telling : all;
  }

  /** Title as it is compared. @param {string} title */
  function phraseOf(title) {
    return wordsOf(title).map(termOf).join(" ");
  }

  /** Name as it is compared: parameters of a path have no name. @param {string} name */
  function keyOf(name) {
    return name
      .trim()
      .toLowerCase()
      .replace(/\s+/g, " ")
      .replace("/api/v3", "")
      .replace(/\/(?:\{[^/}]*\}|:\w+|\d+)(?=\/|$)/g, "/{}");
  }

  /**
   * Makes the search of some sections.
   * @param {new (options: object) => any} MiniSearch
   * @param {Section[]} sections
   */
  function createSearch(MiniSearch, sections) {
    const index = new MiniSearch({
      fields: ["title", "page", "text", "code"],
      processTerm: termOf,
      tokenize: wordsOf,
      searchOptions: { boost: { title: 6, page: 2, code: 0.3 }, prefix: true, fuzzy: 0.15 },
    });
    index.addAll(sections);
    const byId = new Map(sections.map((section) => [section.id, section]));

    /** @param {string} word @param {boolean} isExact whether no letter may be wrong */
    const queryOf = (word, isExact) => {
      return {
        combineWith: "OR",
        queries: [
          { queries: [word], fuzzy: word.length > 4 && !isExact ? 0.15 : false },
          ...synonymsOf(word).map((phrase) => ({ ...synonymOptions, queries: wordsOf(phrase) })),
        ],
      };
    };
    /** @param {string[]} words @param {boolean} isExact @returns {{ id: string, score: number, terms: string[] }[]} */
    const allOf = (words, isExact) =>
      index.search({ combineWith: "AND", queries: words.map((word) => queryOf(word, isExact)) });

    /** How much more a title counts that says all of the words. @param {string} title @param {string[]} words */
    const titleBonus = (title, words) => {
      const terms = new Set(wordsOf(title).map(termOf));
      /** @param {string} phrase */
      const says = (phrase) => wordsOf(phrase).every((part) => terms.has(termOf(part)));
      if (words.every((word) => [word, ...synonymsOf(word)].some(says))) return 3;
      // GitHub's titles call a token an authorization.
      return words.every((word) =>
        [word, ...synonymsOf(word), ...(termOf(word) === "token" ? ["authorization"] : [])].some(says),
      )
        ? 2.2
        : 1;
    };

    /**
     * Sections with all of the words: as they are, or else with a letter wrong. Of three or more one may be missing.
     * @param {string[]} words
     */
    const withMost = (words) => {
      if (words.length === 0) return [];
      const found = [true, false].map((isExact) => allOf(words, isExact)).find(({ length }) => length > 0) ?? [];
      if (found.length > 0 || words.length < 3) return found;
      return words.flatMap((_, missing) => {
        const others = words.filter((_, place) => place !== missing);
        return allOf(others, false);
      });
    };

    /** @param {string} query @returns {Found[]} */
    return (query) => {
      const key = keyOf(query);
      if (key === "") return [];
      const isPhrase = /^[\p{L}\p{N}][^/_{}]*$/u.test(query.trim());
      /** @type {Map<string, { rank: number, score: number, terms: string[] }>} */
      const found = new Map();
      /** @param {Section} section */
      const rankOf = ({ id, title, keys }) => {
        if (keys.some((name) => keyOf(name) === key)) return 2;
        if (!isPhrase || phraseOf(title) !== phraseOf(query)) return 0;
        return id.includes("#") ? 1 : 3;
      };
      for (const section of sections) {
        const rank = rankOf(section);
        if (rank > 0) found.set(section.id, { rank, score: 10, terms: wordsOf(query).map(termOf) });
      }
      for (const { id, score, terms } of withMost(wordsOf(query))) {
        const entry = found.get(id) ?? { rank: 0, score: 0, terms };
        const bonus = titleBonus(byId.get(id)?.title ?? "", wordsOf(query));
        found.set(id, { ...entry, score: entry.score + score * bonus });
      }
      const weight = (/** @type {string} */ id) =>
        (weights[byId.get(id)?.kind ?? ""] ?? 1) * (id.includes("#") ? 1 : pageWeight);
      return [...found]
        .map(([id, entry]) => ({ id, ...entry, score: entry.score * weight(id) }))
        .sort((a, b) => b.rank - a.rank || b.score - a.score)
        .map(({ id, terms }) => ({ .../** @type {Section} */ (byId.get(id)), terms }));
    };
  }

  /** Characters of an excerpt, at least. */
  const excerptLength = 140;

  /**
   * Part of a section where most of the words are near each other, the words marked.
   * @param {Found} found
   * @returns {Part[]}
   */
  function excerptOf({ text, code, terms }) {
    const escaped = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})[\\p{L}\\p{N}]*`, "giu");
    const source = text.search(pattern) >= 0 || code.search(pattern) < 0 ? text : code;
    const places = [...source.matchAll(pattern)].slice(0, 100);
    const distinct = (/** @type {number} */ start) =>
      new Set(
        places.filter(({ index }) => index >= start && index < start + excerptLength).map(([word]) => termOf(word)),
      ).size;
    const [best] = places.map(({ index }) => index).sort((a, b) => distinct(b) - distinct(a) || a - b);
    const start = best === undefined || best < 60 ? 0 : source.lastIndexOf(" ", best - 40) + 1;
    const part = source.slice(start, start + excerptLength + 40);
    return [
      { text: start > 0 ? "… " : "", marked: false },
      ...part
        .split(new RegExp(`(${pattern.source})`, "giu"))
        .map((piece, place) => ({ text: piece, marked: place % 2 === 1 })),
    ].filter((piece) => piece.text !== "");
  }

  Object.assign(globalThis, { createSearch, excerptOf });
})();
