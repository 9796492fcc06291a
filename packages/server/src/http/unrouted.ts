import { Refusal } from "../domain/refusal.js";
import { authenticate } from "./authentication.js";
import { answerToError } from "./failure.js";
import type { Connection, Services } from "./operation.js";
import type { Answer } from "./refusals.js";
import { newRequestId, type Occasion, plainRenderer, type Renderer } from "./render.js";
import { type Findings, reasonOf, reported } from "./report.js";
import { rawPath } from "./url.js";

/**
 * Answers what no operation is for: 404, also for the wrong method, as the vendor does. Below the operations for users
 * the caller is found out first: clients send a request that leads nowhere to be asked for a one-time code.
 */
export function unknownRoute(services: Services, usersBelow: string) {
  const { onError, commonHeaders } = services;
  const render = plainRenderer(commonHeaders);
  const documentationUrl = services.documentationUrl();
  return unrouted(services, render, async ({ request, requestId }, { address = "" }, findings) => {
    try {
      if (request.headers.has("authorization") && rawPath(request.url).startsWith(usersBelow)) {
        await authenticate(services, "user", { request, path: {}, address });
      }
      throw new Refusal({ code: "not-found" });
    } catch (error) {
      findings.reason = reasonOf(error);
      return answerToError(error, { requestId, documentationUrl, onError });
    }
  });
}

const preflightHeaders = {
  "access-control-allow-headers":
    "Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Accept-Encoding, " +
    "X-GitHub-OTP, X-GitHub-Api-Version, X-Requested-With, User-Agent",
  "access-control-allow-methods": "GET, POST, PATCH, PUT, DELETE",
  "access-control-max-age": "86400",
};

/** Answers a browser that asks whether a page of another site may send a request. It may: there are no cookies. */
export function preflight(services: Services) {
  const render = plainRenderer({ ...services.commonHeaders, ...preflightHeaders });
  return unrouted(services, render, async () => ({ status: 204 }));
}

/** Answers and reports a request that belongs to no operation. */
function unrouted(
  { now, onAnswer }: Services,
  render: Renderer,
  answer: (occasion: Occasion, connection: Connection, findings: Findings) => Promise<Answer>,
) {
  return (request: Request, connection: Connection): Promise<Response> => {
    const occasion = { request, requestId: newRequestId(now()) };
    const known = { requestId: occasion.requestId, method: request.method, address: connection.address ?? "" };
    return reported(onAnswer, known, async (findings) =>
      render(await answer(occasion, connection, findings), occasion),
    );
  };
}
