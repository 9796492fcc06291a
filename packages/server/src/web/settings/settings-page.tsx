import type { Child } from "hono/jsx";
import type { ApiResponse } from "../../http/api-response.js";
import type { Session } from "../../oauth/model.js";
import { HtmlPage } from "../html-page.js";
import { Problem } from "../problem.js";
import { forSudo } from "../sudo.js";
import { forUser, type PageHandler, type UserHandler, type WebRequest } from "../web-request.js";
import type { MenuPath } from "./menu.js";

/** Page of the settings. */
interface SettingsPage {
  readonly title: string;
  readonly menuPath: MenuPath;
  readonly content: Child;
  /** What was wrong with the form: stands above the content, and the status is 422. */
  readonly problem?: string | undefined;
  readonly hasSecret?: boolean;
}

/** Responds with a page of the settings, with the menu. */
export function settingsPage(request: WebRequest, { user }: Session, page: SettingsPage): ApiResponse {
  const { title, menuPath, content, problem, hasSecret = false } = page;
  const whole = (
    <>
      <Problem text={problem} />
      {content}
    </>
  );
  const status = problem === undefined ? 200 : 422;
  return request.page(new HtmlPage(title, whole, { user, menuPath, hasCopyButton: hasSecret }), status);
}

/** Handler of a form whose action is its own path. */
export function forForm(handler: UserHandler): PageHandler {
  return forUser(withToken(handler));
}

/** The same for a sensitive action. A user who has to give the password comes back to `from`, the page of the form. */
export function forSensitiveForm(from: (request: WebRequest) => string, handler: UserHandler): PageHandler {
  return forSudo(withToken(handler), from);
}

function withToken(handler: UserHandler): UserHandler {
  return async (request, session) => {
    request.requireToken(request.ownPath);
    return handler(request, session);
  };
}

/** Form with its token, for {@link forForm}. */
export function Form(props: {
  readonly request: WebRequest;
  /** Path below the public address. */
  readonly action: string;
  readonly class?: string;
  readonly children?: Child;
}) {
  const { request, action, children } = props;
  return (
    <form method="post" action={request.path(action)} class={props.class}>
      {request.token(action)}
      {children}
    </form>
  );
}

/** Buttons at the end of a form: one sends it, the other leads back to `cancel`. */
export function Actions({ submit, cancel }: { readonly submit: string; readonly cancel: string }) {
  return (
    <div class="actions">
      <button class="primary" type="submit">
        {submit}
      </button>
      <a class="button" href={cancel}>
        Cancel
      </a>
    </div>
  );
}

/** Button that asks before it acts: the form is shown when the reader opens it. Works without scripts. */
export function Confirmation(props: {
  readonly request: WebRequest;
  readonly action: string;
  /** What opens the form. */
  readonly summary: string;
  /** What will happen. */
  readonly text: string;
  readonly button: string;
}) {
  const { request, action, summary, text, button } = props;
  return (
    <details>
      <summary>{summary}</summary>
      <Form request={request} action={action}>
        <p>{text}</p>
        <button class="danger" type="submit">
          {button}
        </button>
      </Form>
    </details>
  );
}

/** Day, for readers and programs, or a text where there is none. */
export function Day({ date, none }: { readonly date: Date | null; readonly none?: string }) {
  if (date === null) return <>{none}</>;
  const time = date.toISOString();
  return <time datetime={time}>{time.slice(0, 10)}</time>;
}
