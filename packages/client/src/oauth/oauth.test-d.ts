// Only has to compile. What the types must refuse about the client of the flows; negatives first.
import { type AccessToken, createOAuthClient, type OAuthError } from "./index.js";

const oauth = createOAuthClient({ site: "https://github.example.com", clientId: "", clientSecret: "" });
declare const error: OAuthError;
declare const token: AccessToken;
const request = await oauth.authorizeUrl();

// @ts-expect-error: the site is needed
createOAuthClient({ clientId: "" });
// @ts-expect-error: there is no such scope
oauth.authorizeUrl({ scopes: ["everything"] });
// @ts-expect-error: there is no other prompt
oauth.authorizeUrl({ prompt: "none" });
// @ts-expect-error: a callback belongs to a request
oauth.exchangeCode("/callback?code=");
// @ts-expect-error: the verifier is kept with the state
oauth.exchangeCode("/callback", { state: "" });
// @ts-expect-error: a user has to see the code
oauth.device({ scopes: ["repo"] });
// @ts-expect-error: no error has this code
error.code === "not-found";
// @ts-expect-error: not every token has a refresh token
oauth.refresh(token.refresh_token);
// @ts-expect-error: an error of a response is thrown, not returned
token.error;

oauth.exchangeCode("/callback", request);
oauth.exchangeCode(new URL("https://app.example/callback"), { ...request, redirectUri: undefined });
token.access_token.startsWith("gho_");
error.code === "access_denied";
export const kinds: "bearer" = token.token_type;
