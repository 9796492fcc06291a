import type { Html } from "./html.js";

/** Heading with an anchor. */
export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly level: number;
}

/** Page of the site. */
export interface Page {
  /** Path from the root of the site. */
  readonly path: string;
  readonly title: string;
  /** Subject, in a sentence of plain text. */
  readonly summary: string;
  readonly kind: "guide" | "workflow" | "reference" | "operation";
  readonly content: Html;
  readonly outline: readonly Heading[];
  /** Files of the repository that it is made from. */
  readonly sources: readonly string[];
}
