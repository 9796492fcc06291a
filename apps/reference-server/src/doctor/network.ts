import { isIPv6 } from "node:net";
import { basePath } from "@grantbook/server";
import type { Finding } from "@grantbook/server/engine";
import type { ServerSettings } from "../options/serve-options.js";
import { portAdvice, requireFreePort } from "../runtime/listen.js";

/** Milliseconds that an answer may take. */
const timeoutMs = 3000;

/** Looks at the port, and at what a request to the public URL is answered. */
export async function networkFindings(settings: ServerSettings): Promise<readonly Finding[]> {
  const { "public-url": publicUrl } = settings;
  return [
    await portFinding(settings),
    ...(publicUrl === undefined ? exposedFindings(settings) : await publicUrlFindings(publicUrl, settings)),
  ];
}

async function portFinding({ host, port }: ServerSettings): Promise<Finding> {
  const subject = "port";
  try {
    await requireFreePort(host, port, portAdvice);
    return {
      subject,
      level: "ok",
      message: port === 0 ? "port 0: the server picks a free one" : `port ${port} is free`,
    };
  } catch (error) {
    const local = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : isIPv6(host) ? `[${host}]` : host;
    const body = await textOf(`http://${local}:${port}/ready`);
    if (body?.includes('"status":"ready"')) {
      return { subject, level: "ok", message: `a server is ready on port ${port}` };
    }
    if (body?.includes('"status":"not ready"')) {
      const advice = "look at its log, and at the database";
      return { subject, level: "problem", message: `a server on port ${port} is not ready: ${body}`, advice };
    }
    return { subject, level: "problem", message: (error as Error).message, advice: portAdvice };
  }
}

function exposedFindings({ host }: ServerSettings): Finding[] {
  if (/^(localhost|127\.|::1$)/.test(host)) return [];
  return [
    {
      subject: "public-url",
      level: "warning",
      message: `the server listens on ${host}, and URLs in its responses have that address`,
      advice: "set --public-url to the URL that users see",
    },
  ];
}

async function publicUrlFindings(url: string, { "trusted-proxy": proxies }: ServerSettings): Promise<Finding[]> {
  const subject = "public-url";
  const { protocol, hostname } = new URL(url);
  const isLocal = /^(localhost|127\.|\[::1\])/.test(hostname);
  const findings: Finding[] = [await answerFinding(url)];
  if (protocol === "http:" && !isLocal) {
    findings.push({
      subject,
      level: "warning",
      message: `users send passwords to ${url} without encryption`,
      advice: "put a proxy with TLS in front, and set --public-url to its https URL",
    });
  }
  if (protocol === "https:" && proxies.length === 0) {
    findings.push({
      subject: "proxy",
      level: "warning",
      message: "a proxy terminates TLS, and none is trusted: failed logins of all clients count for its one address",
      advice: "set --trusted-proxy to the address of the proxy",
    });
  }
  return findings;
}

/** Compares the URLs in a response with the address it was asked at. */
async function answerFinding(url: string): Promise<Finding> {
  const subject = "public-url";
  const body = await textOf(url + basePath);
  if (body === undefined) {
    const advice = "start the server, look at the proxy and the name, and run this command again";
    return { subject, level: "warning", message: `nothing answers at ${url}${basePath}`, advice };
  }
  const other = [...body.matchAll(/"(https?:\/\/[^"]*)"/g)].map(([, found = ""]) => found);
  if (other.length === 0) {
    const advice = `let the proxy pass ${basePath} on as it is`;
    return { subject, level: "problem", message: `what answers at ${url}${basePath} is not this server`, advice };
  }
  const wrong = other.find((found) => !found.startsWith(`${url}/`));
  if (wrong === undefined) return { subject, level: "ok", message: `requests to ${url} get URLs of ${url}` };
  const message = `requests to ${url} get URLs of ${new URL(wrong).origin}`;
  return { subject, level: "problem", message, advice: "start the server with the same --public-url" };
}

/** Body of a response, of any status; `undefined` without one. */
async function textOf(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: "manual" });
    return await response.text();
  } catch {
    return undefined;
  }
}
