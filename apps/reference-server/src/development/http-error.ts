/** Refusal of a request to the switches. The message is for the client. */
export class HttpError extends Error {
  override readonly name = "HttpError";

  constructor(
    readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 422,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
