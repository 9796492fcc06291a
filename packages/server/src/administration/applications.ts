import { mintClientSecret } from "../auth/credentials.js";
import type { Application } from "../domain/model.js";
import type { Queries } from "../domain/store.js";
import { type ApplicationSeed, parseApplication } from "../seeds/format.js";
import { applicationSchema } from "../seeds/schema.js";
import { storeApplication } from "../seeds/storage.js";
import { object, text, wholeNumber } from "../validation.js";
import { AdministrationError, command } from "./command.js";
import { type AdministrationTarget, pageSize } from "./target.js";
import { requireUser } from "./users.js";

/** An application in a list. */
export interface ApplicationEntry {
  readonly id: number;
  readonly client_id: string;
  readonly name: string;
  readonly url: string;
  readonly type: string;
  readonly created_at: string;
}

/** An application by the client id. */
export interface ClientId {
  readonly client_id: string;
}

/** A client id to look up. That it can be one is not asked: then there is no such application. */
export const clientIdSchema = text(255);
const byClientId = object({ client_id: clientIdSchema }, "client_id");

/** The commands for applications. */
export function applicationCommands(target: AdministrationTarget) {
  const { store } = target;
  return {
    /** Stores an application. Returns the client id, and the client secret where it was generated. */
    addApplication: command(applicationSchema, async (application: ApplicationSeed) => {
      const { name, client_secret: given } = application;
      const namesake = await store.applicationByName(name);
      if (namesake) {
        throw new AdministrationError(
          `there is an application ${name} already, with the client id ${namesake.clientId}`,
        );
      }
      const stored = await store.transaction(async (queries) => {
        if (application.owner !== undefined) await requireUser(queries, application.owner);
        return storeApplication({ ...target, store: queries }, parseApplication(application));
      });
      if (!stored) throw new AdministrationError(`the client id ${application.client_id} is taken`);
      return {
        name,
        client_id: stored.clientId,
        ...(given === undefined ? { client_secret: stored.clientSecret } : {}),
      };
    }),

    /** Lists the next applications by id, those after the given one. */
    listApplications: command(
      object({ after: wholeNumber }, "after"),
      async ({ after }: { readonly after: number }): Promise<readonly ApplicationEntry[]> => {
        const records = await store.listApplications(after, pageSize);
        return records.map(({ clientId, createdAt, ...application }) => ({
          ...application,
          client_id: clientId,
          created_at: createdAt.toISOString(),
        }));
      },
    ),

    /** Replaces all client secrets by a new one; the tokens stay valid. The secret is not shown again. */
    rotateSecret: command(byClientId, async ({ client_id: clientId }: ClientId) =>
      store.transaction(async (queries) => {
        const application = await requireApplication(queries, clientId);
        const { text: secret, ...stored } = mintClientSecret();
        await queries.replaceClientSecrets(application.id, { ...stored, createdAt: target.now() });
        return { name: application.name, client_id: clientId, client_secret: secret };
      }),
    ),

    /** Deletes an application with all its grants and tokens. */
    removeApplication: command(byClientId, async ({ client_id: clientId }: ClientId) =>
      store.transaction(async (queries) => {
        const { id, name } = await requireApplication(queries, clientId);
        return { name, client_id: clientId, tokens: await queries.deleteApplication(id) };
      }),
    ),
  };
}

/** Returns the application with a client id. Throws an {@link AdministrationError} when there is none. */
export async function requireApplication(queries: Queries, clientId: string): Promise<Application> {
  const application = await queries.application(clientId);
  if (!application) throw new AdministrationError(`there is no application with the client id ${clientId}`);
  return application;
}
