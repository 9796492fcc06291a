import { socketOf } from "../admin/admin-client.js";
import { requireFreeSocket, requireSocketPath, startAdminServer } from "../admin/admin-server.js";
import { createLocalAdmin } from "../admin/commands.js";
import { switchesPath } from "../development/switch-routes.js";
import type { ServerSettings } from "../options/serve-options.js";
import { demoText } from "../seeds/demo.js";
import { readSeeds } from "../seeds/startup-seeds.js";
import { requireFreePort } from "./listen.js";
import { openLog } from "./log.js";
import { metricsAdvice, startMetricsServer } from "./metrics-server.js";
import { runServer } from "./run-server.js";
import { printStartupBanner } from "./startup-banner.js";
import { stopSignal } from "./stop-signal.js";

/** Runs the server in this process, with the administration socket and the metrics. Throws a `UsageError`. */
export async function runSingleProcess(settings: ServerSettings): Promise<void> {
  const seeds = await readSeeds(settings);
  const socket = socketOf(settings);
  if (socket !== undefined) requireSocketPath(socket);
  // A default socket is in use only when its database is, and that error gives better advice.
  if (settings["admin-socket"] !== undefined) await requireFreeSocket(settings["admin-socket"]);
  if (settings.metrics) await requireFreePort(settings.metrics.host, settings.metrics.port, metricsAdvice);
  const log = openLog(settings);
  const stopped = stopSignal();
  await runServer({
    settings,
    log,
    seeds,
    stopped,
    async onListening({ address, api, docs, database, metrics, generated }) {
      const administration =
        socket === undefined ? undefined : await startAdminServer(socket, createLocalAdmin(database), log);
      try {
        const metricsServer =
          settings.metrics && metrics && (await startMetricsServer(settings.metrics, metrics.registry, log));
        printStartupBanner({ address, docs, metrics: metricsServer?.url, generated });
        if (seeds.demo) process.stdout.write(demoText(seeds.demo, { api, switches: `${address}${switchesPath}/` }));
        return () => {
          administration?.close();
          metricsServer?.close();
        };
      } catch (error) {
        administration?.close();
        throw error;
      }
    },
  });
}
