import { applicationCommands } from "./applications.js";
import type { Command } from "./command.js";
import { doctorCommand } from "./doctor.js";
import { maintenanceCommands } from "./maintenance.js";
import { migrateCommand } from "./migrate.js";
import { serveCommand } from "./serve.js";
import { tokenCommands } from "./tokens.js";
import { userCommands } from "./users.js";

/** Commands under the headings of the help. */
export const commandGroups: { readonly [heading: string]: readonly Command[] } = {
  Server: [serveCommand],
  Users: userCommands,
  Applications: applicationCommands,
  Tokens: tokenCommands,
  Maintenance: [doctorCommand, migrateCommand, ...maintenanceCommands],
};

/** Commands, in the order of the help. */
export const commands = Object.values(commandGroups).flat();
