import { HtmlPage } from "./html-page.js";
import { forUser } from "./web-request.js";

/** Page that a sign-in leads to when nothing else was asked for. */
export const showHome = forUser(async (request, { user }) => {
  const content = (
    <>
      <p>
        You are signed in as <strong>{user.login}</strong>. An application that asks for access sends you here, and
        back.
      </p>
      <ul>
        <li>
          <a href={request.path("/login/device")}>Connect a device</a>
        </li>
        <li>
          <a href={request.path("/settings/applications")}>Settings</a>: applications, tokens, two-factor authentication
        </li>
      </ul>
    </>
  );
  return request.page(new HtmlPage("Grantbook", content, { user }));
});
