import { on } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { builtInForSites } from "../built-in.ts";
import { configuredDetectors } from "../configured.ts";
import { createGate } from "../gate.ts";
import type { Quiet } from "../model/document.ts";
import type { Names, ThreadData } from "./thread.ts";
import { quietOf } from "./quiet.ts";

/** What a thread does: it answers each batch of names, one after the other, until it is ended. */
export async function serve(): Promise<void> {
  const { config, isSite, list, at } = workerData as ThreadData; // what thread.ts gives
  const denied =
    list === undefined
      ? undefined
      : (await import("../denied.ts")).deniedAgain(list, { kinship: config.denylist?.kinship });
  const gate = createGate({
    config,
    denied,
    configured: await configuredDetectors(config),
    ...(isSite && { base: await builtInForSites() }),
  });
  const port = parentPort;
  if (port === null) return;
  for await (const [names] of on(port, "message") as AsyncIterable<[Names]>) {
    const seen: (Quiet | undefined)[] = [];
    for (const [index, name] of names.entries()) {
      at[0] = index;
      seen.push(name === undefined ? undefined : await quietOf(name, gate));
    }
    at[0] = -1;
    port.postMessage(seen);
  }
}
