// Only has to compile. A hole in the matrix must not.
import type { Matrix, Row } from "./matrix.js";
import { authorizationRows } from "./scenarios/authorizations.js";
import { compatibilityRows } from "./scenarios/compatibility.js";
import { grantRows } from "./scenarios/grants.js";
import { tokenRows } from "./scenarios/tokens.js";

// @ts-expect-error: operations have no row
({ ...authorizationRows, ...grantRows }) satisfies Matrix;

const { 404: _, ...withoutStatus } = tokenRows["apps/check-token"];
// @ts-expect-error: a declared status has no cell
withoutStatus satisfies Row<"apps/check-token">;

const { 304: __, ...rest } = authorizationRows["oauth-authorizations/create-authorization"];
const pending = { ...rest, 304: { pending: "" } };
// @ts-expect-error: an unreachable status has no scenario
pending satisfies Row<"oauth-authorizations/create-authorization">;

({ ...authorizationRows, ...grantRows, ...tokenRows, ...compatibilityRows }) satisfies Matrix;
