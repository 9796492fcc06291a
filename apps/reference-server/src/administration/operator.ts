import type { Readable } from "node:stream";
import { type Administration, AdministrationError, createAdministration, Refusal } from "@grantbook/server";
import type { Database } from "../database/database.js";

/** What can be done to a database: by the process that has it open, or through a socket to that process. */
export interface Commands extends Omit<Administration, "rotateKey"> {
  /** Says what is damaged in a SQLite database. */
  findDamages(parameters: Record<string, never>): Promise<readonly string[]>;
  /** Replaces the key that seeds of one-time codes are sealed with, in the database and in its file. */
  replaceKey(parameters: Record<string, never>): Promise<{ readonly seeds: number }>;
}

export type CommandName = keyof Commands;
export type ParametersOf<Name extends CommandName> = Parameters<Commands[Name]>[0];
export type ResultOf<Name extends CommandName> = Awaited<ReturnType<Commands[Name]>>;

/** Whoever gives commands. */
export interface Operator {
  /** Runs a command. Throws an `AdministrationError` when it cannot be done. */
  call<Name extends CommandName>(name: Name, parameters: ParametersOf<Name>): Promise<ResultOf<Name>>;
  /** Everything in the database as it is at one moment. Throws an `AdministrationError`. */
  snapshot(): Promise<Readable>;
}

/** The commands on a database that this process has open. */
export function operatorOf({ store, key, keyFile, snapshot, damages }: Database): Operator {
  const { rotateKey, ...administration } = createAdministration({ store, key, now: () => new Date() });
  const commands: Commands = {
    ...administration,
    async findDamages() {
      if (!damages) throw new AdministrationError("only a SQLite database is checked");
      return damages();
    },
    async replaceKey() {
      if (!keyFile) throw new AdministrationError("the key of a database in memory is in no file");
      const seeds = await rotateKey(keyFile.prepareNext());
      keyFile.adoptNext();
      return { seeds };
    },
  };
  return {
    async call(name, parameters) {
      if (!Object.hasOwn(commands, name)) {
        throw new AdministrationError(`the server does not know ${name}: it is of another version`);
      }
      try {
        return (await commands[name](parameters as never)) as never;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const isAway = error.reason.code === "unavailable";
        throw new AdministrationError(isAway ? "the database does not answer" : "somebody else was quicker; try again");
      }
    },
    async snapshot() {
      if (!snapshot) throw new AdministrationError("a database in memory is not backed up");
      return snapshot();
    },
  };
}
