// First baseline: node:http, which parses the same request and writes the same JSON, and nothing more.
import { createServer } from "node:http";
import { parameters, report } from "./report.js";
import { response as constant } from "./response.js";

const { listLength } = parameters;
const content = listLength ? Array(listLength).fill(constant) : constant;

const server = createServer((request, response) => {
  let text = "";
  request.setEncoding("utf8");
  request.on("data", (part) => {
    text += part;
  });
  request.on("end", () => {
    if (text !== "") JSON.parse(text);
    const body = JSON.stringify(content);
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.setHeader("content-length", Buffer.byteLength(body));
    response.end(body);
  });
});

report(server);
