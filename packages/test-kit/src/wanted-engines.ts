declare module "vitest" {
  interface ProvidedContext {
    /** The PostgreSQL of this run, or why there is none. */
    readonly postgres: { readonly url: string } | { readonly missing: string };
  }
}

const known = ["sqlite", "postgres", "serializable"] as const;

/** The engines that tests can be run with, by the names that the variable ENGINES takes. */
export type EngineName = (typeof known)[number];

/** Engines of most tests. The third is PostgreSQL again, without its advisory locks. */
const usual = ["sqlite", "postgres"] as const;

/** Engines to run tests with: those that ENGINES lists, separated by commas, or the usual. Throws for unknown names. */
export function wantedEngines({ ENGINES: names } = process.env): readonly EngineName[] {
  if (!names) return usual;
  return names.split(",").map((name) => {
    const engine = known.find((it) => it === name.trim());
    if (!engine) throw new Error(`ENGINES: there is no engine ${name}; there are ${known.join(" and ")}`);
    return engine;
  });
}
