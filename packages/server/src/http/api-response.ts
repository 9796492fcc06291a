/** Response before it is rendered: the headers that every response has are added later. */
export interface ApiResponse {
  readonly status: number;
  /** Names are spelled as the description has them, which is how GitHub documents them. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
