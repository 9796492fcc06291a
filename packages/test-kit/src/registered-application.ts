import type { NewApplication } from "../../server/src/domain/store.js";
import type { RegisteredApplication } from "../../server/src/oauth/model.js";
import { assertDefined, type TestDomain } from "./domain-fixture.js";

/** Callback URL of the application. */
export const callback = "https://app.example/callback";

/** Registers an OAuth application with the device flow, unless its properties say otherwise. */
export async function registerApplication(
  { store, now }: TestDomain,
  properties: Partial<NewApplication> = {},
): Promise<RegisteredApplication> {
  const application = await store.insertApplication({
    clientId: "an application",
    secretHash: "0",
    name: "An application",
    url: "https://app.example",
    type: "oauth",
    expireUserTokens: false,
    callbackUrls: [callback],
    deviceFlow: true,
    createdAt: now(),
    ...properties,
  });
  return assertDefined(await store.registeredApplicationById(assertDefined(application).id));
}
