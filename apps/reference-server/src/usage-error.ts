/** Something that the person who started the program can put right. The message is one line: what, and where. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
