import { createHash } from "node:crypto";

/**
 * Script of the pages that show a secret once: shows the buttons that copy, and lets them. Where the browser allows no
 * copy, the text is selected. A reader without scripts selects it by hand.
 */
export const copyScript = `
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(source);
      button.textContent = "Selected";
    }
  });
}
`;

/** Source expression that allows this script and no other in a Content-Security-Policy. */
export const copyScriptSource = `'sha256-${createHash("sha256").update(copyScript).digest("base64")}'`;
