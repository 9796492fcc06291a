import type { Html } from "./html.js";

/** A heading that can be linked to. */
export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly level: number;
}

/** One page of the site. */
export interface Page {
  /** From the root of the site. */
  readonly path: string;
  readonly title: string;
  /** What it is about, in a sentence of plain text. */
  readonly summary: string;
  readonly kind: "guide" | "journey" | "reference";
  readonly content: Html;
  readonly outline: readonly Heading[];
  /** The files of the repository it is made from. */
  readonly sources: readonly string[];
}
