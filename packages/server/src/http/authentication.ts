import type { Caller } from "@grantbook/contract";
import type { Application, User } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import { refuseToken, type SignInServices, signInApplication, signInUser } from "../domain/sign-in.js";

type Credentials =
  | { readonly scheme: "none" | "unreadable" }
  | { readonly scheme: "token"; readonly token: string }
  | { readonly scheme: "basic"; readonly name: string; readonly password: string };

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Finds out who calls, for an operation of this kind of caller. Throws a `Refusal`. */
export function authenticate(
  services: SignInServices,
  caller: Caller,
  request: Request,
  path: Record<string, string>,
  address: string,
): Promise<User | Application> {
  const credentials = credentialsOf(request.headers.get("authorization"));
  return caller === "user"
    ? authenticateUser(services, credentials, address, request.headers.get("x-github-otp") ?? undefined)
    : authenticateApplication(services, credentials, path.client_id);
}

async function authenticateUser(
  services: SignInServices,
  credentials: Credentials,
  address: string,
  code: string | undefined,
) {
  if (credentials.scheme === "basic") {
    const { name: login, password } = credentials;
    return signInUser(services, { login, password, address, code });
  }
  if (credentials.scheme === "token") await refuseToken(services, credentials.token);
  throw new Refusal({ code: credentials.scheme === "none" ? "credentials-missing" : "credentials-wrong" });
}

async function authenticateApplication(
  { store }: SignInServices,
  credentials: Credentials,
  clientId: string | undefined,
) {
  if (credentials.scheme !== "basic") {
    throw new Refusal({ code: credentials.scheme === "none" ? "credentials-missing" : "credentials-wrong" });
  }
  const application = await signInApplication(store, credentials.name, credentials.password);
  // Whether the other application exists is not told.
  if (application.clientId !== clientId) throw new Refusal({ code: "not-found" });
  return application;
}

/**
 * The credentials of an Authorization header. The scheme is compared without case (RFC 9110, section 11.1). A header
 * that was sent twice reaches us joined by a comma, which base 64 does not have, so that it is refused.
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
export function credentialsOf(header: string | null): Credentials {
  if (header === null) return { scheme: "none" };
  const [, scheme = "", value = ""] = /^(\S+) +(\S+) *$/.exec(header) ?? [];
  switch (scheme.toLowerCase()) {
    case "bearer":
    case "token":
      return { scheme: "token", token: value };
    case "basic":
      return basicCredentials(value);
    default:
      return { scheme: "unreadable" };
  }
}

function basicCredentials(value: string): Credentials {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return { scheme: "unreadable" };
  let text: string;
  try {
    text = decoder.decode(Buffer.from(value, "base64"));
  } catch {
    return { scheme: "unreadable" };
  }
  const colon = text.indexOf(":");
  if (colon < 0 || text.includes("\0")) return { scheme: "unreadable" };
  return { scheme: "basic", name: text.slice(0, colon), password: text.slice(colon + 1) };
}
