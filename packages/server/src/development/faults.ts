import { setTimeout as sleep } from "node:timers/promises";
import { type OperationId, operationTable } from "@grantbook/contract";

/** Failure that is injected into requests to an operation. */
export interface Fault {
  /** Operation id, or `*` for every operation. */
  readonly operation: OperationId | "*";
  /** Error to respond with in place of the operation; the description must declare it. */
  readonly status?: number | undefined;
  /** Milliseconds to wait before anything else. */
  readonly delay?: number | undefined;
  /** Closes the connection without a response, before or after the operation has run. */
  readonly cut?: "before" | "after" | undefined;
  /** Number of requests that fail. All by default. */
  readonly count?: number | undefined;
}

/** Refusal of a fault that no client could meet. The message says which value must change. */
export class FaultError extends TypeError {
  override readonly name = "FaultError";
}

/** Effect of a fault on one request, after its delay. */
export type InjectedFault = Pick<Fault, "status" | "cut">;

const maxDelayMs = 60_000;

/** List of faults. A request takes the first one for its operation. */
export class Faults {
  #faults: Fault[] = [];

  get list(): readonly Fault[] {
    return this.#faults;
  }

  /** Adds a fault after the others. Throws a {@link FaultError}. */
  add(fault: Fault): void {
    this.#faults.push(parseFault(fault));
  }

  /** Replaces all faults by one fault, or by a list. Throws a {@link FaultError}. */
  set(wanted: unknown): void {
    this.#faults = (Array.isArray(wanted) ? wanted : [wanted]).map(parseFault);
  }

  clear(): void {
    this.#faults = [];
  }

  /** Takes the fault for a request to an operation, and waits for its delay. */
  async take(operationId: OperationId): Promise<InjectedFault | undefined> {
    const index = this.#faults.findIndex(({ operation }) => operation === "*" || operation === operationId);
    const fault = this.#faults[index];
    if (!fault) return undefined;
    if (fault.count === 1) this.#faults.splice(index, 1);
    else if (fault.count !== undefined) this.#faults[index] = { ...fault, count: fault.count - 1 };
    if (fault.delay !== undefined) await sleep(fault.delay, undefined, { ref: false });
    return fault;
  }
}

const knownKeys: ReadonlySet<string> = new Set(["operation", "status", "delay", "cut", "count"]);

function parseFault(wanted: unknown): Fault {
  if (typeof wanted !== "object" || wanted === null || Array.isArray(wanted)) {
    throw new FaultError("a fault must be an object");
  }
  const unknown = Object.keys(wanted).find((key) => !knownKeys.has(key));
  if (unknown !== undefined) throw new FaultError(`a fault has no key ${unknown.slice(0, 60).toWellFormed()}`);
  const { operation, status, delay, cut, count } = wanted as { readonly [key: string]: unknown };
  if (!isOperation(operation)) {
    throw new FaultError(`operation must be * or one of ${Object.keys(operationTable).join(", ")}`);
  }
  requireWithin("delay", delay, 0, maxDelayMs);
  requireWithin("count", count, 1, Number.MAX_SAFE_INTEGER);
  if (cut !== undefined && cut !== "before" && cut !== "after") throw new FaultError("cut must be before or after");
  if (status !== undefined) requireStatus(operation, status);
  if (status !== undefined && cut === "after")
    throw new FaultError("a fault with a status cannot cut the connection after the operation");
  if (status === undefined && delay === undefined && cut === undefined) {
    throw new FaultError("a fault needs a status, a delay or a cut");
  }
  return { ...wanted } as Fault;
}

function isOperation(name: unknown): name is Fault["operation"] {
  return name === "*" || (typeof name === "string" && Object.hasOwn(operationTable, name));
}

function requireWithin(name: string, value: unknown, lowest: number, highest: number): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || (value as number) < lowest || (value as number) > highest) {
    throw new FaultError(`${name} must be a whole number from ${lowest} to ${highest}`);
  }
}

/** Refuses a status that is no error, or that an operation of the fault does not declare. */
function requireStatus(operation: Fault["operation"], status: unknown): void {
  const ids = operation === "*" ? (Object.keys(operationTable) as OperationId[]) : [operation];
  const declared = ids
    .map((id) => operationTable[id].statuses.filter((one) => one >= 400) as number[])
    .reduce((common, some) => common.filter((one) => some.includes(one)));
  if (!declared.includes(status as number)) {
    const statuses = declared.join(", ");
    throw new FaultError(`status must be an error that the description declares for ${operation}: ${statuses}`);
  }
}
