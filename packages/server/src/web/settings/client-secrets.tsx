import type { ClientSecret } from "../../domain/model.js";
import type { WebRequest } from "../web-request.js";
import { Day, Form } from "./settings-page.js";

/** Client secrets of an application, each with its last use, and the buttons that add and delete one. */
export function ClientSecrets(props: {
  readonly request: WebRequest;
  /** Path of the application's page, below the public address. */
  readonly path: string;
  readonly secrets: readonly ClientSecret[];
}) {
  const { request, path, secrets } = props;
  return (
    <>
      <h2>Client secrets</h2>
      <ul class="rows">
        {secrets.map(({ id, lastEight, createdAt, lastUsedAt }) => (
          <li>
            <div>
              <code>{lastEight === null ? "chosen elsewhere" : `…${lastEight}`}</code>
              <p class="meta">
                added <Day date={createdAt} /> · {lastUsedAt === null ? "never used" : <>last used </>}
                <Day date={lastUsedAt} />
              </p>
            </div>
            <Form request={request} action={`${path}/secrets/${id}/delete`}>
              <button class="danger" type="submit" aria-label={`Delete the client secret ${lastEight ?? id}`}>
                Delete
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Form request={request} action={`${path}/secrets`}>
        <div class="actions">
          <button type="submit">Generate a new client secret</button>
        </div>
      </Form>
    </>
  );
}
