import type { Child } from "hono/jsx";
import type { User } from "../domain/model.js";

/** Page in HTML, as the body of a response. */
export class HtmlPage {
  readonly title: string;
  readonly content: Child;
  /** User who is signed in, for the bar at the top. */
  readonly user: User | undefined;
  /** `narrow` for a form, `wide` for lists and tables. */
  readonly width: "narrow" | "wide";

  constructor(title: string, content: Child, options: { user?: User | undefined; width?: "narrow" | "wide" } = {}) {
    this.title = title;
    this.content = content;
    this.user = options.user;
    this.width = options.width ?? "narrow";
  }
}
