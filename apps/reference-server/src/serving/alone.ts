import type { Server as HttpServer } from "node:http";
import { socketOf } from "../administration/connection.js";
import { operatorOf } from "../administration/operator.js";
import { serveAdministration } from "../administration/socket.js";
import { demoText } from "../seeds/demo.js";
import { generatedText, readSeeds } from "../seeds/seeds.js";
import type { ServerSettings } from "../settings/server.js";
import { openLog } from "./log.js";
import { serveMetrics } from "./metrics.js";
import { serveProcess } from "./process.js";
import { stopSignal } from "./stop-signals.js";

/** Serves in this process, with the socket for administration and the metrics. Throws a `UsageError`. */
export async function serveAlone(settings: ServerSettings): Promise<void> {
  const seeds = readSeeds(settings);
  const log = openLog(settings);
  const stopped = stopSignal();
  await serveProcess({
    settings,
    log,
    seeds,
    stopped,
    async whenServing({ address, api, docs, database, metrics, generated }) {
      const opened: HttpServer[] = [];
      const close = async () => {
        for (const server of opened) {
          server.close();
          server.closeAllConnections();
        }
      };
      try {
        const socket = socketOf(settings);
        if (socket !== undefined) opened.push(await serveAdministration(socket, operatorOf(database), log));
        if (settings.metrics) opened.push(await serveMetrics(settings.metrics, metrics.registry, log));
      } catch (error) {
        await close();
        throw error;
      }
      console.log(`listening on ${address}`);
      console.log(`docs at ${docs}`);
      process.stdout.write(generatedText(generated));
      if (seeds.demo) process.stdout.write(demoText(seeds.demo, api));
      return close;
    },
  });
}
