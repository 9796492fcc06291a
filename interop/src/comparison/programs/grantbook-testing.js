import { startGrantbook } from "@grantbook/testing";

export async function start({ login, password, clientId, clientSecret }) {
  const grantbook = await startGrantbook({
    seed: {
      users: [{ login, password, otp_secret: "JBSWY3DPEHPK3PXP" }],
      applications: [{ name: "App", url: "https://a.test", client_id: clientId, client_secret: clientSecret }],
    },
  });
  const code = () => {
    grantbook.clock.move(30);
    return grantbook.code(login);
  };
  return { url: grantbook.url, code, close: () => grantbook.close() };
}
