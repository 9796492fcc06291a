import { authorizationHandlers } from "./authorizations.js";
import { compatibilityHandlers } from "./compatibility.js";
import { grantHandlers } from "./grants.js";
import type { Handlers } from "./handler.js";
import { tokenHandlers } from "./tokens.js";

/** Every operation with the function that answers it. */
export const handlers: Handlers = {
  ...authorizationHandlers,
  ...grantHandlers,
  ...tokenHandlers,
  ...compatibilityHandlers,
};
