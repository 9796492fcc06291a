import createClient from "openapi-fetch";

const basic = (name, secret) => ({ authorization: `Basic ${btoa(`${name}:${secret}`)}` });

function connect(baseUrl, headers) {
  const client = createClient({ baseUrl, headers });
  client.use({
    onResponse({ response }) {
      if (!response.ok && !response.headers.has("x-github-otp"))
        throw new Error(`the server answered ${response.status}`);
    },
  });
  return client;
}

export async function lifeCycle({ baseUrl, login, password, clientId, clientSecret, askCode }) {
  const user = connect(baseUrl, basic(login, password));
  const application = connect(baseUrl, basic(clientId, clientSecret));

  async function withCode(call) {
    const { data, response } = await call({});
    if (response.ok) return data;
    const again = await call({ "x-github-otp": await askCode() });
    if (!again.response.ok) throw new Error(`the server answered ${again.response.status}`);
    return again.data;
  }

  const body = { note: "deploy", scopes: ["repo"] };
  const made = await withCode((headers) => user.POST("/authorizations", { headers, body }));
  const route = "/authorizations/{authorization_id}";
  const params = { path: { authorization_id: made.id } };
  await withCode((headers) => user.GET(route, { headers, params }));
  await withCode((headers) => user.PATCH(route, { headers, params, body: { add_scopes: ["gist"] } }));
  await withCode((headers) => user.DELETE(route, { headers, params }));

  const path = { client_id: clientId };
  const { token } = await withCode((headers) =>
    user.PUT("/authorizations/clients/{client_id}", {
      headers,
      params: { path },
      body: { client_secret: clientSecret },
    }),
  );
  const tokens = "/applications/{client_id}/token";
  await application.POST(tokens, { params: { path }, body: { access_token: token } });
  const { data: reset } = await application.PATCH(tokens, { params: { path }, body: { access_token: token } });
  await application.DELETE(tokens, { params: { path }, body: { access_token: reset.token } });
}
