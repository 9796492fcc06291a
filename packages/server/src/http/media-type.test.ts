import { expect, test } from "vitest";
import { mediaTypeOf } from "./media-type.js";

const curl = { "user-agent": "curl/7.88.1" };

// Recorded in traffic of 2014 to 2020.
test.each<[string, Record<string, string>]>([
  ["github.v3", { accept: "*/*", ...curl }],
  ["github.v3; format=json", { accept: "*/*" }],
  ["github.v3; format=json", { accept: "*/*", "user-agent": "Faraday v1" }],
  ["github.v3; format=json", {}],
  ["github.v3; format=json", curl],
  ["github.v3; format=json", { accept: "application/json" }],
  ["github.v3; format=json", { accept: "text/html, application/json;q=0.9" }],
  ["github.v3; format=json", { accept: "application/vnd.github+json" }],
  ["github.v3; format=json", { accept: "application/vnd.github.v3+json" }],
  ["github.v3; format=json", { accept: "application/vnd.github.v3" }],
  ["github.v3; format=json", { accept: "application/vnd.github" }],
  ["github.v3; param=full; format=json", { accept: "application/vnd.github.v3.full+json" }],
  ["github.v3; param=full; format=json", { accept: "application/vnd.github.full+json" }],
  [
    "github.v3; param=doctor-strange-preview; format=json",
    { accept: "application/vnd.github.doctor-strange-preview+json" },
  ],
  ["github.v3; param=raw; format=json", { accept: "text/html, application/vnd.github.raw" }],
  ["github.beta; format=json", { accept: "application/vnd.github.beta+json" }],
  ["github.beta; format=json", { accept: "application/vnd.github.v3.beta+json" }],
  ["unknown, github.v3", { accept: "text/html" }],
  ["unknown, github.v3", { accept: "application/jsonp" }],
  ["unknown, github.v3", { accept: "myapplication/json" }],
  ["unknown, github.v3", { accept: "myapplication/vnd.github+json" }],
  ["unknown, github.v3", { accept: "application/vnd.githubby" }],
])("%s answers %j", (mediaType, headers) => {
  expect(mediaTypeOf(new Request("https://hub.example/api/v3", { headers }))).toBe(mediaType);
});
