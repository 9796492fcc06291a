import { createClient } from "@grantbook/client";

export async function lifeCycle({ baseUrl, login, password, clientId, clientSecret, askCode }) {
  const user = createClient({ baseUrl, auth: { login, password }, otp: askCode });
  const application = createClient({ baseUrl, auth: { clientId, clientSecret } });
  const made = await user.authorizations.create({ note: "deploy", scopes: ["repo"] });
  const { id } = await user.authorizations.get({ authorization_id: made.id });
  await user.authorizations.update({ authorization_id: id, add_scopes: ["gist"] });
  await user.authorizations.delete({ authorization_id: id });
  const { token } = await user.authorizations.getOrCreate({ client_id: clientId, client_secret: clientSecret });
  await application.tokens.check({ access_token: token });
  const reset = await application.tokens.reset({ access_token: token });
  await application.tokens.delete({ access_token: reset.token });
}
