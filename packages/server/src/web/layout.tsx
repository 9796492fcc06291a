import type { Child } from "hono/jsx";
import { copyScript } from "./copy-script.js";
import type { HtmlPage } from "./html-page.js";
import { sitePath } from "./links.js";
import { SettingsMenu } from "./settings/menu.js";
import { style } from "./style.js";

/** Complete document of a page. It needs no script, and no other host. */
export function Layout({ page, site }: { readonly page: HtmlPage; readonly site: string }) {
  const { title, content, user, width, menuPath, hasCopyButton } = page;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title} · Grantbook</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <header class="top">
          <a class="brand" href={sitePath(site, "/")}>
            Grantbook
          </a>
          {user && (
            <>
              <span>
                Signed in as <strong>{user.login}</strong>
              </span>
              <a href={sitePath(site, "/settings/applications")}>Settings</a>
              <a href={sitePath(site, "/logout")}>Sign out</a>
            </>
          )}
        </header>
        <div class={menuPath === undefined ? "" : "settings"}>
          {menuPath !== undefined && <SettingsMenu site={site} current={menuPath} />}
          <main id="content" class={width}>
            <h1>{title}</h1>
            {content as Child}
          </main>
        </div>
        <footer>Grantbook is not made, endorsed or supported by GitHub.</footer>
        {hasCopyButton && <script dangerouslySetInnerHTML={{ __html: copyScript }} />}
      </body>
    </html>
  );
}
