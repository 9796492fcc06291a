import { sitePath } from "../links.js";

/** Entries of the settings menu, by their path. */
const entries = [
  ["/settings/applications", "Authorized applications"],
  ["/settings/tokens", "Personal access tokens"],
  ["/settings/developers", "Your applications"],
  ["/settings/security", "Two-factor authentication"],
  ["/settings/sessions", "Sessions"],
] as const;

/** Path of an entry of the settings menu. */
export type MenuPath = (typeof entries)[number][0];

/** Menu of the settings; `current` is the path of the entry that the page belongs to. */
export function SettingsMenu({ site, current }: { readonly site: string; readonly current: string }) {
  return (
    <nav class="menu" aria-label="Settings">
      <ul>
        {entries.map(([path, name]) => (
          <li>
            <a href={sitePath(site, path)} aria-current={path === current ? "page" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
