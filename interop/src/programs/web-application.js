// A web application that signs users in with a client: it listens on loopback, and a browser visits it.
import { once } from "node:events";
import { createServer } from "node:http";
import { cookieFetch } from "./cookie-fetch.js";
import { checkWebFlow } from "./web-flow.js";

/**
 * Runs the checks of the web application flow with an application. `mount({ server, origin })` makes it respond to the
 * requests of `server`, which listens already; it ends a sign-in with the token, in JSON. `signIn(visit)` visits the
 * page that starts one, and returns where it leads. `problems` are texts that the application logs, where its users
 * see less than the reason.
 */
export async function checkWebApplication({ mount, signIn, problems = [] }) {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${server.address().port}`;
  await mount({ server, origin });
  let request;
  try {
    await checkWebFlow({
      async start() {
        request = cookieFetch();
        return (await signIn(visit)).location;
      },
      async finish(url) {
        problems.length = 0;
        const { text, trail } = await visit(url);
        const token = tokenIn(text);
        if (token === undefined) throw new Error([...problems, ...trail, text].join("\n"));
        return token;
      },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }

  /** Opens a page and follows the application's own redirects. `location` leads to another site. */
  async function visit(path, init, trail = []) {
    const address = new URL(path, origin);
    const response = await request(address, init && { method: "POST", ...init, headers: { origin, ...init.headers } });
    const text = await response.text();
    const location = response.headers.get("location");
    if (location === null) return { text, trail };
    const next = new URL(location, address);
    return next.origin === origin ? visit(next, undefined, [...trail, next.href]) : { location: next.href, trail };
  }
}

function tokenIn(text) {
  try {
    return JSON.parse(text).token;
  } catch {
    return undefined;
  }
}
