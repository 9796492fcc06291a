// Runs the program of one client and collects its checks.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Milliseconds that a program may take. */
const maxDurationMs = 180_000;

/** Outcomes of all checks of a client. A program that breaks off, or checks nothing, has failed. */
export async function runClient(client, settings, { certificate, folder }) {
  const [program, ...parameters] = client.command;
  const child = spawn(program, parameters, {
    cwd: folder,
    env: environment(settings, certificate, folder),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: maxDurationMs,
  });
  const checks = [];
  let output = "";
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const found = parse(line);
    if (found) checks.push(found);
    else output += `${line}\n`;
  });
  const end = await new Promise((resolve) => {
    child.once("error", ({ message }) => resolve(message));
    child.once("close", (code, signal) => resolve(code === 0 ? undefined : `ended with ${code ?? signal}`));
  });
  if (end !== undefined || checks.length === 0) {
    const error = `${end ?? "nothing was checked"}: ${output.trim().slice(-600)}`;
    checks.push({ operation: "-", expected: "the program runs to its end", error });
  }
  return checks;
}

/** Trusts the certificate in the ways of all languages, and keeps configuration of the person who runs this out. */
function environment(settings, certificate, folder) {
  const home = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_STATE_HOME: folder };
  const go = { GOFLAGS: "-mod=mod", GO111MODULE: "off", GOPATH: "/usr/share/gocode", GOCACHE: `${folder}/go-build` };
  return {
    PATH: process.env.PATH,
    LANG: "C.UTF-8",
    // Of a browser, for a tool that needs one.
    ...(process.env.CHROME_PATH && { CHROME_PATH: process.env.CHROME_PATH }),
    ...home,
    ...go,
    NODE_EXTRA_CA_CERTS: certificate,
    SSL_CERT_FILE: certificate,
    REQUESTS_CA_BUNDLE: certificate,
    PERL_LWP_SSL_CA_FILE: certificate,
    INTEROP_CERTIFICATE: certificate,
    INTEROP: JSON.stringify(settings),
    // For languages without JSON at hand: the same, one variable each.
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`INTEROP_${name}`, String(value)])),
  };
}

function parse(line) {
  try {
    const value = JSON.parse(line);
    return value?.interop === true ? value : undefined;
  } catch {
    return undefined;
  }
}
