/** Milliseconds until a probe of the database fails. */
const probeTimeoutMs = 2000;
/** Milliseconds between probes that write. */
const writeProbeIntervalMs = 1000;

const headers = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" };

/** Failed probe: the reason for the response, and the error for the log. */
export interface ProbeFailure {
  readonly reason: string;
  readonly error: unknown;
}

/** Probe of the database. It fails by its result or by a rejection. */
export type Probe = () => Promise<ProbeFailure | undefined>;

/**
 * Probes for supervisors and load balancers, without credentials. `/live` responds while the process runs; `/ready`
 * succeeds while the API accepts requests and the database can be read and written.
 */
export class Health {
  #probe: Probe | undefined;
  #onFailure: (error: unknown) => void = () => undefined;
  #probing: Promise<ProbeFailure | undefined> | undefined;
  #isStopping = false;

  /** Starts to answer `/ready` by a probe. `onFailure` is called with the error of each probe that fails. */
  setReady(probe: Probe, onFailure: (error: unknown) => void = () => undefined): void {
    this.#probe = probe;
    this.#onFailure = onFailure;
  }

  /** Answers `/ready` with 503 from now on. */
  setStopping(): void {
    this.#isStopping = true;
  }

  /** Answers `/live` and `/ready`. Returns `undefined` for any other path. */
  async answer(method: string, path: string): Promise<Response | undefined> {
    if (method !== "GET" && method !== "HEAD") return undefined;
    if (path === "/live") return json({ status: "live" });
    if (path !== "/ready") return undefined;
    const reason = await this.#failureReason();
    if (reason === undefined) return json({ status: "ready" });
    return json({ status: "not ready", reason }, 503);
  }

  async #failureReason(): Promise<string | undefined> {
    if (this.#isStopping) return "the server is stopping";
    if (!this.#probe) return "the server is starting";
    // Concurrent requests share one probe, so that they are no load on the database.
    this.#probing ??= this.#runProbe(this.#probe).finally(() => {
      this.#probing = undefined;
    });
    return (await this.#probing)?.reason;
  }

  async #runProbe(probe: Probe): Promise<ProbeFailure | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<ProbeFailure>((resolve) => {
      const error = new Error(`no answer within ${probeTimeoutMs} ms`);
      timer = setTimeout(resolve, probeTimeoutMs, { reason: "the database does not answer", error });
    });
    const result = probe().catch((error: unknown) => ({ reason: "the database does not answer", error }));
    try {
      const failure = await Promise.race([result, late]);
      if (failure) this.#onFailure(failure.error);
      return failure;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Part of the store that a probe uses. */
interface ProbedStore {
  metadata(name: string): Promise<string | undefined>;
  checkWritable(): Promise<void>;
}

/** Creates a probe that reads each time and writes once a second at most, because a full disk can still be read. */
export function storeProbe(store: ProbedStore, now: () => number = () => performance.now()): Probe {
  let writtenAt = Number.NEGATIVE_INFINITY;
  return async () => {
    await store.metadata("readiness");
    if (now() - writtenAt < writeProbeIntervalMs) return undefined;
    try {
      await store.checkWritable();
    } catch (error) {
      return { reason: "the database cannot be written to", error };
    }
    writtenAt = now();
    return undefined;
  };
}

/** Response whose header names are sent as they are spelled here: `Response.json` has them in lower case. */
function json(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers });
}
