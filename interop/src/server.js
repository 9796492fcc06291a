// The reference server as clients meet it: the built executable on a free port, and in front of it TLS on loopback.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { fileURLToPath } from "node:url";
import { generate } from "selfsigned";

const executable = fileURLToPath(new URL("../../apps/reference-server/dist/main.js", import.meta.url));
/** Address of the run: on loopback, and hardly anybody else's, so that port 443 is free there. */
export const host = "127.0.0.77";

/**
 * Opens TLS, with a certificate of this run, in front of a port that is set later. `port` is 443 if this process may
 * listen there, because gh accepts hosts without a port only; otherwise a free port. `certificate` is the path of the
 * certificate, for clients.
 */
export async function openTls() {
  const folder = mkdtempSync(join(tmpdir(), "grantbook-interop-"));
  const altNames = [{ type: 7, ip: host }];
  const { private: key, cert } = await generate([{ name: "commonName", value: host }], {
    days: 2,
    keySize: 2048,
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "subjectAltName", altNames },
    ],
  });
  const certificate = join(folder, "certificate.pem");
  writeFileSync(certificate, cert);
  let target;
  const server = createTlsServer({ key, cert }, (socket) => {
    const upstream = connect(target, "127.0.0.1");
    socket.pipe(upstream).pipe(socket);
    socket.on("error", () => upstream.destroy());
    upstream.on("error", () => socket.destroy());
  });
  const port = await listen(server, 443).catch(() => listen(server, 0));
  return {
    port,
    folder,
    certificate,
    forwardTo: (to) => {
      target = to;
    },
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The executable with a seed, in memory; `site` is the address that clients know. */
export async function startServer({ folder, site, seed }) {
  const seedFile = join(folder, "seed.yaml");
  writeFileSync(seedFile, JSON.stringify(seed));
  const flags = ["--port", "0", "--database", "sqlite::memory:", "--public-url", site, "--seed", seedFile];
  const child = spawn(process.execPath, [executable, "serve", ...flags, "--failed-passwords", "100"], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let log = "";
  child.stderr.on("data", (chunk) => {
    log += chunk;
  });
  const ended = once(child, "close");
  const port = await new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const [, found] = /^listening on \S+:(\d+)\n/.exec(output) ?? [];
      if (found) resolve(Number(found));
    });
    ended.then(() => reject(new Error(`the server did not start: ${log}`)));
  });
  return {
    port,
    /** Lines of the log about failures of the server itself. */
    failures: () => log.split("\n").filter((line) => line.includes('"level":"error"')),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function listen(server, port) {
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return server.address().port;
}
