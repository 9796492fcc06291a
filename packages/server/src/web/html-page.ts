import type { Child } from "hono/jsx";
import type { User } from "../domain/model.js";

interface HtmlPageOptions {
  readonly user?: User | undefined;
  readonly menuPath?: string | undefined;
  readonly hasCopyButton?: boolean;
}

/** Page in HTML, as the body of a response. */
export class HtmlPage {
  readonly title: string;
  readonly content: Child;
  /** User who is signed in, for the bar at the top. */
  readonly user: User | undefined;
  /** `narrow` for a form, `wide` for lists and tables. */
  readonly width: "narrow" | "wide";
  /** Path of the entry of the settings menu that the page belongs to; no menu without one. */
  readonly menuPath: string | undefined;
  /** The page has a secret to copy, and runs the one script for that. */
  readonly hasCopyButton: boolean;

  constructor(title: string, content: Child, options: HtmlPageOptions = {}) {
    this.title = title;
    this.content = content;
    this.user = options.user;
    this.menuPath = options.menuPath;
    this.width = options.menuPath === undefined ? "narrow" : "wide";
    this.hasCopyButton = options.hasCopyButton ?? false;
  }
}
