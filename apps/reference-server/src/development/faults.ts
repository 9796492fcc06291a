import { setTimeout as sleep } from "node:timers/promises";
import { type Answer as DeclaredAnswer, type OperationId, resolve, routes } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import type { Answer } from "@grantbook/server";
import { Problem } from "./problem.js";

/** Something that is to go wrong. */
export interface Fault {
  /** An operation, or `*` for each. */
  readonly operation: OperationId | "*";
  /** The error to answer with in place of the operation; one that the description declares. */
  readonly status?: number;
  /** Milliseconds to wait before anything else. */
  readonly delay?: number;
  /** Closes the connection without an answer: before the operation has run, or after. */
  readonly cut?: "before" | "after";
  /** How often it goes wrong; always, when left out. */
  readonly count?: number;
}

/** What becomes of one request. */
export interface Ordered {
  readonly answer: Answer | undefined;
  readonly cut: Fault["cut"];
}

const longestDelay = 60_000;
/** The headers of an error that are part of what it says. */
const tellingHeaders = ["Retry-After", "WWW-Authenticate"];

/** Faults to order: each request to an operation takes the first that is for it. */
export class Faults {
  #faults: Fault[] = [];

  get list(): readonly Fault[] {
    return this.#faults;
  }

  /** Puts other faults in the place of those there are: one, or a list. Throws a {@link Problem}. */
  set(wanted: unknown): void {
    this.#faults = (Array.isArray(wanted) ? wanted : [wanted]).map(requireFault);
  }

  clear(): void {
    this.#faults = [];
  }

  /** What is to become of a request to an operation, after the delay of its fault. */
  async take(operationId: OperationId): Promise<Ordered | undefined> {
    const index = this.#faults.findIndex(({ operation }) => operation === "*" || operation === operationId);
    const fault = this.#faults[index];
    if (!fault) return undefined;
    if (fault.count === 1) this.#faults.splice(index, 1);
    else if (fault.count !== undefined) this.#faults[index] = { ...fault, count: fault.count - 1 };
    if (fault.delay !== undefined) await sleep(fault.delay);
    const status = fault.cut === "before" ? 503 : fault.status;
    return { answer: status === undefined ? undefined : declaredAnswer(operationId, status), cut: fault.cut };
  }
}

function requireFault(wanted: unknown): Fault {
  if (typeof wanted !== "object" || wanted === null) throw new Problem(422, "a fault must be an object");
  const { operation, status, delay, cut, count, ...rest } = wanted as Record<string, unknown>;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new Problem(422, `a fault does not know ${unknown}`);
  if (typeof operation !== "string" || !(operation === "*" || operation in routes)) {
    throw new Problem(422, `operation must be * or one of ${Object.keys(routes).join(", ")}`);
  }
  requireWithin("delay", delay, 0, longestDelay);
  requireWithin("count", count, 1, Number.MAX_SAFE_INTEGER);
  if (cut !== undefined && cut !== "before" && cut !== "after") throw new Problem(422, "cut must be before or after");
  if (status !== undefined) requireStatus(operation as Fault["operation"], status);
  if (status !== undefined && cut === "after") throw new Problem(422, "an answer with a status has no cut after it");
  if (status === undefined && delay === undefined && cut === undefined) {
    throw new Problem(422, "a fault needs a status, a delay or a cut");
  }
  return wanted as Fault;
}

function requireWithin(name: string, value: unknown, lowest: number, highest: number): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || (value as number) < lowest || (value as number) > highest) {
    throw new Problem(422, `${name} must be a whole number from ${lowest} to ${highest}`);
  }
}

/** An error that every operation meant declares, and that can come. */
function requireStatus(operation: Fault["operation"], status: unknown): void {
  const ids = operation === "*" ? (Object.keys(routes) as OperationId[]) : [operation];
  const declared = ids
    .map((id) => routes[id].statuses.filter((one) => one >= 400) as number[])
    .reduce((common, some) => common.filter((one) => some.includes(one)));
  if (!declared.includes(status as number)) {
    throw new Problem(
      422,
      `status must be an error that the description declares for ${operation}: ${declared.join(", ")}`,
    );
  }
}

/** The first example that the description has for a status. */
function declaredAnswer(id: OperationId, status: number): Answer {
  const { method, path } = routes[id];
  const operation = description.paths[path]?.[method.toLowerCase()];
  const found = operation?.responses[status];
  if (!found) throw new Error(`${id} does not declare ${status}`);
  const { headers = {}, content } = resolve<DeclaredAnswer>(description, found);
  const [example] = Object.values(content?.["application/json"]?.examples ?? {});
  const telling = tellingHeaders.flatMap((name) => {
    const header = headers[name];
    return header
      ? [[name.toLowerCase(), resolve<{ readonly example: string }>(description, header as never).example]]
      : [];
  });
  const body = example && resolve<{ readonly value: unknown }>(description, example as never).value;
  return { status, headers: Object.fromEntries(telling), ...(body === undefined ? {} : { body }) };
}
