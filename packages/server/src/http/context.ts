import type { OperationId } from "@grantbook/contract";
import type { BaseUrls, Callers, HandlerContext, RateLimitStatus, ValidRequest } from "../api/handler.js";
import type { Identity } from "../auth/identify.js";
import type { Authorization } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import type { AccessLogEntry } from "./access-log.js";
import { toJsonText } from "./json-text.js";
import { hasPreconditions, requirePreconditions, validatorsOf } from "./preconditions.js";
import type { RateLimitHit } from "./rate-limits.js";
import type { HttpReason } from "./reason.js";
import { newRequestId } from "./request-id.js";
import type { Services } from "./services.js";

/** Client of a request, as far as the listener knows it. */
export interface ClientInfo {
  /** Address of the client, by which failed logins and requests of strangers are counted. */
  readonly address?: string | undefined;
}

/** Operation that a request is for, if any, and the page that its errors link to. */
export interface RequestTarget {
  readonly operationId: OperationId | undefined;
  /** Path of the page, where it is one. */
  readonly route?: string;
  readonly documentationUrl: string;
}

/**
 * Everything known about one request: made once, and passed through all steps of the pipeline. The fields that are not
 * read-only are set by the step of the same name. Handlers in `api/` see it as their {@link HandlerContext}.
 */
export class RequestContext implements HandlerContext {
  readonly services: Services;
  readonly target: RequestTarget;
  readonly request: Request;
  readonly client: ClientInfo;
  /** Decoded path parameters. */
  readonly pathParams: Record<string, string>;
  readonly requestId: string;
  readonly #startedAt: number;

  version = "";
  identity: Identity = { kind: "none" };
  caller: Callers[keyof Callers] = undefined;
  rateLimitHit: RateLimitHit | undefined = undefined;
  input: ValidRequest<OperationId> | undefined = undefined;
  /** Body as text, once it was read. */
  body = "";
  /** Reason of a response that is no success, for the access log. */
  reason: string | undefined = undefined;

  constructor(
    services: Services,
    target: RequestTarget,
    request: Request,
    client: ClientInfo,
    pathParams: Record<string, string>,
  ) {
    this.services = services;
    this.target = target;
    this.request = request;
    this.client = client;
    this.pathParams = pathParams;
    this.requestId = newRequestId(services.now());
    this.#startedAt = services.onResponse ? performance.now() : 0;
  }

  /** Token that the request was made with, valid at the time. */
  get token(): Authorization | undefined {
    return this.identity.kind === "token" ? this.identity.holder.authorization : undefined;
  }

  /** Name of the caller in limits and logs, which is no secret. `undefined` for one who did not sign in. */
  get callerName(): string | undefined {
    const { identity } = this;
    if (identity.kind === "none") return undefined;
    if (identity.kind === "application") return `application ${identity.application.clientId}`;
    return `user ID ${(identity.kind === "token" ? identity.holder : identity).user.id}`;
  }

  /** Address of the client, or an empty string. */
  get address(): string {
    return this.client.address ?? "";
  }

  get domain(): Services {
    return this.services;
  }

  get baseUrls(): BaseUrls {
    return this.services.baseUrls;
  }

  get hasStandardErrors(): boolean {
    return this.services.extensions.has("standard-errors");
  }

  get enterpriseVersion(): string {
    return this.services.enterpriseVersion;
  }

  get rateLimit(): RateLimitStatus {
    if (!this.rateLimitHit) throw new Refusal<HttpReason>({ code: "rate-limiting-off" });
    return this.rateLimitHit.status;
  }

  checkPreconditions(current: object): void {
    if (!hasPreconditions(this.request)) return;
    requirePreconditions(this.request, validatorsOf(current, true, toJsonText(current, this.request)));
  }

  /** Entry of the access log for a response that is made now. */
  toAccessLogEntry(status: number): AccessLogEntry {
    const { operationId, route } = this.target;
    const { callerName, reason } = this;
    // Spreads of the optional fields would copy the object four times.
    const entry: { -readonly [Field in keyof AccessLogEntry]: AccessLogEntry[Field] } = {
      requestId: this.requestId,
      method: this.request.method,
      status,
      duration: performance.now() - this.#startedAt,
      address: this.address,
    };
    if (operationId !== undefined) entry.operationId = operationId;
    if (route !== undefined) entry.route = route;
    if (callerName !== undefined) entry.caller = callerName;
    if (reason !== undefined) entry.reason = reason;
    return entry;
  }
}
