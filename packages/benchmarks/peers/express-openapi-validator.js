// Express with validators made from our description: it validates request and response, whose JSON is constant.
import { createServer } from "node:http";
import { description } from "@grantbook/contract/description";
import express from "express";
import { middleware } from "express-openapi-validator";
import { api } from "../src/fixtures.js";
import { report } from "../src/servers/report.js";
import { response } from "../src/servers/response.js";

const app = express();
app.use(express.json());
app.use(
  middleware({
    apiSpec: { ...description, servers: [{ url: api }] },
    validateResponses: true,
    validateSecurity: false,
  }),
);
app.post(`${api}/applications/:client_id/token`, (_request, answer) => {
  answer.json(response);
});
report(createServer(app));
