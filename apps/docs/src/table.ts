import { type Content, type Html, html } from "./html.js";

/** Table whose first column names the row; `undefined` when there are no rows. */
export function table(headings: readonly Content[], rows: readonly (readonly Content[])[]): Html | undefined {
  if (rows.length === 0) return undefined;
  return html`<table>
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${rows.map(([first, ...others]) => html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>`;
}
