import { accessSync, constants, existsSync, readFileSync, statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Finding } from "@grantbook/server/engine";
import { permissionWarnings } from "../database/permissions.js";
import type { DatabaseSettings } from "../options/serve-options.js";
import { packageFolder } from "../package-folder.js";

/** Part of a file system, and bytes, below which room is short. */
const minRoom = { part: 0.1, bytes: 256 * 1024 * 1024 };

/** File systems (statfs, `f_type`) that lose data or do not sync it as a disk does. */
const unsafeFileSystems: ReadonlyMap<number, string> = new Map([
  [0x01021994, "in memory (tmpfs): a restart of the machine empties it"],
  [0x794c7630, "the writable layer of a container (overlay): it goes with the container"],
  [0x6969, "a network file system (NFS): locks and syncs may not hold"],
  [0xff534d42, "a network file system (CIFS): locks and syncs may not hold"],
  [0xfe534d42, "a network file system (SMB): locks and syncs may not hold"],
]);

/** Compares the version of Node with the one that the program needs. */
export function nodeFinding(version: string = process.versions.node): Finding {
  const manifest = JSON.parse(readFileSync(new URL("package.json", packageFolder), "utf8"));
  const [, needed = ""] = />=(.*)/.exec(manifest.engines.node) ?? [];
  const message = `Node ${version}`;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split(".").map(Number);
  const isOld = major < neededMajor || (major === neededMajor && minor < neededMinor);
  if (isOld) return { subject: "node", level: "problem", message, advice: `install Node ${needed} or newer` };
  return { subject: "node", level: "ok", message };
}

/** Looks at the rights of files, and at the disk that has the database. Writes nothing. */
export function fileFindings(settings: DatabaseSettings): readonly Finding[] {
  const { database, "key-file": key } = settings;
  if (database.isInMemory) {
    const advice = "name a file or a server with --database, unless that is what you want";
    return [{ subject: "files", level: "warning", message: "the database is in memory, and lost at the end", advice }];
  }
  const folders = new Set([key, database.file ?? key].map((file) => existing(dirname(resolve(file)))));
  const closed = [...folders].filter((folder) => !isWritable(folder));
  return [
    ...permissionWarnings(settings).map(
      ({ message, path, mode, advice }): Finding => ({
        subject: "files",
        level: "warning",
        message: `${message} ${path} (${mode})`,
        advice,
      }),
    ),
    ...closed.map(
      (folder): Finding => ({
        subject: "files",
        level: "problem",
        message: `this user cannot write to ${folder}`,
        advice: "run as the user of the server, or give it the folder with chown",
      }),
    ),
    ...(database.file === undefined ? [] : diskFindings(existing(dirname(resolve(database.file))))),
  ];
}

function diskFindings(folder: string): Finding[] {
  const { bavail, blocks, bsize, type } = statfsSync(folder);
  const [free, all] = [bavail * bsize, blocks * bsize];
  const message = `${megabytes(free)} of ${megabytes(all)} are free where ${folder} is`;
  const isShort = free < minRoom.bytes || free < all * minRoom.part;
  const advice = "make room: on a full disk the server answers writes with 503";
  const unsafe = unsafeFileSystems.get(type);
  return [
    isShort ? { subject: "disk", level: "warning", message, advice } : { subject: "disk", level: "ok", message },
    ...(unsafe === undefined
      ? []
      : [
          {
            subject: "disk",
            level: "warning",
            message: `${folder} is ${unsafe}`,
            advice: "put the database on a disk of this machine, in a container on a volume",
          } as const,
        ]),
  ];
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

/** The folder, or the nearest one above it that is there. */
function existing(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : existing(dirname(folder));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
