import { type OperationEntry, type OperationId, operationTable } from "@grantbook/contract";
import { type Reason, Refusal } from "../domain/refusal.js";
import type { SignInServices } from "../domain/sign-in.js";
import type { Addresses, Handler } from "../operations/handler.js";
import { answerCheck } from "./answer.js";
import { authenticate } from "./authentication.js";
import { hasPreconditions, requirePreconditions, stateOf } from "./conditions.js";
import { answerToError, type OnError } from "./failure.js";
import { type Charge, callerName, type RateLimits } from "./rate-limit.js";
import type { Answer, HttpReason } from "./refusals.js";
import { isSwitchedOff, type Rehearsal } from "./removal.js";
import { newRequestId, operationRenderer } from "./render.js";
import { type Findings, type OnAnswer, reasonOf, reported } from "./report.js";
import { type RequestReader, requestReader } from "./request.js";
import { selectVersion } from "./version.js";

/** What every operation works with. */
export interface Services extends SignInServices {
  readonly addresses: Addresses;
  /** Where errors lead to: to the operation, or to the API when it is none's. */
  readonly documentationUrl: (id?: OperationId) => string;
  readonly rehearsal: Rehearsal;
  readonly enterpriseVersion: string;
  /** None when requests are not limited. */
  readonly rateLimits: RateLimits | undefined;
  /** The headers that every answer has. */
  readonly commonHeaders: Readonly<Record<string, string>>;
  readonly onError: OnError;
  readonly onAnswer: OnAnswer | undefined;
}

/** What is known of a request beside the request itself. */
export interface Connection {
  /** The address of the client, by which failed logins are counted. */
  readonly address?: string | undefined;
}

/** Where a request comes from, and what its path says. */
export interface Arrival {
  /** Decoded path parameters. */
  readonly path: Record<string, string>;
  readonly connection: Connection;
}

/** Answers a request to one operation. */
export type Endpoint = (request: Request, arrival: Arrival) => Promise<Response>;

/** What becomes known of a request on the way, and whom it is charged to. */
interface Visit extends Findings {
  charge?: Charge | undefined;
}

interface Compiled {
  readonly readRequest: RequestReader;
  readonly checkAnswer: (answer: Answer) => void;
}

/** What is made of the description is made once a process, however many servers there are. */
const allCompiled = new Map<OperationId, Compiled>();

function compiled(id: OperationId): Compiled {
  let result = allCompiled.get(id);
  if (!result) {
    result = { readRequest: requestReader(id), checkAnswer: answerCheck(id) };
    allCompiled.set(id, result);
  }
  return result;
}

/**
 * One operation from request to answer: removal, version, caller, shape, preconditions, handler, and the check of the
 * answer. What can be worked out beforehand is; a description that cannot be served throws here, at the start.
 */
export function endpoint<Id extends OperationId>(id: Id, handler: Handler<Id>, services: Services): Endpoint {
  const route: OperationEntry = operationTable[id];
  const { readRequest, checkAnswer } = compiled(id);
  const documentationUrl = services.documentationUrl(id);
  const { addresses, onError, onAnswer, now, rehearsal, commonHeaders, enterpriseVersion, rateLimits } = services;
  const render = operationRenderer(id, route.caller, commonHeaders);
  const isRemovable = route.removal !== null && route.caller === "user";
  // What has an identifier is changed in a transaction, and its state is compared there, by the handler.
  const handlerChecksPreconditions = ["{authorization_id}", "{grant_id}"].some((end) => route.path.endsWith(end));

  async function answer(request: Request, arrival: Arrival, version: string, visit: Visit): Promise<Answer> {
    const { path, connection } = arrival;
    const { address = "" } = connection;
    if (isRemovable && isSwitchedOff(rehearsal, now())) {
      throw new Refusal<HttpReason | Reason>({ code: route.statuses.includes(410) ? "gone" : "not-found" });
    }
    const caller = await authenticate(services, route.caller, { request, path, address });
    const name = callerName(route.caller, caller);
    if (name !== undefined) visit.caller = name;
    visit.charge = rateLimits?.charge(route.caller, caller, address);
    visit.charge?.require();
    const valid = await readRequest(path, request);
    const isConditional = request.method !== "GET" && request.method !== "HEAD" && hasPreconditions(request);
    if (isConditional && !handlerChecksPreconditions) requirePreconditions(request, undefined);
    const precondition = (current: object) => {
      if (isConditional) requirePreconditions(request, stateOf(current, true));
    };
    // The one place for casts: that the caller and the request are of this operation is known from the description.
    const context = {
      caller,
      book: services,
      addresses,
      precondition,
      version,
      enterpriseVersion,
    } as unknown as Parameters<Handler<Id>>[1];
    return (await handler(valid as Parameters<Handler<Id>>[0], context)) as Answer;
  }

  async function respond(request: Request, arrival: Arrival, requestId: string, visit: Visit): Promise<Response> {
    let version: string | undefined;
    const answerTo = (error: unknown) => {
      visit.reason = reasonOf(error);
      return answerToError(error, { requestId, operationId: id, documentationUrl, onError });
    };
    const send = (result: Answer) => {
      checkAnswer(result);
      return render(result, { request, requestId, version, charge: visit.charge });
    };
    try {
      let result: Answer;
      try {
        version = selectVersion(request);
        result = await answer(request, arrival, version, visit);
      } catch (error) {
        visit.charge ??= rateLimits?.chargeAnonymous(arrival.connection.address ?? "");
        result = answerTo(error);
      }
      return send(result);
    } catch (error) {
      return send(answerTo(error));
    }
  }

  return (request, arrival) => {
    const { connection } = arrival;
    const requestId = newRequestId(now());
    const known = { requestId, operationId: id, method: request.method, address: connection.address ?? "" };
    return reported(onAnswer, known, (findings) => respond(request, arrival, requestId, findings));
  };
}

/**
 * Sends an answer of an operation that was not run, with the headers that its answers have, and reports it. Rejects
 * one that the description does not declare.
 */
export function respondAs(
  id: OperationId,
  answer: Answer,
  { now, onAnswer, commonHeaders }: Services,
  request: Request,
  { address = "" }: Connection,
): Promise<Response> {
  const requestId = newRequestId(now());
  const known = { requestId, operationId: id, method: request.method, address };
  return reported(onAnswer, known, async () => {
    compiled(id).checkAnswer(answer);
    return operationRenderer(id, operationTable[id].caller, commonHeaders)(answer, { request, requestId });
  });
}
