import { createHash } from "node:crypto";

/** Styles of the pages. Colours are those of the docs, in light and dark. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfcfa, #15181b);
  --panel: light-dark(#f5f3ee, #1c2024);
  --line: light-dark(#e0dcd3, #333940);
  --edge: light-dark(#8b8578, #7b838c);
  --ink: light-dark(#1f2429, #e4e2dc);
  --soft: light-dark(#575d65, #a8adb4);
  --accent: light-dark(#0b6350, #6ccdb0);
  --on-accent: light-dark(#ffffff, #10201b);
  --accent-panel: light-dark(#e7f1ee, #18312b);
  --warning: light-dark(#7a4a00, #e9c07a);
  --warning-panel: light-dark(#fbf3e1, #2d2616);
  --red: light-dark(#9d2525, #f2a09c);
  --red-panel: light-dark(#fbeceb, #341e1d);
  --text: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  --book: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, "Liberation Serif", serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "Liberation Mono", monospace;
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--text); overflow-wrap: break-word; }
a { color: var(--accent); text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
:focus-visible { outline: 0.15rem solid var(--accent); outline-offset: 0.15rem; border-radius: 0.2rem; }
h1, h2 { font-family: var(--book); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 1.9rem; margin: 0 0 1rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 0.6rem; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--paper); padding: 0.5rem 1rem; z-index: 1; }
.skip:focus { top: 0.5rem; }
.top { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; align-items: center; padding: 0.7rem 1.5rem;
  border-bottom: 1px solid var(--line); }
.brand { font: 600 1.2rem var(--book); color: var(--ink); text-decoration: none; margin-right: auto; }
main { max-width: 27rem; margin: 0 auto; padding: 2.5rem 1.2rem 3rem; }
main.wide { max-width: 60rem; }
footer { max-width: 60rem; margin: 0 auto; padding: 1rem 1.2rem 2rem; font-size: 0.82rem; color: var(--soft); }
.panel { border: 1px solid var(--line); border-radius: 0.6rem; padding: 1.2rem; background: var(--panel); margin: 0 0 1.2rem; }
.panel > :first-child { margin-top: 0; }
.panel > :last-child { margin-bottom: 0; }
label { display: block; font-weight: 600; margin: 1rem 0 0.3rem; }
.hint { font-size: 0.88rem; color: var(--soft); margin: 0.3rem 0 0; }
input:where([type=text], [type=password], [type=url], [type=date], [type=number]), textarea, select { width: 100%; font: inherit;
  color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 0.4rem; padding: 0.5rem 0.7rem; }
input.code { font-family: var(--mono); letter-spacing: 0.08em; }
button, .button { font: inherit; font-weight: 600; color: inherit; background: var(--paper); border: 1px solid var(--edge);
  border-radius: 0.4rem; padding: 0.5rem 1rem; cursor: pointer; display: inline-block; text-decoration: none; }
button:hover, .button:hover { border-color: var(--ink); }
button.primary, .button.primary { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
button.danger { color: var(--red); border-color: var(--red); }
button.plain { background: none; border: 0; padding: 0; font-weight: 400; color: var(--accent); text-decoration: underline; }
.wide-buttons button, button.full { width: 100%; }
.actions { display: flex; flex-wrap: wrap; gap: 0.7rem; margin-top: 1.2rem; }
.inline { display: inline; }
.notice { border-left: 0.2rem solid var(--warning); background: var(--warning-panel); border-radius: 0 0.4rem 0.4rem 0;
  padding: 0.6rem 1rem; margin: 0 0 1.2rem; font-size: 0.94rem; }
.error { border-left: 0.2rem solid var(--red); background: var(--red-panel); border-radius: 0 0.4rem 0.4rem 0;
  padding: 0.6rem 1rem; margin: 0 0 1.2rem; }
.success { border-left: 0.2rem solid var(--accent); background: var(--accent-panel); border-radius: 0 0.4rem 0.4rem 0;
  padding: 0.6rem 1rem; margin: 0 0 1.2rem; }
.notice > :first-child, .error > :first-child, .success > :first-child { margin-top: 0; }
.notice > :last-child, .error > :last-child, .success > :last-child { margin-bottom: 0; }
code, .code { font: 0.9em var(--mono); overflow-wrap: anywhere; }
ul.plain { list-style: none; margin: 0; padding: 0; }
ul.rows { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 0.6rem; }
ul.rows > li { padding: 0.8rem 1.1rem; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; }
ul.rows > li + li { border-top: 1px solid var(--line); }
ul.rows > li > :first-child { flex: 1 1 16rem; min-width: 0; }
.new { font-size: 0.78rem; font-weight: 600; color: var(--warning); border: 1px solid; border-radius: 1rem; padding: 0 0.5rem; }
.settings { display: grid; grid-template-columns: 13rem minmax(0, 1fr); max-width: 64rem; margin: 0 auto; padding: 0 1.2rem; }
.settings > main { width: 100%; }
.menu { padding: 2.5rem 0 1rem; }
.menu ul { list-style: none; margin: 0; padding: 0; }
.menu a { display: block; padding: 0.35rem 0.7rem; border-left: 0.2rem solid transparent; color: var(--ink); text-decoration: none; }
.menu a:hover { text-decoration: underline; }
.menu a[aria-current] { border-color: var(--accent); background: var(--panel); font-weight: 600; }
.meta { font-size: 0.88rem; color: var(--soft); margin: 0.2rem 0 0; }
.secret { display: flex; flex-wrap: wrap; gap: 0.7rem; align-items: center; }
.secret code { flex: 1 1 16rem; min-width: 0; }
ul.codes { columns: 2; list-style: none; margin: 0; padding: 0; }
fieldset { border: 0; margin: 1.2rem 0 0; padding: 0; }
legend { font-weight: 600; padding: 0; }
ul.tree, ul.tree ul { list-style: none; margin: 0; padding: 0; }
ul.tree ul { padding-left: 1.6rem; }
label.choice { display: flex; gap: 0.6rem; align-items: baseline; font-weight: 400; margin: 0.25rem 0; }
label.choice input { flex: none; }
details { margin: 0 0 1.2rem; }
summary { cursor: pointer; font-weight: 600; }
.qr { background: #ffffff; padding: 0.8rem; border-radius: 0.4rem; width: 13rem; max-width: 100%; display: block; }
@media (max-width: 48rem) { .settings { display: block; padding: 0; }
  .menu { padding: 1rem 1.2rem 0; } .menu ul { display: flex; flex-wrap: wrap; gap: 0.2rem; } ul.codes { columns: 1; } }
@media (max-width: 40rem) { .top { padding: 0.7rem 1.2rem; } main { padding-top: 1.6rem; } h1 { font-size: 1.6rem; } }
`;

/** Source expression that allows these styles and no others in a Content-Security-Policy. */
export const styleSource = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
