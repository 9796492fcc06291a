import type { Context } from "hono";
import { Refusal } from "../domain/refusal.js";
import { authenticate } from "./authentication.js";
import { answerToError } from "./failure.js";
import type { Services } from "./operation.js";
import { newRequestId, plainRenderer } from "./render.js";

type Env = { Bindings: { readonly address?: string | undefined } };

/**
 * Answers what no operation is for: 404, also for the wrong method, as the vendor does. Below the operations for users
 * the caller is found out first: clients send a request that leads nowhere to be asked for a one-time code.
 */
export function unknownRoute(services: Services, usersBelow: string) {
  const { now, onError, commonHeaders } = services;
  const render = plainRenderer(commonHeaders);
  const documentationUrl = services.documentationUrl();
  return async ({ req, env }: Context<Env>): Promise<Response> => {
    const occasion = { request: req.raw, requestId: newRequestId(now()) };
    try {
      if (req.header("authorization") && req.path.startsWith(usersBelow)) {
        await authenticate(services, "user", { request: req.raw, path: {}, address: env.address ?? "" });
      }
      throw new Refusal({ code: "not-found" });
    } catch (error) {
      const { requestId } = occasion;
      return render(answerToError(error, { requestId, documentationUrl, onError }), occasion);
    }
  };
}

const preflightHeaders = {
  "access-control-allow-headers":
    "Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Accept-Encoding, " +
    "X-GitHub-OTP, X-GitHub-Api-Version, X-Requested-With, User-Agent",
  "access-control-allow-methods": "GET, POST, PATCH, PUT, DELETE",
  "access-control-max-age": "86400",
};

/** Answers a browser that asks whether a page of another site may send a request. It may: there are no cookies. */
export function preflight({ now, commonHeaders }: Services) {
  const render = plainRenderer({ ...commonHeaders, ...preflightHeaders });
  return ({ req }: Context<Env>): Response =>
    render({ status: 204 }, { request: req.raw, requestId: newRequestId(now()) });
}
