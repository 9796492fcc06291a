/** Milliseconds that the database has to answer. */
const probeTimeoutMs = 2000;
/** Milliseconds for which a write that was stored proves that the next one would be, too. */
const writeProbeIntervalMs = 1000;

const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** Reason why requests should not be sent here, and the error behind it. */
export interface ProbeFailure {
  readonly reason: string;
  readonly error: unknown;
}

/** Asks the database whether it can be used. A rejection counts as a failure. */
export type Probe = () => Promise<ProbeFailure | undefined>;

/**
 * Probes, for what restarts the server or sends it requests. `/live` says that the process answers; `/ready` that it
 * serves, and that the database answers and stores. Neither tells more, and neither asks for credentials.
 */
export class Health {
  #probe: Probe | undefined;
  #onFailure: (error: unknown) => void = () => undefined;
  #probing: Promise<ProbeFailure | undefined> | undefined;
  #isStopping = false;

  /** From now on requests are answered. `onFailure` gets the error of every probe of the database that failed. */
  serves(probe: Probe, onFailure: (error: unknown) => void = () => undefined): void {
    this.#probe = probe;
    this.#onFailure = onFailure;
  }

  /** From now on nothing new should be sent here. */
  stops(): void {
    this.#isStopping = true;
  }

  /** Answers a probe; nothing for any other path. */
  async answer(method: string, path: string): Promise<Response | undefined> {
    if (method !== "GET" && method !== "HEAD") return undefined;
    if (path === "/live") return Response.json({ status: "live" }, { headers });
    if (path !== "/ready") return undefined;
    const reason = await this.#reasonAgainst();
    if (reason === undefined) return Response.json({ status: "ready" }, { headers });
    return Response.json({ status: "not ready", reason }, { status: 503, headers });
  }

  async #reasonAgainst(): Promise<string | undefined> {
    if (this.#isStopping) return "the server is stopping";
    if (!this.#probe) return "the server is starting";
    // One at a time, however many ask: a probe must not become a burden.
    this.#probing ??= this.#ask(this.#probe).finally(() => {
      this.#probing = undefined;
    });
    return (await this.#probing)?.reason;
  }

  async #ask(probe: Probe): Promise<ProbeFailure | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<ProbeFailure>((resolve) => {
      const error = new Error(`no answer within ${probeTimeoutMs} ms`);
      timer = setTimeout(resolve, probeTimeoutMs, { reason: "the database does not answer", error });
    });
    const asked = probe().catch((error: unknown) => ({ reason: "the database does not answer", error }));
    try {
      const failure = await Promise.race([asked, late]);
      if (failure) this.#onFailure(failure.error);
      return failure;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** What a probe asks of the store. */
interface ProbedStore {
  property(name: string): Promise<string | undefined>;
  checkWritable(): Promise<void>;
}

/** Makes a probe that reads every time, and writes once a second at most: a full disk answers, but stores nothing. */
export function storeProbe(store: ProbedStore, now: () => number = () => performance.now()): Probe {
  let writtenAt = Number.NEGATIVE_INFINITY;
  return async () => {
    await store.property("readiness");
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
