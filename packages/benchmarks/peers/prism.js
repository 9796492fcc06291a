// Prism's mock server for our description: it validates the request, and sends the example of the response.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { description } from "@grantbook/contract/description";
import { freePort } from "../../../scripts/free-port.js";
import { parameters, reportPort } from "../src/servers/report.js";

const { createSingleProcessPrism } = createRequire(import.meta.url)("@stoplight/prism-cli/dist/util/createServer.js");
const document = join(parameters.folder, "openapi.json");
writeFileSync(document, JSON.stringify(description));
const port = await freePort();
const server = await createSingleProcessPrism({
  document,
  host: "127.0.0.1",
  port,
  cors: true,
  dynamic: false,
  errors: false,
  verboseLevel: "info",
});
reportPort(port, {}, () => server.close());
