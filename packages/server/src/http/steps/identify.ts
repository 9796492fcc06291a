import { identify } from "../../auth/identify.js";
import { requireNotSuspended } from "../../auth/sign-in.js";
import type { RequestContext } from "../context.js";
import { parseCredentials } from "../credentials.js";

/**
 * Step that identifies the caller, once a request and on every route, known or not: clients send a request that leads
 * nowhere to be asked for a one-time code. A password is compared only where users are let in.
 */
export function identifyCaller(takesPasswords: boolean): (context: RequestContext) => Promise<void> | undefined {
  return (context) => {
    const header = context.request.headers.get("authorization");
    return header === null ? undefined : identifyBy(header, takesPasswords, context);
  };
}

async function identifyBy(header: string, takesPasswords: boolean, context: RequestContext): Promise<void> {
  const { services, request, address } = context;
  // A code belongs to a password.
  const code = (takesPasswords && request.headers.get("x-github-otp")) || undefined;
  context.identity = await identify(services, parseCredentials(header), { address, code, takesPasswords });
  if (context.identity.kind === "token") requireNotSuspended(context.identity.holder);
}
