/** A request to the development interface cannot be fulfilled. The message is for whoever sent it. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 422,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
