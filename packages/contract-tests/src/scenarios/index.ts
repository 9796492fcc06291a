import type { Matrix } from "../matrix.js";
import { authorizationRows } from "./authorizations.js";
import { compatibilityRows } from "./compatibility.js";
import { grantRows } from "./grants.js";
import { tokenRows } from "./tokens.js";

/** Every operation and status with its scenario. */
export const matrix: Matrix = { ...authorizationRows, ...grantRows, ...tokenRows, ...compatibilityRows };
