import { seal, unseal } from "../../auth/encryption.js";
import type { Session } from "../../oauth/model.js";
import type { WebRequest } from "../web-request.js";

/**
 * Keeps secrets for the page that a form redirects to, and for that page only: sealed, in the session, until it is
 * shown. So a form is answered with 303, and a page that is loaded again has no secret.
 */
export async function keepSecrets(
  { services }: WebRequest,
  { id }: Session,
  path: string,
  secrets: readonly string[],
): Promise<void> {
  const flash = seal(services.key, Buffer.from(JSON.stringify([path, ...secrets])));
  await services.store.setFlash(id, flash);
}

/** Secrets that the last form kept for this page. They are gone then. HEAD shows nothing, and takes nothing. */
export async function takeSecrets(request: WebRequest, { id, flash }: Session): Promise<readonly string[]> {
  if (flash === null || request.isHead) return [];
  const { services } = request;
  const [path, ...secrets] = open(request, flash);
  if (path !== request.ownPath || !(await services.store.takeFlash(id, flash))) return [];
  return secrets;
}

/** The key may have been replaced since: the secret is lost then. */
function open({ services }: WebRequest, flash: string): readonly string[] {
  try {
    return JSON.parse(unseal(services.key, flash).toString()) as readonly string[];
  } catch {
    return [];
  }
}

/** Secret that is shown once, with a button that copies it. */
export function ShownSecret({ text, warning }: { readonly text: string; readonly warning: string }) {
  return (
    <div class="success" role="status">
      <p>{warning}</p>
      <p class="secret">
        <code id="new-secret">{text}</code>
        <button type="button" data-copy="new-secret" hidden aria-live="polite">
          Copy
        </button>
      </p>
    </div>
  );
}
