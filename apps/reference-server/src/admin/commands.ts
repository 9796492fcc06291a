import type { Readable } from "node:stream";
import {
  type Administration,
  AdministrationError,
  administrationCommand,
  createAdministration,
  noParameters,
  Refusal,
} from "@grantbook/server";
import type { Database } from "../database/database.js";

/** Every command, by its name. Each validates its parameters, and throws an `AdministrationError`. */
export interface Commands extends Omit<Administration, "rotateKey"> {
  /** Lists what is damaged in a SQLite database. */
  findDamages(parameters: Record<string, never>): Promise<readonly string[]>;
  /** Replaces the key that secrets of one-time codes are encrypted with, in the database and in its file. */
  replaceKey(parameters: Record<string, never>): Promise<{ readonly seeds: number }>;
}

export type CommandName = keyof Commands;
export type ParametersOf<Name extends CommandName> = Parameters<Commands[Name]>[0];
export type ResultOf<Name extends CommandName> = Awaited<ReturnType<Commands[Name]>>;

/** Runs commands: in the process that has the database open, or through a socket to that process. */
export interface Operator {
  /** Runs a command. Throws an `AdministrationError` when it cannot be done. */
  call<Name extends CommandName>(name: Name, parameters: ParametersOf<Name>): Promise<ResultOf<Name>>;
  /** Everything in the database as it is at one moment. Throws an `AdministrationError`. */
  snapshot(): Promise<Readable>;
}

/** An {@link Operator} in the process that has the database open. */
export interface LocalOperator extends Operator {
  isCommand(name: string): name is CommandName;
}

/** Makes an operator for a database that this process has open. */
export function operatorOf({ store, key, keyFile, snapshot, damages }: Database): LocalOperator {
  const { rotateKey, ...administration } = createAdministration({ store, key, now: () => new Date() });
  const commands: Commands = {
    ...administration,
    findDamages: administrationCommand(noParameters, async () => {
      if (!damages) throw new AdministrationError("only a SQLite database is checked");
      return damages();
    }),
    replaceKey: administrationCommand(noParameters, async () => {
      if (!keyFile) throw new AdministrationError("the key of a database in memory is in no file");
      const seeds = await rotateKey(keyFile.prepareNext());
      keyFile.adoptNext();
      return { seeds };
    }),
  };
  return {
    isCommand: (name): name is CommandName => Object.hasOwn(commands, name),
    async call(name, parameters) {
      try {
        return (await commands[name](parameters as never)) as never;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const isAway = error.reason.code === "unavailable";
        throw new AdministrationError(
          isAway ? "the database does not answer" : "conflict with a concurrent change; retry",
        );
      }
    },
    async snapshot() {
      if (!snapshot) throw new AdministrationError("a database in memory is not backed up");
      return snapshot();
    },
  };
}
