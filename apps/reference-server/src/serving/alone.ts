import { socketOf } from "../administration/connection.js";
import { operatorOf } from "../administration/operator.js";
import { requireFree, requireSocketPath, serveAdministration } from "../administration/socket.js";
import { demoText } from "../seeds/demo.js";
import { readSeeds } from "../seeds/seeds.js";
import type { ServerSettings } from "../settings/server.js";
import { announce } from "./announcement.js";
import { openLog } from "./log.js";
import { serveMetrics } from "./metrics-listener.js";
import { serveProcess } from "./process.js";
import { stopSignal } from "./stop-signals.js";

/** Serves in this process, with the socket for administration and the metrics. Throws a `UsageError`. */
export async function serveAlone(settings: ServerSettings): Promise<void> {
  const seeds = await readSeeds(settings);
  const socket = socketOf(settings);
  if (socket !== undefined) requireSocketPath(socket);
  // The socket beside a database is in use when the database is, which is refused with better advice.
  if (settings["admin-socket"] !== undefined) await requireFree(settings["admin-socket"]);
  const log = openLog(settings);
  const stopped = stopSignal();
  await serveProcess({
    settings,
    log,
    seeds,
    stopped,
    async whenServing({ address, api, docs, database, metrics, generated }) {
      const administration =
        socket === undefined ? undefined : await serveAdministration(socket, operatorOf(database), log);
      try {
        const watched = settings.metrics && metrics && (await serveMetrics(settings.metrics, metrics.registry, log));
        announce({ address, docs, metrics: watched?.url, generated });
        if (seeds.demo) process.stdout.write(demoText(seeds.demo, api));
        return () => {
          administration?.close();
          watched?.close();
        };
      } catch (error) {
        administration?.close();
        throw error;
      }
    },
  });
}
