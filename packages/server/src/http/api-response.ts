/** Response before it is rendered: the headers that every response has are added later. */
export interface ApiResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
