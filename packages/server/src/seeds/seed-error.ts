/** A seed has a value that a server could not work with. The message says which one, and never has a secret in it. */
export class SeedError extends Error {
  override readonly name = "SeedError";
}
