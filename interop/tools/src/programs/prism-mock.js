// Prism's mock server for every declared status of every operation, behind Prism's proxy, which compares request and
// response with the description.
import { check } from "../../../src/programs/check.js";
import { api, operationsOf } from "./descriptions.js";
import { send, startPrism } from "./prism.js";

const { path, description } = api;
const mock = await startPrism("mock", path);
const proxy = await startPrism("proxy", path, mock.url);

for (const { method, path: template, operation } of operationsOf(description)) {
  const statuses = Object.keys(operation.responses);
  await check(operation.operationId, `the mock responds as declared: ${statuses.join(", ")}`, async () => {
    const url = proxy.url + filled(template, operation);
    const body = firstExample(operation.requestBody?.content["application/json"]);
    for (const status of statuses) {
      const headers = { authorization: credentials(operation), prefer: `code=${status}` };
      await send(url, { method, headers, body, status: Number(status) });
    }
  });
}
proxy.stop();
mock.stop();

/** Path with the example of each of its parameters. */
function filled(template, { parameters = [] }) {
  return parameters
    .map(resolved)
    .filter((parameter) => parameter.in === "path")
    .reduce((url, { name, example }) => url.replace(`{${name}}`, encodeURIComponent(example)), template);
}

function firstExample({ examples = {} } = {}) {
  const [first] = Object.values(examples);
  return first && resolved(first).value;
}

function credentials({ security }) {
  return "token" in security[0] ? "Bearer e72e16c7e42f292c6912e7710c838347ae178b4a" : `Basic ${btoa("name:password")}`;
}

function resolved(part) {
  if (!part.$ref) return part;
  return part.$ref
    .slice(2)
    .split("/")
    .reduce((found, key) => found[key], description);
}
