import { type JsonSchema, object, problemWith } from "../validation.js";

/** A command cannot be carried out. The message says why, in one line, and never has a secret in it. */
export class AdministrationError extends Error {
  override readonly name = "AdministrationError";
}

/** The schema of the parameters of a command that has none. */
export const noParameters: JsonSchema = object({});

/**
 * A command of the administration, with the schema of its parameters. Whichever way they come, from a program, the
 * command line or a socket, they are validated here. What the process itself adds, as a callback, is passed on. Throws
 * an {@link AdministrationError} when they are not valid.
 */
export function command<Parameters, Result, Added extends readonly unknown[]>(
  schema: JsonSchema,
  run: (parameters: Parameters, ...added: Added) => Promise<Result>,
): (parameters: Parameters, ...added: Added) => Promise<Result> {
  return async (parameters, ...added) => {
    const problem = problemWith(schema, parameters, "the parameters");
    if (problem !== undefined) throw new AdministrationError(problem);
    return run(parameters, ...added);
  };
}
