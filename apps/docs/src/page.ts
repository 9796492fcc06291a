/** Text as it may stand in HTML, also within quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Light and dark as the reader's system is; readable at the width of a phone. */
export const style = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --link: #0550ae; --badge: #9a3412; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #161b22; --link: #79b8ff; --badge: #fdba74; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; display: grid; grid-template-columns: 18rem minmax(0, 1fr); }
nav { border-right: 1px solid var(--line); padding: 1rem; height: 100vh; overflow: auto; position: sticky; top: 0; }
nav h2 { font-size: 0.85rem; margin: 1rem 0 0.3rem; }
nav ul { list-style: none; margin: 0; padding: 0; font-size: 0.9rem; }
nav li { margin: 0.3rem 0; }
main { padding: 1rem 2rem 4rem; max-width: 60rem; }
a { color: var(--link); }
section { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 0.5rem; scroll-margin-top: 1rem; }
.badge { font-size: 0.75rem; font-weight: 600; color: var(--badge); border: 1px solid; border-radius: 1rem; padding: 0.1rem 0.5rem; }
.route { font-size: 1rem; background: var(--soft); padding: 0.3rem 0.5rem; border: 1px solid var(--line); border-radius: 0.3rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; font-size: 0.9rem; }
th, td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.8rem 0.35rem 0; text-align: left; vertical-align: top; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 0.3rem; padding: 0.8rem; overflow-x: auto; font-size: 0.85rem; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); } main { padding: 1rem; } }
`;
