import {
  type Administration,
  AdministrationError,
  administrationCommand,
  createAdministration,
  noParameters,
  Refusal,
} from "@grantbook/server";
import { maintainedEngineTitles } from "@grantbook/server/engine";
import type { Database, Snapshot } from "../database/database.js";
import type { OnProgress } from "../occasionally.js";

/** Commands by name. Each validates its parameters, and throws an `AdministrationError`. */
export interface AdminCommands extends Omit<Administration, "rotateKey"> {
  /** Lists the damage of the database, a line each; nothing when it is intact. */
  checkIntegrity(parameters: Record<string, never>): Promise<readonly string[]>;
  /** Replaces the key that encrypts TOTP secrets, in the database and in the key file. */
  replaceKey(parameters: Record<string, never>, onProgress?: OnProgress): Promise<{ readonly secrets: number }>;
}

export type CommandName = keyof AdminCommands;

/** Names of the commands on the command line, for the log. */
export const commandLineNames: Readonly<Record<CommandName | "snapshot", string>> = {
  addUser: "user add",
  listUsers: "user list",
  setPassword: "user passwd",
  enableOtp: "user otp enable",
  otpCode: "user otp code",
  disableOtp: "user otp disable",
  suspendUser: "user suspend",
  unsuspendUser: "user unsuspend",
  addApplication: "app add",
  listApplications: "app list",
  rotateSecret: "app rotate-secret",
  removeApplication: "app remove",
  listTokens: "token list",
  revokeToken: "token revoke",
  checkIntegrity: "check",
  replaceKey: "key rotate",
  snapshot: "backup",
};

export type ParametersOf<Name extends CommandName> = Parameters<AdminCommands[Name]>[0];
export type ResultOf<Name extends CommandName> = Awaited<ReturnType<AdminCommands[Name]>>;

/** Client that runs commands: in the process that has the database open, or through a socket to that process. */
export interface AdminClient {
  /**
   * Runs a command. Throws an `AdministrationError`. Long work in this process calls `onProgress`; a server logs its
   * progress itself.
   */
  call<Name extends CommandName>(
    name: Name,
    parameters: ParametersOf<Name>,
    onProgress?: OnProgress,
  ): Promise<ResultOf<Name>>;
  /** Copies the database as of one moment. Throws an `AdministrationError`. */
  snapshot(): Promise<Snapshot>;
}

/** {@link AdminClient} in the process that has the database open. */
export interface LocalAdmin extends AdminClient {
  isCommand(name: string): name is CommandName;
}

/** Creates a client for a database that this process has open. */
export function createLocalAdmin({ store, key, keyFile, snapshot, checkIntegrity }: Database): LocalAdmin {
  const { rotateKey, ...administration } = createAdministration({ store, key, now: () => new Date() });
  const commands: AdminCommands = {
    ...administration,
    checkIntegrity: administrationCommand(noParameters, async () => {
      if (!checkIntegrity) throw new AdministrationError(`only a ${maintainedEngineTitles} database can be checked`);
      return checkIntegrity();
    }),
    replaceKey: administrationCommand(noParameters, async (_, onProgress?: OnProgress) => {
      if (!keyFile) throw new AdministrationError("a database in memory has no key file");
      const secrets = await rotateKey(keyFile.prepareNext(), onProgress);
      keyFile.adoptNext();
      return { secrets };
    }),
  };
  return {
    isCommand: (name): name is CommandName => Object.hasOwn(commands, name),
    async call(name, parameters, onProgress) {
      try {
        return (await commands[name](parameters as never, onProgress)) as never;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const isAway = error.reason.code === "unavailable";
        throw new AdministrationError(
          isAway ? "the database does not answer" : "conflict with a concurrent change; retry",
        );
      }
    },
    async snapshot() {
      if (!snapshot) throw new AdministrationError("a database in memory has no backups");
      return snapshot();
    },
  };
}
