/** Error that the user of the command line can correct. The message is one line: what is wrong, where, what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
