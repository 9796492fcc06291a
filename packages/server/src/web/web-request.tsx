import type { User } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import type { ApiResponse } from "../http/api-response.js";
import type { RequestContext } from "../http/context.js";
import { type Parameters, readForm, readQuery } from "../http/parameters.js";
import type { HttpReason } from "../http/reason.js";
import type { Services } from "../http/services.js";
import { rawPath, rawQuery } from "../http/url.js";
import type { Session } from "../oauth/model.js";
import { findSession, generateSessionId, startSession } from "../oauth/sessions.js";
import { readSessionCookie, sessionCookie } from "./cookie.js";
import { createFormToken, formTokenField, isFormToken } from "./form-token.js";
import type { HtmlPage } from "./html-page.js";
import { sitePath } from "./links.js";

/** Handler of a page. It gets the request with its session, and returns a page or a redirect. */
export type PageHandler = (request: WebRequest) => Promise<ApiResponse>;

/** Request for a page: parameters, and the session of the browser. */
export class WebRequest {
  readonly context: RequestContext;
  readonly query: Parameters;
  /** Fields of the form; none unless the method is POST. */
  readonly form: Parameters;
  /** Session id that the browser sent, or a new one for a browser that sent none. */
  readonly browserId: string;
  readonly #isNewBrowser: boolean;
  /** Session of the browser, also one that waits for the second factor. */
  readonly anySession: Session | undefined;

  constructor(
    context: RequestContext,
    parts: {
      readonly query: Parameters;
      readonly form: Parameters;
      readonly cookie: string | undefined;
      readonly session: Session | undefined;
    },
  ) {
    this.context = context;
    this.query = parts.query;
    this.form = parts.form;
    this.anySession = parts.session;
    this.browserId = parts.cookie ?? generateSessionId();
    this.#isNewBrowser = parts.cookie === undefined;
  }

  get services(): Services {
    return this.context.services;
  }

  /** Session of a user who is signed in. */
  get session(): Session | undefined {
    return this.anySession?.signedIn ? this.anySession : undefined;
  }

  /** Session that waits for the second factor. */
  get pendingSession(): Session | undefined {
    return this.anySession?.signedIn ? undefined : this.anySession;
  }

  get isHead(): boolean {
    return this.context.request.method === "HEAD";
  }

  /** Path of this site as the browser sees it. */
  path(path: string): string {
    return sitePath(this.services.baseUrls.site, path);
  }

  /** Path of this request below the public address, which the tokens of settings forms are bound to. */
  get ownPath(): string {
    return rawPath(this.context.request.url);
  }

  /** Number in the path. What is no id of anything is not found. */
  id(name = "id"): number {
    const text = this.context.pathParams[name] ?? "";
    const id = Number(text);
    if (!/^[1-9][0-9]*$/.test(text) || !Number.isSafeInteger(id)) throw new Refusal({ code: "not-found" });
    return id;
  }

  /** Path and query of this request as the browser sees them, to come back to. */
  get returnTo(): string {
    // Cut out, not parsed: the authority comes from the Host header.
    const { url } = this.context.request;
    const query = rawQuery(url);
    return this.path(rawPath(url)) + (query && `?${query}`);
  }

  /** Where to come back to: this page, or after a form `from`, a path below the public address. */
  comeBackTo(from: (request: WebRequest) => string): string {
    return this.context.request.method === "POST" ? this.path(from(this)) : this.returnTo;
  }

  /** Path of another page of this site, which comes back to `returnTo`. */
  pathTo(page: string, returnTo: string): string {
    return `${this.path(page)}?return_to=${encodeURIComponent(returnTo)}`;
  }

  /** Hidden field against forged requests, for a form with this action; see {@link createFormToken}. */
  token(...action: readonly string[]) {
    return <input type="hidden" name={formTokenField} value={createFormToken(this.browserId, ...action)} />;
  }

  /** Refuses a form that was not made for this browser and this action. */
  requireToken(...action: readonly string[]): void {
    if (this.#isNewBrowser || !isFormToken(this.form.get(formTokenField), this.browserId, ...action)) {
      throw new Refusal<HttpReason>({ code: "form-token-wrong" });
    }
  }

  /** Starts a session in place of the browser's, and returns the header with its id. */
  async startSession(user: User, { signedIn }: { readonly signedIn: boolean }): Promise<{ "Set-Cookie": string }> {
    const { context, services, anySession: previous } = this;
    const browser = { address: context.address, userAgent: context.request.headers.get("user-agent") ?? "" };
    const id = await startSession(services, user, browser, { signedIn, previous });
    context.identity = { kind: "user", user };
    return { "Set-Cookie": sessionCookie(services.baseUrls.site, id, { lasts: signedIn }) };
  }

  /** Responds with a page. A browser without a session id gets one, which its forms are bound to. */
  page(page: HtmlPage, status = 200): ApiResponse {
    const { site } = this.services.baseUrls;
    const headers = this.#isNewBrowser ? { "Set-Cookie": sessionCookie(site, this.browserId, { lasts: false }) } : {};
    return { status, headers, body: page };
  }

  /** Redirects with 303 after a form, so that the form is not sent again, else with 302. */
  redirect(location: string, headers: Readonly<Record<string, string>> = {}): ApiResponse {
    return { status: this.context.request.method === "POST" ? 303 : 302, headers: { ...headers, Location: location } };
  }
}

/** Step that reads the session and the parameters of a request, and calls the handler of the page. */
export function pageStep(handler: PageHandler): (context: RequestContext) => Promise<ApiResponse> {
  return async (context) => {
    const { request, services } = context;
    const cookie = readSessionCookie(services.baseUrls.site, request.headers.get("cookie"));
    const query = readQuery(request.url);
    const form = request.method === "POST" ? await readForm(request) : new Map<string, string>();
    const session = cookie === undefined ? undefined : await findSession(services, cookie);
    if (session?.signedIn) context.identity = { kind: "user", user: session.user };
    return handler(new WebRequest(context, { query, form, cookie, session }));
  };
}

/** Handler of a page for a user who is signed in. */
export type UserHandler = (request: WebRequest, session: Session) => Promise<ApiResponse>;

/**
 * Handler for users who are signed in; others are sent to the sign-in page, and come back: after a form to `from`, the
 * page with the form. A suspended user, and one whose session has not the second factor yet, is not signed in.
 */
export function forUser(handler: UserHandler, from: (request: WebRequest) => string = () => "/"): PageHandler {
  return async (request) => {
    const { session } = request;
    if (session?.suspended) throw new Refusal({ code: "account-suspended" });
    if (session) return handler(request, session);
    return request.redirect(request.pathTo("/login", request.comeBackTo(from)));
  };
}
