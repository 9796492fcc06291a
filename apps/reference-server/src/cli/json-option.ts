import { parseBoolean } from "../options/parsers.js";

/** Option of every command that prints a result. */
export const json = { help: "Print JSON.", parse: parseBoolean } as const;
