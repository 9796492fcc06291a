import type { Scope } from "@grantbook/client";
import { createOAuthClient, type Fetch } from "@grantbook/client/oauth";
import { type Answers, Browser } from "./pages.js";
import type { TestApplication, TestUser } from "./seeded.js";

/** Settings of a sign-in. */
export interface SignInOptions {
  /** Name of the application. The first one of the seed by default. It needs a `callback_url` in the seed. */
  readonly application?: string | undefined;
  /** Scopes to ask for. Without it the token gets all that the user granted before. */
  readonly scopes?: readonly Scope[] | undefined;
}

/** What a sign-in gives: the `auth` of a client, too. */
export interface SignedIn {
  readonly token: string;
  /** For an application whose tokens expire. */
  readonly refreshToken: string | undefined;
  readonly scopes: readonly string[];
}

/** Users at their browsers. A user stays signed in until the next reset. */
export interface SignIns {
  /**
   * Signs a user in to an application with the web application flow: walks the pages, types password and one-time code
   * where they are asked for, and consents. Throws an `OAuthError` when the application's rule denies it.
   */
  signIn(login: string, options?: SignInOptions): Promise<SignedIn>;
  /**
   * Opens an address of the server in a user's browser, for a test of the application's own sign-in: signs in, and
   * consents, or cancels. Returns the address that the browser is sent to: the callback, with a code or an error.
   */
  authorize(login: string, url: string, decision?: "authorize" | "cancel"): Promise<string>;
  /** Types the code that a device shows, and consents, or cancels. Throws for a code that is not valid. */
  enterUserCode(login: string, userCode: string, decision?: "authorize" | "cancel"): Promise<void>;
}

/** Parts of a throw-away server that sign-ins need. */
interface SignInContext {
  readonly site: string;
  /** Sends a request to the server. Faults do not apply, and it is not recorded. */
  send(request: Request): Promise<Response>;
  user(login: string): TestUser;
  code(login: string): string;
  /** Application of a name, or the first one. */
  application(name: string | undefined): TestApplication;
}

/** Makes sign-ins. `forget` closes all browsers. */
export function createSignIns({ site, send, user, code, application }: SignInContext): SignIns & { forget(): void } {
  const browsers = new Map<string, Browser>();

  const walk = async (login: string, url: string, decision = "authorize", more: Answers = {}): Promise<URL> => {
    const { password } = user(login);
    const browser = browsers.get(login) ?? new Browser(site, send);
    browsers.set(login, browser);
    return browser.walk(url, {
      password: () => ({ login, password }),
      app_otp: () => ({ app_otp: code(login) }),
      sudo_password: () => ({ sudo_password: password }),
      authorize: () => ({ authorize: decision === "authorize" ? "1" : "0" }),
      ...more,
    });
  };

  const authorize: SignIns["authorize"] = async (login, url, decision) => (await walk(login, url, decision)).href;

  return {
    authorize,
    async signIn(login, { application: name, scopes } = {}) {
      const { clientId, clientSecret } = application(name);
      const fetch: Fetch = (url, init) => send(new Request(url, init));
      const oauth = createOAuthClient({ site, clientId, clientSecret, fetch });
      const request = await oauth.authorizeUrl({ scopes });
      const {
        access_token: token,
        refresh_token: refreshToken,
        scope,
      } = await oauth.exchangeCode(await authorize(login, request.url), request);
      return { token, refreshToken, scopes: scope.split(",").filter(Boolean) };
    },
    async enterUserCode(login, userCode, decision) {
      await walk(login, "/login/device", decision, { user_code: () => ({ user_code: userCode }) });
    },
    forget: () => browsers.clear(),
  };
}
