/** A database could not be opened. The message says which and why, in one line, and has no password in it. */
export class OpenDatabaseError extends Error {
  override readonly name = "OpenDatabaseError";
}
