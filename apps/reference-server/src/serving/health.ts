/** Milliseconds that the database has to answer. */
const patience = 2000;

const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/**
 * The probes, for whoever restarts the server or sends it requests. `/live` says that the process answers; `/ready`
 * that it serves, and that the database really answers. Neither tells more, and neither asks who is there.
 */
export class Health {
  #probe: (() => Promise<unknown>) | undefined;
  #probing: Promise<string | undefined> | undefined;
  #isStopping = false;

  /** From now on requests are answered. `probe` asks the database for something. */
  serves(probe: () => Promise<unknown>): void {
    this.#probe = probe;
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
    return this.#probing;
  }

  async #ask(probe: () => Promise<unknown>): Promise<string | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(resolve, patience, "the database does not answer");
    });
    const asked = probe().then(
      () => undefined,
      () => "the database does not answer",
    );
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
