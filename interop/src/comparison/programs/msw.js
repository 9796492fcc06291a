import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";

const url = "http://github.test/api/v3";
const basic = (name, secret) => `Basic ${btoa(`${name}:${secret}`)}`;
const refuse = (status, message, headers = {}) => HttpResponse.json({ message }, { status, headers });
const gone = () => refuse(404, "Not Found");

export async function start({ login, password, clientId, clientSecret }) {
  const stored = new Map();
  let last = 0;
  const token = (prefix) => prefix + crypto.randomUUID().replaceAll("-", "");
  const hidden = (one) => ({ ...one, token: "" });

  const asUser = (handle) => async (call) => {
    const { headers } = call.request;
    if (headers.get("authorization") !== basic(login, password)) return refuse(401, "Bad credentials");
    if (headers.get("x-github-otp") !== "123456")
      return refuse(401, "Must specify two-factor authentication OTP code.", { "x-github-otp": "required; app" });
    return handle(call);
  };
  const asApplication = (handle) => async (call) => {
    if (call.request.headers.get("authorization") !== basic(clientId, clientSecret)) return gone();
    const { access_token } = await call.request.json();
    const found = [...stored.values()].find((one) => one.token === access_token);
    return found ? handle(found) : gone();
  };
  const create = async ({ request }, prefix) => {
    const { note = null, scopes = [] } = await request.json();
    last += 1;
    const made = { id: last, note, scopes, token: token(prefix), user: { login } };
    stored.set(made.id, made);
    return HttpResponse.json(made, { status: 201 });
  };
  const withStored = (handle) =>
    asUser((call) => {
      const found = stored.get(Number(call.params.id));
      return found ? handle(found, call) : gone();
    });

  const server = setupServer(
    http.post(
      `${url}/authorizations`,
      asUser((call) => create(call, "ghp_")),
    ),
    http.put(
      `${url}/authorizations/clients/${clientId}`,
      asUser((call) => create(call, "gho_")),
    ),
    http.get(
      `${url}/authorizations/:id`,
      withStored((found) => HttpResponse.json(hidden(found))),
    ),
    http.patch(
      `${url}/authorizations/:id`,
      withStored(async (found, { request }) => {
        const { note = found.note, add_scopes = [] } = await request.json();
        Object.assign(found, { note, scopes: [...found.scopes, ...add_scopes] });
        return HttpResponse.json(hidden(found));
      }),
    ),
    http.delete(
      `${url}/authorizations/:id`,
      withStored(({ id }) => {
        stored.delete(id);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
    http.post(
      `${url}/applications/${clientId}/token`,
      asApplication((found) => HttpResponse.json(found)),
    ),
    http.patch(
      `${url}/applications/${clientId}/token`,
      asApplication((found) => HttpResponse.json(Object.assign(found, { token: token("gho_") }))),
    ),
    http.delete(
      `${url}/applications/${clientId}/token`,
      asApplication(({ id }) => {
        stored.delete(id);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  );
  server.listen({ onUnhandledRequest: "bypass" });
  return { url, code: () => "123456", close: () => server.close() };
}
