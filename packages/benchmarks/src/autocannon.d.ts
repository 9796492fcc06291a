/** The part of autocannon that is used here; the package has no types. */
declare module "autocannon" {
  interface Client {
    setBody(body: string): void;
    setHeaders(headers: Record<string, string>): void;
    on(event: "body", listener: (body: Buffer) => void): void;
  }
  interface Options {
    url: string;
    method: string;
    headers: Record<string, string>;
    connections: number;
    body?: string;
    /** Seconds. */
    duration: number;
    verifyBody?: (body: Buffer | string) => boolean;
    setupClient?(client: Client): void;
  }
  interface Result {
    errors: number;
    timeouts: number;
    mismatches: number;
    statusCodeStats?: Record<string, { count: number }>;
    requests: { total: number };
    duration: number;
  }
  function autocannon(options: Options): Promise<Result>;
  export = autocannon;
}
