// The first baseline: node:http, which parses the same request and writes the same JSON, and does nothing else.
import { createServer } from "node:http";
import { answer } from "./answer.js";
import { parameters, report } from "./report.js";

const { inList } = parameters;
const content = inList ? Array(inList).fill(answer) : answer;

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
