import { setTimeout as sleep } from "node:timers/promises";
import { type OperationEntry, type OperationId, operationTable } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";

/** Fault to inject: a status, a delay, a cut connection, or a delay with one of the others. */
export interface Fault {
  /** Operation that fails; `*` for every one. */
  readonly operation: OperationId | "*";
  /** Status of the response in place of the operation's; an error that the description declares. */
  readonly status?: number | undefined;
  /** Milliseconds before anything else happens. */
  readonly delay?: number | undefined;
  /** Closes the connection without a response: before the operation has run, or after. */
  readonly cut?: "before" | "after" | undefined;
  /** Number of requests that fail; all of them by default. */
  readonly times?: number | undefined;
}

/** Faults of a server. Each request takes the first one for its operation. */
export class Faults {
  #faults: { readonly fault: Fault; left: number }[] = [];

  /** Adds a fault. Throws a `TypeError` for one that no client could meet. */
  add(fault: Fault): void {
    requireFault(fault);
    this.#faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  }

  /** Removes all faults. */
  clear(): void {
    this.#faults = [];
  }

  /** Takes the fault for a request, and waits for its delay. */
  async take(id: OperationId): Promise<Fault | undefined> {
    const entry = this.#faults.find(({ fault }) => fault.operation === "*" || fault.operation === id);
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#faults = this.#faults.filter((other) => other !== entry);
    if (entry.fault.delay !== undefined) await sleep(entry.fault.delay, undefined, { ref: false });
    return entry.fault;
  }
}

/** Response that the description has as an example for a status of an operation. */
export function exampleResponse(id: OperationId, status: number): Response {
  const declared = describeOperation(id).responses.get(status);
  if (!declared) return Response.json({ message: "Injected fault" }, { status });
  const [example] = Object.values(declared.content?.examples ?? {});
  const headers = Object.entries(declared.headers).flatMap(([name, { example: value }]) =>
    name === "Retry-After" ? [[name, `${value ?? 1}`]] : [],
  );
  return Response.json(example?.value ?? {}, { status, headers: Object.fromEntries(headers) });
}

function requireFault({ operation, status, delay, cut, times }: Fault): void {
  const fail = (reason: string) => new TypeError(`A fault ${reason}.`);
  if (operation !== "*" && !Object.hasOwn(operationTable, operation)) {
    throw fail(`names no operation ${operation}; use * or one of ${Object.keys(operationTable).join(", ")}`);
  }
  if (status === undefined && delay === undefined && cut === undefined) throw fail("needs a status, a delay or a cut");
  if (status !== undefined && cut !== undefined) throw fail("has a status or a cut, not both");
  if (times !== undefined && !(Number.isInteger(times) && times > 0)) throw fail("happens a whole number of times");
  const rows: OperationEntry[] = Object.values(operationTable);
  const declared = rows.filter(({ id }) => operation === "*" || id === operation).map(({ statuses }) => statuses);
  const errors = (declared[0] ?? []).filter((one) => one >= 400 && declared.every((all) => all.includes(one)));
  if (status !== undefined && !errors.includes(status)) {
    throw fail(`has an error that the description declares for ${operation}: ${errors.join(", ")}`);
  }
}
