import type { User } from "../domain/model.js";
import type { WebRequest } from "./web-request.js";

/** Offers to go on as the user who is signed in, or as another one. */
export function SelectAccount(props: { readonly request: WebRequest; readonly user: User; readonly returnTo: string }) {
  const { request, user, returnTo } = props;
  return (
    <>
      <p>
        <a class="button primary" href={returnTo}>
          Continue as {user.login}
        </a>
      </p>
      <form method="post" action={request.path("/logout")}>
        {request.token("/logout")}
        <input type="hidden" name="return_to" value={returnTo} />
        <button type="submit">Use a different account</button>
      </form>
    </>
  );
}
