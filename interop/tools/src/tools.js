// The tools: what they are, and how their program is started.
import { fileURLToPath } from "node:url";
import { withoutBrowser } from "../../../scripts/browser.js";
import { versionOf } from "./packages.js";

/** A tool in the version that is installed. `what` tells two programs of one package apart. */
const tool = (id, packageName, { what = "", missing } = {}) => ({
  id,
  kind: "tool",
  name: `${packageName} ${versionOf(packageName)}`.trim() + what,
  command: [process.execPath, fileURLToPath(new URL(`programs/${id}.js`, import.meta.url))],
  missing,
});

export const tools = [
  tool("spectral", "@stoplight/spectral-cli"),
  tool("swagger-parser", "@apidevtools/swagger-parser"),
  tool("openapi-parser", "@readme/openapi-parser"),
  tool("hey-api", "@hey-api/openapi-ts"),
  tool("orval", "orval"),
  tool("prism-mock", "@stoplight/prism-cli", { what: ", mock" }),
  tool("prism-proxy", "@stoplight/prism-cli", { what: ", proxy" }),
  tool("swagger-ui", "swagger-ui-dist", { missing: withoutBrowser }),
];
