/** Users and applications of the READMEs. */
export const cast = {
  users: [
    { login: "octocat", password: "correct horse" },
    { login: "hubot", password: "battery staple", otp_secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" },
  ],
  editor: {
    name: "Editor",
    url: "https://editor.example",
    callback_url: "https://editor.example/callback",
    device_flow: true,
    client_id: "0123456789abcdef0123",
    client_secret: "5ec25ec25ec25ec25ec25ec25ec25ec25ec25ec2",
  },
};
